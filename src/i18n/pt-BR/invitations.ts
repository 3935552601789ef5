/** Links made for one person: the recruiter's pages, and what the candidate's add. */
export const invitations = {
  titleOf: (assessment: string) => `Convites: ${assessment}`,
  lead: 'Um link só da pessoa, com prazo para começar. O convite vai por e-mail, e quem ainda não terminou recebe até dois lembretes.',
  invite: 'Convidar',
  inviteTo: (assessment: string) => `Convidar para ${assessment}`,

  form: {
    title: 'Convidar uma pessoa',
    name: 'Nome completo',
    nameHint: 'Se este e-mail já é de um candidato seu, vale o nome que já está registrado.',
    email: 'E-mail',
    language: 'Idioma do convite',
    percent: 'Tempo de prova',
    percentHint:
      'Para quem precisa de mais tempo. O motivo não é registrado nem enviado a nenhum ATS.',
    other: 'Outro fator, em % da duração',
    otherHint: 'De 101 a 500; 175 é 1,75×. Use com “Outro”.',
    expires: 'Pode começar até',
    expiresHint:
      'Horário de Brasília, no máximo 90 dias. Quem começar dentro do prazo tem a duração inteira.',
    submit: 'Enviar o convite',
  },
  problems: {
    name: 'Escreva o nome (até 120 letras).',
    email: 'Escreva um e-mail válido, como nome@exemplo.com.',
    percent: 'Escolha uma opção ou escreva um número inteiro de 101 a 500.',
    expires: 'Escolha uma data e hora no futuro, em até 90 dias.',
    open: 'Esta pessoa já tem um convite desta avaliação que ainda não terminou.',
    openLink: 'Ver esse convite',
  },
  unpublishedTitle: 'Esta avaliação não está publicada',
  unpublished: 'Só dá para convidar para uma avaliação publicada.',
  onlyRecruiters: 'Quem convida e vê os links pessoais são recrutadores e administradores.',

  notices: {
    created: 'Convite criado. O e-mail sai em instantes; o link pessoal está na lista.',
    repeated: 'Este convite já tinha sido criado; nada foi enviado de novo.',
    resent: 'O convite vai de novo por e-mail.',
    not_resent:
      'Nada foi enviado: um e-mail deste convite saiu há menos de 5 minutos, ou ele já terminou.',
    extended: 'O novo prazo está valendo.',
    cancelled: 'O convite foi cancelado. O link pessoal agora diz isso a quem o abrir.',
    closed:
      'Nada mudou: este convite já foi usado, terminou ou foi cancelado. Se o prazo passou, faça um novo convite.',
  },

  list: 'Convites feitos',
  emptyTitle: 'Ninguém foi convidado ainda',
  empty: 'Os convites desta avaliação aparecem aqui, com o andamento de cada pessoa.',
  states: {
    not_started: 'Aguardando',
    in_progress: 'Em andamento',
    submitted: 'Em avaliação',
    completed: 'Concluído',
    expired: 'Prazo vencido',
    cancelled: 'Cancelado',
  },
  score: (score: string) => `Nota ${score}`,
  invitedAt: (when: string) => `Convite em ${when}`,
  startUntil: (when: string) => `Começar até ${when}`,
  expiredAt: (when: string) => `Prazo era ${when}`,
  reminders: (count: number) =>
    count === 1 ? '1 lembrete enviado' : `${count} lembretes enviados`,
  factor: (factor: string) => `Tempo ${factor}`,
  personalLink: (name: string) => `Link pessoal de ${name}`,

  resend: 'Reenviar e-mail',
  resendTo: (name: string) => `Reenviar e-mail a ${name}`,
  extend: 'Mudar o prazo',
  extendFor: (name: string) => `Mudar o prazo de ${name}`,
  extendSubmit: 'Salvar o prazo',
  cancel: 'Cancelar',
  cancelFor: (name: string) => `Cancelar o convite de ${name}`,
  cancelWarning:
    'O link deixa de servir na hora, mesmo com o teste já começado, e não dá para desfazer.',
  cancelSubmit: 'Cancelar o convite',

  /** On one result's page. */
  source: (when: string, who: string) => `Convite de ${who}, em ${when}`,
  sourceByRule: (when: string) => `Convite automático, em ${when}`,

  candidate: {
    until: 'Comece até',
    untilWhen: (when: string) => `${when} (horário de Brasília)`,
    timeTitle: 'Você tem mais tempo neste teste',
  },
};
