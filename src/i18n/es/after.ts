import type { Messages } from '../messages.ts';

export const after: Messages['after'] = {
  receipt: (name) => `Gracias, ${name}. Recibimos tus respuestas y están guardadas.`,
  receiptWaiting: (name) =>
    `Gracias, ${name}. Recibimos tus respuestas. Una persona de la empresa evaluará una parte.`,
  receiptNote: (organization) =>
    `En esta evaluación, quien recibe el resultado es ${organization}; esta página no muestra notas. Para saber más, habla con la empresa o haz una solicitud en “Tus datos y tus derechos”.`,
  totalMeaning:
    'De 0 a 100: la parte de la prueba que alcanzaron tus respuestas. La nota sola no descarta a nadie: decide una persona.',
  competenciesMeaning:
    'Cada barra va de 0 a 100 y cuenta solo las preguntas que miden esa competencia.',
  band: 'Qué significa',
  print:
    'Para guardar una copia, usa la opción de imprimir del navegador o guarda la página en PDF.',

  explanations: 'Tus respuestas, pregunta por pregunta',
  explanationsLead:
    'La empresa publicó la corrección: mira qué respondiste, qué era correcto y por qué.',
  question: (number) => `Pregunta ${number}`,
  yourAnswer: 'Tu respuesta',
  why: 'Por qué',
  noKey: 'Esta pregunta no tiene respuesta correcta ni incorrecta.',
  verdicts: {
    right: 'Acertaste.',
    partly: 'Acertaste una parte.',
    wrong: 'Esta vez no acertaste.',
    unanswered: 'No respondiste.',
    graded: 'Una persona evaluó esta respuesta.',
  },

  rating: {
    title: '¿Cómo fue hacer esta prueba?',
    lead: 'Es opcional y no cambia tu resultado. La empresa lee tu opinión para mejorar la prueba.',
    scale: 'Tu valoración de la prueba',
    values: ['1, muy mala', '2, mala', '3, regular', '4, buena', '5, muy buena'],
    comment: '¿Quieres decir algo más?',
    commentHint: 'Opcional, hasta 1.000 caracteres.',
    send: 'Enviar opinión',
    change: 'Cambiar opinión',
    thanks: '¡Gracias! Tu opinión está guardada. Puedes cambiarla cuando quieras.',
    problems: {
      rating: 'Elige una nota de 1 a 5.',
      comment:
        'El comentario pasa de 1.000 caracteres o tiene caracteres que no se pueden guardar.',
    },
    given: (rating) => `${rating} de 5`,
    label: 'Opinión del candidato sobre la prueba',
  },
};
