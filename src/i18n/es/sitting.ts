export const sitting = {
  here: 'Continuar aquí',
  /** Of sections with a time limit of their own. */
  section: {
    /** On the start page. */
    rule: (number: number, title: string, time: string) =>
      `La sección ${number}, «${title}», tiene su propio tiempo: ${time}. Solo empieza cuando abras la sección.`,
    limit: (time: string, questions: number) =>
      questions === 1
        ? `Esta sección tiene 1 pregunta y ${time} de tiempo propio.`
        : `Esta sección tiene ${questions} preguntas y ${time} de tiempo propio.`,
    warning:
      'El tiempo empieza cuando pulses el botón y no se detiene. Hasta que se acabe puedes ir y volver; después ya no se puede responder a esta sección. Si la prueba termina antes, la sección termina con ella.',
    start: 'Empezar esta sección',
    later: 'Dejarla para después',
    overTitle: 'Se acabó el tiempo de esta sección',
    over: 'Lo que respondiste en ella está guardado y vale. Sigue con el resto de la prueba.',
    late: 'La última respuesta llegó después del tiempo de esta sección y no cuenta. Lo guardado antes vale.',
    goOn: (number: number) => `Seguir con la pregunta ${number}`,
    unopened: 'sección aún no abierta',
    closed: 'tiempo de la sección acabado',
    /** The clock while a question of the section is shown; `short` stands under it, before the test's own. */
    clock: {
      label: 'Tiempo restante de esta sección',
      short: 'esta sección · prueba',
      minutesLeft: (minutes: number) =>
        minutes === 1
          ? 'Queda 1 minuto de esta sección.'
          : `Quedan ${minutes} minutos de esta sección.`,
      over: 'Se acabó el tiempo de esta sección. Enviando tus respuestas…',
      until: (time: string) => `Sección hasta ${time}`,
      testUntil: (time: string) => `Prueba hasta ${time}`,
    },
  },
  /** Proofs of what was stored. */
  receipts: {
    title: 'Comprobantes',
    lead: (stored: number, total: number) =>
      `${stored} de ${total} preguntas tienen una respuesta guardada. Cada línea prueba qué se guardó y cuándo.`,
    savedAt: (when: string) => `guardada el ${when}`,
    later: 'Después de enviar la prueba puedes descargar estos comprobantes.',
    keep: 'Descarga el archivo y guárdalo. Con él, cualquiera puede comprobar que estas respuestas se guardaron.',
    download: 'Descargar los comprobantes',
    back: 'Volver a la prueba',
    link: 'Ver los comprobantes de tus respuestas',
    checkTitle: 'Comprobar comprobantes',
    checkLead:
      'Elige un archivo de comprobantes. Te decimos si salió de aquí y si la respuesta de cada pregunta está guardada. No nos quedamos con el archivo.',
    file: 'Archivo de comprobantes',
    paste: 'O pega el contenido del archivo',
    check: 'Comprobar',
    unreadable:
      'Esto no es un archivo de comprobantes. Elige el que se descargó después de la prueba.',
    good: (good: number, total: number) => `${good} de ${total} comprobantes son correctos.`,
    verdicts: {
      stored: 'Correcto: exactamente esta respuesta está guardada.',
      newer: 'Correcto: después se guardó una respuesta más nueva de la misma pregunta.',
      missing:
        'El comprobante es nuestro, pero esta respuesta ya no está guardada. Habla con la empresa.',
      forged: 'Este comprobante no se hizo aquí o fue modificado.',
    },
  },
  /** What the script of a test's pages says; it fills in what is in braces. */
  script: {
    saved: 'todo guardado',
    saving: 'guardando…',
    offline1: 'sin conexión · 1 respuesta espera en este dispositivo',
    offlineN: 'sin conexión · {count} respuestas esperan en este dispositivo',
    offline0: 'sin conexión · todo lo que respondiste está guardado',
    notSaved: 'la pregunta {number} no se guardó: {problem}',
    answered: '{answered} de {total} respondidas',
    retry:
      'no pudimos guardar ahora; tus respuestas están en este dispositivo y lo intentaremos de nuevo',
    back: 'Volver a las preguntas',
    backTo: 'Volver a la pregunta {number}',
    openOne: 'Falta 1 pregunta sin respuesta.',
    openMany: 'Faltan {count} preguntas sin respuesta.',
    replaced:
      'Esta prueba está abierta en otro lugar. Se abrió en otra pestaña o dispositivo, y ahora las respuestas valen allí. Aquí solo puedes leer.',
    unsentHere: 'Aún sin enviar desde este dispositivo: preguntas {numbers}.',
    newer:
      'La pregunta {number} se respondió después en otra pestaña o dispositivo. Vale esa respuesta; la de aquí no entró.',
    credit: 'La conexión se cortó durante {time}. Ese tiempo no cuenta: tu plazo ganó {time}.',
    creditPart: 'La conexión se cortó. Tu plazo ganó {time}, el máximo que esta prueba devuelve.',
    added: 'Tu plazo cambió: ganaste {time}.',
    queued:
      'Tu envío está en este dispositivo. En cuanto vuelva la conexión, las respuestas y el envío salen solos. Deja esta página abierta.',
    sending: 'Enviando tus respuestas…',
    timeUpOffline:
      'El tiempo terminó, pero no hay conexión. Lo que respondiste está en este dispositivo y sale solo cuando vuelva; si el corte se puede compensar, tu plazo aumenta.',
    fix: 'Antes de enviar, corrige la pregunta {number}: {problem}',
    confirm: 'Marca la confirmación para enviar.',
    missing: 'Esta pregunta aún no está en este dispositivo. Se abre cuando vuelva la conexión.',
    sectionUp: 'Se acabó el tiempo de la sección. Lo que respondiste en ella está guardado.',
    sectionUpOffline:
      'Se acabó el tiempo de esta sección, pero no hay conexión. Lo que respondiste queda guardado en este dispositivo y se enviará solo cuando vuelva; si la interrupción se puede compensar, la sección tendrá más tiempo. Puedes seguir con las otras preguntas.',
    sectionLate:
      'La respuesta de la pregunta {number} llegó después del tiempo de su sección y no cuenta. Lo guardado antes vale.',
    sectionOffline:
      'Para empezar esta sección hace falta conexión, y ahora no la hay. Inténtalo de nuevo cuando vuelva.',
    minutes: '{count} min',
    seconds: '{count} s',
  },
};
