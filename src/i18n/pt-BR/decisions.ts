/** What a person decides about a result. */
export const decisions = {
  panel: {
    title: 'Decisão',
    none: 'Ainda não há decisão sobre este resultado.',
    decide: 'Registrar uma decisão',
    again: 'Mudar a decisão',
    onlyPeople:
      'Quem decide é sempre uma pessoa. A nota não aprova nem reprova ninguém sozinha, e a decisão anterior continua no histórico.',
    kinds: { advance: 'Avançar', hold: 'Deixar em espera', reject: 'Não seguir' },
    save: {
      advance: 'Registrar: avançar',
      hold: 'Registrar: em espera',
      reject: 'Registrar: não seguir',
    },
    decided: { advance: 'Avança.', hold: 'Em espera.', reject: 'Não segue.' },
    byAt: (who: string, when: string) => `Decidido por ${who} em ${when}.`,
    earlier: (count: number) =>
      count === 1 ? '1 decisão anterior' : `${count} decisões anteriores`,
    note: 'Nota para colegas',
    noteHint: 'Até 1.000 caracteres. O candidato não vê esta nota.',
    write: 'Escrever ao candidato',
    writeHint: 'O texto abaixo vai por e-mail assim que você registrar a decisão.',
    message: 'Mensagem ao candidato',
    messageHint: 'Mude o que quiser. Só é enviada com a opção acima marcada.',
    step: 'Etapa na Gupy',
    stepHint: 'O nome da etapa como está na vaga. Em branco: a próxima etapa.',
    rejectGupy:
      'Na Gupy, a candidatura será reprovada com o motivo “teste abaixo da nota de corte” e os primeiros 255 caracteres da sua nota.',
    written: 'O que foi escrito ao candidato',
    notWritten: 'Nada foi escrito ao candidato.',
    problems: {
      step: 'Escreva o nome da etapa, com até 120 caracteres, ou deixe em branco.',
      note: 'Escreva até 1.000 caracteres, sem caracteres especiais de controle.',
      message:
        'Escreva a mensagem, com até 4.000 caracteres e sem caracteres especiais de controle, ou desmarque “Escrever ao candidato”.',
    },
  },
  /** Which application at Gupy a result goes to. */
  application: {
    title: 'Candidatura na Gupy',
    job: 'Vaga',
    application: 'Candidatura',
    unknown: 'ainda não encontrada',
    linkedBy: (who: string) => `Ligada à mão por ${who}.`,
    link: 'Ligar a candidatura',
    change: 'Ligar a outra candidatura',
    note: 'O comentário e as etiquetas vão para a candidatura ligada. O que estava parado é enviado de novo.',
    noteRegistered:
      'O resultado já chega à Gupy por ela mesma. Decisões movem ou reprovam a candidatura ligada.',
    search: 'Nome ou e-mail do candidato na Gupy',
    find: 'Procurar na vaga',
    number: 'Ou o número da candidatura',
    use: 'Ligar a esta',
    useOf: (who: string) => `Ligar à candidatura de ${who}`,
    nobody: 'Nenhuma candidatura desta vaga tem esse nome ou e-mail.',
    more: 'A vaga tem mais candidaturas do que as que olhamos. Se não achou, use o número.',
    problems: {
      search: 'Escreva de 2 a 120 caracteres.',
      application: 'Escreva só os números, como aparecem no endereço da candidatura na Gupy.',
      silent: 'A Gupy não respondeu à busca. Tente de novo em alguns minutos ou use o número.',
    },
  },
  /** The body of a mail to the candidate; its greeting is the mail's. */
  letters: {
    advance: (assessment: string, organization: string) =>
      `Obrigado por fazer a avaliação “${assessment}”. Temos uma boa notícia: queremos seguir com você no processo seletivo de ${organization}.\n\nEm breve entraremos em contato para combinar a próxima etapa.`,
    hold: (assessment: string, organization: string) =>
      `Obrigado por fazer a avaliação “${assessment}”. Recebemos seu resultado, e a equipe de ${organization} ainda está analisando as candidaturas.\n\nVocê não precisa fazer nada agora: escreveremos quando houver uma decisão.`,
    reject: (assessment: string, organization: string) =>
      `Obrigado pelo tempo e pelo cuidado que você dedicou à avaliação “${assessment}”. Depois de analisar as candidaturas com atenção, decidimos não seguir com a sua nesta vaga de ${organization}.\n\nO resultado de uma avaliação não define o seu valor como profissional. Você pode pedir que uma pessoa revise o seu resultado na página da avaliação. Desejamos sucesso nos seus próximos passos.`,
  },
};
