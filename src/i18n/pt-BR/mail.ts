export const mail = {
  /** Of these words, for a mail's `lang` attribute. */
  language: 'pt-BR',

  resume: {
    greeting: (name: string | undefined) => (name ? `Olá, ${name}!` : 'Olá!'),
    ongoing: {
      subject: (assessment: string) => `Continue sua avaliação: ${assessment}`,
      title: 'Continue sua avaliação',
      body: (assessment: string, organization: string) =>
        `Sua avaliação “${assessment}”, de ${organization}, está em andamento. Volte a ela pelo link abaixo, em qualquer dispositivo: o que você já respondeu está guardado.`,
      validity:
        'Se a avaliação tem limite de tempo, ele continua contando. O link vale até você enviar suas respostas ou o tempo acabar; depois disso, leva à página final.',
      button: 'Continuar avaliação',
    },
    finished: {
      subject: (assessment: string) => `Sua avaliação: ${assessment}`,
      title: 'Sua avaliação foi enviada',
      body: (assessment: string, organization: string) =>
        `Você já terminou a avaliação “${assessment}”, de ${organization}. A página dela está no link abaixo.`,
      validity: 'O link continua valendo: guarde esta mensagem para voltar quando quiser.',
      button: 'Ver minha avaliação',
    },
    footer: (organization: string) =>
      `Este link é só seu: não o encaminhe. Você recebeu esta mensagem porque alguém informou este e-mail em uma avaliação de ${organization}. Se não foi você, ignore-a.`,
  },

  mailbox: {
    title: 'Caixa de desenvolvimento',
    lead: 'Todos os e-mails enviados por este servidor de desenvolvimento, do mais novo ao mais antigo.',
    to: 'Para',
    empty: 'Nenhum e-mail.',
  },
};
