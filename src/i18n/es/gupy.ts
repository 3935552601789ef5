import type { Messages } from '../messages.ts';

export const gupy: Messages['gupy'] = {
  total: 'Resultado general',
  totalMeans: 'Media ponderada de las secciones de la prueba, de 0 a 100.',
  profile: 'Perfil de comportamiento',
  profileMeans: 'Escalas de 0 a 100 que muestran tendencias. No hay nota general ni aprobación.',
  competencies: 'Competencias',
  scales: 'Escalas',
  noScore: 'sin nota',
  states: {
    not_started: 'Aún no comenzó',
    in_progress: 'En curso',
    submitted: 'Enviada, a la espera de la evaluación de una persona',
    completed: 'Terminada',
    expired: 'Cerrada sin comenzar',
    cancelled: 'Cancelada',
  },
  pending: (count) =>
    count === 1
      ? 'Espera la evaluación de una persona: 1 pregunta.'
      : `Esperan la evaluación de una persona: ${count} preguntas.`,
  taken: 'Cómo se hizo',
  time: (taken, allowed) => `Tiempo: ${taken} de ${allowed}`,
  byClock: '(el tiempo se acabó y se envió lo guardado)',
  answered: (answered, total) => `Respondidas: ${answered} de ${total}`,
  submittedAt: (when) => `Enviada el ${when}`,
  health: (label) =>
    `Condiciones de la prueba, para que las mire una persona: ${label}. No cambian la nota.`,
  seeAll: 'Ver el resultado completo',
  apt: 'apto',
  notApt: 'no apto',
};
