/** Words that reach Gupy, in the assessment's own language. */
export const gupy = {
  total: 'Resultado geral',
  totalMeans: 'Média ponderada das seções do teste, de 0 a 100.',
  profile: 'Perfil comportamental',
  profileMeans: 'Escalas de 0 a 100 que mostram tendências. Não há nota geral nem aprovação.',
  competencies: 'Competências',
  scales: 'Escalas',
  noScore: 'sem nota',
  states: {
    not_started: 'Ainda não começou',
    in_progress: 'Em andamento',
    submitted: 'Enviado, aguardando avaliação de uma pessoa',
    completed: 'Concluído',
    expired: 'Prazo encerrado sem início',
    cancelled: 'Cancelado',
  },
  pending: (count: number) =>
    count === 1
      ? 'Aguarda avaliação de uma pessoa: 1 questão.'
      : `Aguardam avaliação de uma pessoa: ${count} questões.`,
  taken: 'Como foi feito',
  time: (taken: string, allowed: string) => `Tempo: ${taken} de ${allowed}`,
  byClock: '(o tempo acabou e o que estava salvo foi enviado)',
  answered: (answered: number, total: number) => `Respondidas: ${answered} de ${total}`,
  submittedAt: (when: string) => `Enviado em ${when}`,
  /** One sentence, only where the organization turned it on; `label` as in `health.labels`. */
  health: (label: string) =>
    `Condições do teste, para uma pessoa olhar: ${label}. Não mudam a nota.`,
  seeAll: 'Ver o resultado completo',
  /** In a tag, by the organization's cut-off. */
  apt: 'apto',
  notApt: 'não apto',
};
