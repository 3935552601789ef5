export const common = {
  productName: 'Aferi',
  skipToContent: 'Ir para o conteúdo',
  navigation: 'Navegação principal',
  account: 'Conta',
  signIn: 'Entrar',
  signOut: 'Sair',
  signedInAs: (email: string) => `Você entrou como ${email}`,
  home: 'Início',
  language: 'Idioma',
  footer: 'Aferi é um software aberto, sob licença MIT.',

  back: 'Voltar',
  next: 'Próxima',
  previous: 'Anterior',
  continue: 'Continuar',
  save: 'Salvar',
  cancel: 'Cancelar',
  close: 'Fechar',
  search: 'Buscar',
  filter: 'Filtrar',
  clear: 'Limpar',
  newer: 'Mais novos',
  older: 'Mais antigos',
  pages: 'Páginas',
  details: 'Ver detalhes',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'Não foi possível copiar. Selecione o texto e copie.',
  yes: 'Sim',
  no: 'Não',
  none: 'Nenhum',
  optional: 'opcional',
  working: 'Aguarde…',
  opensInNewTab: '(abre em outra aba)',

  formProblems: (count: number) =>
    count === 1 ? 'Há 1 campo para corrigir' : `Há ${count} campos para corrigir`,
  charactersLeft: (count: number | string) => `Caracteres restantes: ${count}`,
  charactersLimit: (limit: string) => `Até ${limit} caracteres.`,

  notice: { info: 'Informação', success: 'Pronto', warning: 'Atenção', error: 'Erro' },

  image: 'Imagem',
  tableRegion: 'Tabela: role para ver tudo',
  qrCode: (address: string) => `Código QR de ${address}`,

  score: 'Nota',
  scoreOf100: (score: string) => `${score} de 100`,
  noScore: 'Sem nota',
  measure: 'Medida',
  total: 'Total',

  clock: {
    label: 'Tempo restante',
    /** Spoken a few times, not every second. */
    minutesLeft: (minutes: number) =>
      minutes === 1 ? 'Resta 1 minuto.' : `Restam ${minutes} minutos.`,
    over: 'O tempo acabou. Enviando suas respostas…',
    endsAt: (time: string) => `Termina às ${time}`,
  },
  progress: {
    label: 'Progresso',
    position: (current: number, total: number) => `Questão ${current} de ${total}`,
    answered: (answered: number, total: number) => `${answered} de ${total} respondidas`,
  },
  questionMap: {
    title: 'Mapa das questões',
    question: (number: number) => `Questão ${number}`,
    answered: 'respondida',
    unanswered: 'sem resposta',
    current: 'atual',
  },
};
