export const sitting = {
  here: 'Continuar aquí',
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
    minutes: '{count} min',
    seconds: '{count} s',
  },
};
