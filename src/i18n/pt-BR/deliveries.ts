/** The ledger of deliveries, its alerts, and the public page of figures. */
export const deliveries = {
  navigation: 'Entregas',
  title: 'Entregas',
  lead: 'Tudo o que o Aferi entregou ou ainda tenta entregar, com cada tentativa.',
  views: { label: 'Listas de entregas', all: 'Todas', missing: 'Concluídos, ainda não no ATS' },
  missingLead:
    'Testes concluídos cujo resultado a Gupy ainda não recebeu. O que está sendo enviado neste minuto não aparece aqui.',
  unplanned: 'O teste foi concluído, e a entrega ainda não pôde ser preparada.',
  list: 'Lista de entregas',
  kind: 'O que e para onde',
  allKinds: 'Tudo',
  state: 'Situação',
  allStates: 'Todas as situações',
  assessment: 'Avaliação',
  allAssessments: 'Todas as avaliações',
  from: 'De',
  to: 'Até',
  clear: 'Limpar filtros',
  candidate: 'Candidato',
  planned: 'Desde',
  lastTry: 'Última tentativa',
  tries: (count: number) => (count === 1 ? '1 tentativa' : `${count} tentativas`),
  parkedShort: 'Parada',
  toResult: 'Ver o resultado',
  replay: 'Reenviar agora',
  replayAll: 'Reenviar as paradas',
  replayAllNote: (limit: number) =>
    `Só as destes filtros, até ${limit} por vez, das mais antigas para as mais novas.`,
  replayed: 'Reenvio pedido. A próxima tentativa começa em instantes.',
  replayedMany: (count: number) =>
    count === 0
      ? 'Nenhuma entrega parada nestes filtros.'
      : count === 1
        ? 'Reenvio de 1 entrega pedido. Começa em instantes.'
        : `Reenvio de ${count} entregas pedido. Começa em instantes.`,
  replayMore: 'Há outras paradas: peça de novo para continuar.',
  replaySending: 'Esta entrega está sendo enviada agora. Espere um minuto e olhe de novo.',
  replayExpunged:
    'Esta entrega não pode ser reenviada: o conteúdo é apagado 30 dias depois de entregue.',
  replayedBy: 'a pedido de uma pessoa',
  due: 'Na vez: sai assim que o destino puder receber.',
  csv: 'Baixar CSV',
  emptyTitle: 'Nenhuma entrega ainda',
  empty: 'Quando alguém terminar um teste, o que for enviado aparece aqui.',
  missingEmptyTitle: 'Nada em falta',
  missingEmpty: 'Todo resultado concluído chegou aonde devia.',
  sparseTitle: 'Nada nesta parte da lista',
  sparse: 'Há entregas mais antigas que ainda não foram vistas com estes filtros.',
  noMatchTitle: 'Nada com estes filtros',
  noMatch: 'Mude ou limpe os filtros.',
  errors: {
    'cut short': 'Interrompida: o processo parou no meio',
    'every try was cut short': 'Todas as tentativas foram interrompidas',
    'no answer within 15 s': 'Sem resposta em 15 s',
    'the connection failed': 'A conexão falhou',
    'nothing here can send this': 'Este tipo de entrega não existe mais',
  } as Record<string, string>,
  csvHead: {
    id: 'id',
    planned: 'criada_em',
    kind: 'tipo',
    destination: 'destino',
    state: 'situacao',
    tries: 'tentativas',
    status: 'ultimo_status',
    error: 'ultimo_erro',
    next: 'proxima_em',
    finished: 'encerrada_em',
    candidate: 'candidato',
    attempt: 'resultado',
  },
  alert: {
    'lane.failing': {
      subject: (kind: string) => `${kind}: entregas falhando há uma hora`,
      body: (place: string) =>
        `Há mais de uma hora as entregas (${place}) não são aceitas. Nada se perdeu: continuamos tentando por cerca de 75 horas e avisamos quando voltar a funcionar.`,
    },
    'delivery.parked': {
      subject: (kind: string) => `${kind}: uma entrega parou e precisa de você`,
      body: (place: string) =>
        `Uma entrega (${place}) parou: não haverá outra tentativa automática. Veja o motivo, resolva e reenvie com um clique. Se outras pararem em seguida, estarão na mesma lista.`,
    },
    'lane.recovered': {
      subject: (kind: string) => `${kind}: as entregas voltaram a funcionar`,
      body: (place: string) =>
        `As entregas (${place}) voltaram a ser aceitas. O que esperava está sendo enviado agora.`,
    },
    reason: (reason: string) => `O que sabemos: ${reason}`,
    button: 'Ver as entregas',
    footer: (organization: string) =>
      `Você recebe este aviso porque administra ${organization} no Aferi.`,
  },
  status: {
    title: 'Como vão as entregas',
    lead: 'Medido de verdade, em todas as organizações, do fim do teste até o resultado chegar. Sem dados de ninguém.',
    measure: 'Medida',
    day: 'Últimas 24 horas',
    month: 'Últimos 30 dias',
    firstTry: 'Do fim do teste à primeira tentativa (mediana)',
    delivered: 'Do fim do teste à entrega (mediana)',
    parked: 'Entregas que pararam e esperam uma pessoa',
    count: 'Entregas medidas',
    atMost: (time: string) => `até ${time}`,
    more: (time: string) => `mais de ${time}`,
    none: 'Nada a medir ainda',
    note: 'Atualizado a cada minuto. A mediana é dada pelo degrau em que cai: o tempo real é esse ou menor.',
  },
};
