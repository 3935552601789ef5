import type { Messages } from '../messages.ts';

export const deliveries: Messages['deliveries'] = {
  navigation: 'Entregas',
  title: 'Entregas',
  lead: 'Todo lo que Aferi entregó o aún intenta entregar, con cada intento.',
  views: { label: 'Listas de entregas', all: 'Todas', missing: 'Completados, aún no en el ATS' },
  missingLead:
    'Pruebas completadas cuyo resultado Gupy aún no recibió. Lo que se está enviando en este minuto no aparece aquí.',
  unplanned: 'La prueba se completó y su entrega aún no se pudo preparar.',
  list: 'Lista de entregas',
  kind: 'Qué y adónde',
  allKinds: 'Todo',
  state: 'Situación',
  allStates: 'Todas las situaciones',
  assessment: 'Evaluación',
  allAssessments: 'Todas las evaluaciones',
  from: 'Desde',
  to: 'Hasta',
  clear: 'Borrar filtros',
  candidate: 'Candidato',
  planned: 'Desde',
  lastTry: 'Último intento',
  tries: (count) => (count === 1 ? '1 intento' : `${count} intentos`),
  parkedShort: 'Detenida',
  toResult: 'Ver el resultado',
  replay: 'Reenviar ahora',
  replayAll: 'Reenviar las detenidas',
  replayAllNote: (limit) =>
    `Solo las de estos filtros, hasta ${limit} por vez, de la más antigua a la más nueva.`,
  replayed: 'Reenvío pedido. El próximo intento empieza en instantes.',
  replayedMany: (count) =>
    count === 0
      ? 'Ninguna entrega detenida en estos filtros.'
      : count === 1
        ? 'Reenvío de 1 entrega pedido. Empieza en instantes.'
        : `Reenvío de ${count} entregas pedido. Empieza en instantes.`,
  replayMore: 'Hay otras detenidas: pídalo de nuevo para continuar.',
  replaySending: 'Esta entrega se está enviando ahora. Espere un minuto y mire de nuevo.',
  replayExpunged:
    'Esta entrega no se puede reenviar: el contenido se borra 30 días después de entregado.',
  replayedBy: 'a pedido de una persona',
  due: 'Es su turno: sale en cuanto el destino pueda recibirla.',
  csv: 'Descargar CSV',
  emptyTitle: 'Ninguna entrega todavía',
  empty: 'Cuando alguien termine una prueba, lo que se envíe aparece aquí.',
  missingEmptyTitle: 'No falta nada',
  missingEmpty: 'Todo resultado completado llegó adonde debía.',
  sparseTitle: 'Nada en esta parte de la lista',
  sparse: 'Hay entregas más antiguas que aún no se miraron con estos filtros.',
  noMatchTitle: 'Nada con estos filtros',
  noMatch: 'Cambie o borre los filtros.',
  errors: {
    'cut short': 'Interrumpido: el proceso se detuvo a la mitad',
    'every try was cut short': 'Todos los intentos se interrumpieron',
    'no answer within 15 s': 'Sin respuesta en 15 s',
    'the connection failed': 'La conexión falló',
    'nothing here can send this': 'Este tipo de entrega ya no existe',
  },
  csvHead: {
    id: 'id',
    planned: 'creada_en',
    kind: 'tipo',
    destination: 'destino',
    state: 'situacion',
    tries: 'intentos',
    status: 'ultimo_estado',
    error: 'ultimo_error',
    next: 'proximo_en',
    finished: 'terminada_en',
    candidate: 'candidato',
    attempt: 'resultado',
  },
  alert: {
    'lane.failing': {
      subject: (kind) => `${kind}: las entregas fallan desde hace una hora`,
      body: (place) =>
        `Desde hace más de una hora no se aceptan nuestras entregas (${place}). No se perdió nada: seguimos intentando por unas 75 horas y avisamos cuando vuelva a funcionar.`,
    },
    'delivery.parked': {
      subject: (kind) => `${kind}: una entrega se detuvo y lo necesita`,
      body: (place) =>
        `Una entrega (${place}) se detuvo: no habrá otro intento automático. Vea el motivo, resuélvalo y reenvíe con un clic. Si otras se detienen enseguida, estarán en la misma lista.`,
    },
    'lane.recovered': {
      subject: (kind) => `${kind}: las entregas volvieron a funcionar`,
      body: (place) =>
        `Nuestras entregas (${place}) se aceptan de nuevo. Lo que esperaba se está enviando ahora.`,
    },
    reason: (reason) => `Lo que sabemos: ${reason}`,
    button: 'Ver las entregas',
    footer: (organization) => `Recibe este aviso porque administra ${organization} en Aferi.`,
  },
  status: {
    title: 'Cómo van las entregas',
    lead: 'Medido de verdad, en todas las organizaciones, del fin de la prueba hasta que el resultado llega. Sin datos de nadie.',
    measure: 'Medida',
    day: 'Últimas 24 horas',
    month: 'Últimos 30 días',
    firstTry: 'Del fin de la prueba al primer intento (mediana)',
    delivered: 'Del fin de la prueba a la entrega (mediana)',
    parked: 'Entregas que se detuvieron y esperan a una persona',
    count: 'Entregas medidas',
    atMost: (time) => `hasta ${time}`,
    more: (time) => `más de ${time}`,
    none: 'Aún no hay nada que medir',
    note: 'Se actualiza cada minuto. La mediana se da por el escalón en que cae: el tiempo real es ese o menor.',
  },
};
