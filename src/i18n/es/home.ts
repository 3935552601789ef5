import type { Messages } from '../messages.ts';

export const home: Messages['home'] = {
  title: 'Evaluaciones técnicas y de comportamiento',
  heading: 'Evalúa competencias con claridad y respeto',
  lead: 'Pruebas que abren en cualquier teléfono, resultados explicados y entregados a Gupy. Software abierto.',
  points: [
    {
      title: 'Nada se pierde',
      text: 'Cada respuesta se guarda a cada paso. ¿Se cortó la conexión? El candidato vuelve donde estaba.',
    },
    {
      title: 'Notas que se comprueban',
      text: 'La corrección es abierta y repetible: misma versión y mismas respuestas, mismo resultado.',
    },
    {
      title: 'Directo a Gupy',
      text: 'La prueba es una etapa de la vacante, y el resultado se envía hasta que llega.',
    },
  ],
  recruiters: 'Soy del equipo de selección',
  candidates:
    '¿Recibiste una invitación? Abre la dirección que te envió la empresa: no hace falta una cuenta.',
};
