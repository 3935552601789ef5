import type { Messages } from '../messages.ts';

export const decisions: Messages['decisions'] = {
  panel: {
    title: 'Decisión',
    none: 'Todavía no hay una decisión sobre este resultado.',
    decide: 'Registrar una decisión',
    again: 'Cambiar la decisión',
    onlyPeople:
      'Siempre decide una persona. La nota no aprueba ni rechaza a nadie por sí sola, y la decisión anterior queda en el historial.',
    kinds: { advance: 'Avanzar', hold: 'Dejar en espera', reject: 'No seguir' },
    save: {
      advance: 'Registrar: avanzar',
      hold: 'Registrar: en espera',
      reject: 'Registrar: no seguir',
    },
    decided: { advance: 'Avanza.', hold: 'En espera.', reject: 'No sigue.' },
    byAt: (who, when) => `Decidido por ${who} el ${when}.`,
    earlier: (count) => (count === 1 ? '1 decisión anterior' : `${count} decisiones anteriores`),
    note: 'Nota para colegas',
    noteHint: 'Hasta 1.000 caracteres. El candidato no ve esta nota.',
    write: 'Escribir al candidato',
    writeHint: 'El texto de abajo se envía por correo en cuanto registre la decisión.',
    message: 'Mensaje al candidato',
    messageHint: 'Cambie lo que quiera. Solo se envía con la opción de arriba marcada.',
    step: 'Etapa en Gupy',
    stepHint: 'El nombre de la etapa como está en la vacante. En blanco: la etapa siguiente.',
    rejectGupy:
      'En Gupy, la candidatura será rechazada con el motivo “prueba por debajo de la nota de corte” y los primeros 255 caracteres de su nota.',
    written: 'Lo que se escribió al candidato',
    notWritten: 'No se escribió nada al candidato.',
    problems: {
      step: 'Escriba el nombre de la etapa, con hasta 120 caracteres, o déjelo en blanco.',
      note: 'Escriba hasta 1.000 caracteres, sin caracteres especiales de control.',
      message:
        'Escriba el mensaje, con hasta 4.000 caracteres y sin caracteres especiales de control, o desmarque “Escribir al candidato”.',
    },
  },
  application: {
    title: 'Candidatura en Gupy',
    job: 'Vacante',
    application: 'Candidatura',
    unknown: 'todavía no encontrada',
    linkedBy: (who) => `Enlazada a mano por ${who}.`,
    link: 'Enlazar la candidatura',
    change: 'Enlazar con otra candidatura',
    note: 'El comentario y las etiquetas van a la candidatura enlazada. Lo que estaba detenido se envía de nuevo.',
    noteRegistered:
      'El resultado ya llega a Gupy por sí solo. Las decisiones mueven o rechazan la candidatura enlazada.',
    search: 'Nombre o correo del candidato en Gupy',
    find: 'Buscar en la vacante',
    number: 'O el número de la candidatura',
    use: 'Enlazar con esta',
    useOf: (who) => `Enlazar con la candidatura de ${who}`,
    nobody: 'Ninguna candidatura de esta vacante tiene ese nombre o correo.',
    more: 'La vacante tiene más candidaturas de las que miramos. Si no la encontró, use el número.',
    problems: {
      search: 'Escriba de 2 a 120 caracteres.',
      application:
        'Escriba solo los números, como aparecen en la dirección de la candidatura en Gupy.',
      silent: 'Gupy no respondió a la búsqueda. Intente de nuevo en unos minutos o use el número.',
    },
  },
  letters: {
    advance: (assessment, organization) =>
      `Gracias por hacer la evaluación “${assessment}”. Tenemos una buena noticia: queremos seguir contigo en el proceso de selección de ${organization}.\n\nPronto nos pondremos en contacto para acordar el próximo paso.`,
    hold: (assessment, organization) =>
      `Gracias por hacer la evaluación “${assessment}”. Recibimos tu resultado, y el equipo de ${organization} todavía está analizando las candidaturas.\n\nNo tienes que hacer nada ahora: te escribiremos cuando haya una decisión.`,
    reject: (assessment, organization) =>
      `Gracias por el tiempo y el cuidado que dedicaste a la evaluación “${assessment}”. Después de analizar las candidaturas con atención, decidimos no seguir con la tuya para este puesto en ${organization}.\n\nEl resultado de una evaluación no define tu valor como profesional. Puedes pedir que una persona revise tu resultado en la página de la evaluación. Te deseamos éxito en tus próximos pasos.`,
  },
};
