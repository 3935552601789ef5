/** Writing results back to Gupy over its REST API. */
export const timeline = {
  title: 'Linha do tempo da Gupy',
  lead: 'Para testes feitos por link público: ao terminar, o resultado vira um comentário e etiquetas na candidatura, na Gupy.',
  onlyAdmins: 'Só administradores podem mudar isto.',
  notices: {
    connected: 'Token testado e guardado.',
    saved: 'Mudanças guardadas. Valem para os próximos resultados.',
    removed: 'Token apagado. Nada mais é escrito na Gupy.',
  },
  token: 'Token da API da Gupy',
  none: 'Nenhum token. Nada é escrito na Gupy.',
  current: (hint: string, when: string) => `Token terminado em ${hint}, testado em ${when}.`,
  complete: 'Tem todas as permissões de que precisamos.',
  missing: 'Faltam permissões',
  missingNote: 'Dê estas permissões ao token na Gupy e cole-o aqui de novo.',
  permissions: {
    jobs: 'Listar vagas',
    applications: 'Listar candidaturas de uma vaga',
    steps: 'Listar etapas de uma vaga',
    comments: 'Comentar em uma candidatura',
    tags: 'Adicionar etiquetas a uma candidatura',
    moves: 'Mover ou reprovar uma candidatura',
  },
  connect: 'Conectar',
  replace: 'Trocar o token',
  tokenField: 'Token',
  tokenHint:
    'Criado por quem administra a Gupy na sua empresa. É testado antes de guardar, fica cifrado e não aparece de novo.',
  tokenProblems: {
    shape: 'Cole o token inteiro, sem espaços.',
    refused: 'A Gupy não aceitou este token. Confira se foi copiado inteiro e se ainda vale.',
    silent:
      'A Gupy não respondeu ao teste. O token não foi guardado: tente de novo em alguns minutos.',
  },
  save: 'Testar e guardar',
  writing: 'O que é escrito',
  comment:
    'Um comentário com o resultado, visível só para a empresa, e estas etiquetas. Cada resultado é escrito uma vez.',
  fields: {
    tags: 'Etiquetas',
    cutOff: 'Nota de corte',
    moveFrom: 'Mover a partir da nota',
    moveStep: 'Para a etapa',
  },
  hints: {
    tags: 'Uma por linha, até 5, com até 120 caracteres. {{total}} é a nota; {{verdict}} é “apto” ou “não apto” pela nota de corte. Sem nota ou sem corte, a etiqueta que os pede não é criada.',
    cutOff: 'De 0 a 100. Em branco: nenhuma etiqueta diz apto ou não apto.',
    moveFrom: 'De 0 a 100. Em branco: nada se move sozinho.',
    moveStep: 'O nome da etapa como está na vaga.',
  },
  problems: {
    tags: 'Escreva até 5 etiquetas, uma por linha, com até 120 caracteres e só {{total}} e {{verdict}} entre chaves.',
    cutOff: 'Escreva um número inteiro de 0 a 100, ou deixe em branco.',
    moveFrom: 'Escreva um número inteiro de 0 a 100, ou deixe em branco.',
    moveStep: 'Preencha a nota e o nome da etapa, ou deixe os dois em branco.',
  },
  ownCutOffs: 'Nota de corte de cada avaliação',
  ownCutOffsNote: 'Em branco: vale a nota de corte acima.',
  move: 'Mover sozinho (opcional)',
  moveNote:
    'Desligado de início. Só leva adiante: quem fica abaixo da nota não muda de etapa, e reprovar é sempre o clique de uma pessoa.',
  saveWriting: 'Guardar',
  how: 'Como a candidatura é encontrada',
  howLink:
    'Diga no link público a vaga da Gupy, ou acrescente ao endereço, no modelo de e-mail da Gupy, os números da vaga e da candidatura:',
  howFound:
    'Sem o número da candidatura, procuramos na vaga o e-mail do candidato. Se não a encontrarmos, a entrega fica parada e você pode ligar a candidatura na página do resultado.',
  removal: 'Desconectar',
  remove: 'Apagar o token…',
  removeNote:
    'O token é apagado daqui, e resultados deixam de ir para a Gupy. O que já foi escrito lá continua lá.',
  removeNow: 'Apagar o token',
  open: 'Linha do tempo: token, etiquetas e etapas',
};
