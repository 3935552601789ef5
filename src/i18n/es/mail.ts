import { paragraphs } from '../paragraphs.ts';

const footers = {
  invited:
    'Este enlace es solo tuyo: no lo reenvíes. Recibiste este mensaje porque {{organization}} invitó a este correo a una evaluación. Si no era para ti, ignóralo.',
  typed:
    'Este enlace es solo tuyo: no lo reenvíes. Recibiste este mensaje porque alguien indicó este correo en una evaluación de {{organization}}. Si no fuiste tú, ignóralo.',
};

export const mail = {
  /** Of these words, for a mail's `lang` attribute. */
  language: 'es',

  /** Instead of a name that could be an advertisement. */
  somebody: 'participante',

  /** In the format that an organization edits: see features/notifications/template.ts. */
  texts: {
    invitation: {
      subject: 'Invitación a una evaluación: {{assessment}}',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        '{{organization}} te invita a la evaluación «{{assessment}}».',
        'Plazo para empezar: {{expires}}\nTiempo para responder: {{duration}}',
        'El tiempo solo corre cuando empiezas. Funciona en el teléfono y en la computadora, y lo que respondas queda guardado. Si necesitas más tiempo u otro apoyo, pídelo en la primera página.',
      ),
      button: 'Abrir la evaluación',
      footer: footers.invited,
    },
    reminder: {
      subject: 'Tu evaluación te espera: {{assessment}}',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        'La evaluación «{{assessment}}», de {{organization}}, todavía no fue enviada.',
        'La invitación vale hasta {{expires}}. Si ya empezaste, el enlace lleva a donde te quedaste. Si no quieres participar, no tienes que hacer nada.',
      ),
      button: 'Abrir la evaluación',
      footer: footers.invited,
    },
    resume: {
      subject: 'Continúa tu evaluación: {{assessment}}',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        'Tu evaluación «{{assessment}}», de {{organization}}, está en curso. Vuelve a ella con el enlace de abajo, en cualquier dispositivo: lo que ya respondiste está guardado.',
        'Si la evaluación tiene límite de tiempo, el reloj sigue corriendo. El enlace vale hasta que envíes tus respuestas o se acabe el tiempo; después lleva a la página final.',
      ),
      button: 'Continuar la evaluación',
      footer: footers.typed,
    },
    received: {
      subject: 'Recibimos tus respuestas: {{assessment}}',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        'Tus respuestas de la evaluación «{{assessment}}» llegaron y están guardadas. Gracias por tu tiempo.',
        '{{organization}} te dará noticias sobre los próximos pasos.',
        'En tu página están los comprobantes de lo que enviaste y lo que se puede hacer con tus datos.',
      ),
      button: 'Ver mi página',
      footer: footers.typed,
    },
    result: {
      subject: 'Tu resultado: {{assessment}}',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        'El resultado de tu evaluación «{{assessment}}», de {{organization}}, está listo.',
        'Total: {{total}} de 100\nFranja: {{band}}',
        '{{feedback}}',
        'La página del resultado explica lo que significa. Puedes guardarla o imprimirla.',
      ),
      button: 'Ver mi resultado',
      footer: footers.typed,
    },
    decision: {
      subject: 'Noticias sobre tu evaluación: {{assessment}}',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        '{{organization}} te escribió sobre la evaluación «{{assessment}}»:',
        '{{message}}',
      ),
      button: 'Ver mi página',
      footer: footers.typed,
    },
    /** Not for an organization to edit, as those above are. */
    finished: {
      subject: 'Tu evaluación: {{assessment}}',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        'Ya terminaste la evaluación «{{assessment}}», de {{organization}}. Su página está en el enlace de abajo.',
        'El enlace sigue valiendo: guarda este mensaje para volver cuando quieras.',
      ),
      button: 'Ver mi evaluación',
      footer: footers.typed,
    },
    answered: {
      subject: 'La respuesta a tu pedido sobre tus datos',
      body: paragraphs(
        '¡Hola, {{candidate}}!',
        '{{organization}} respondió al pedido que hiciste sobre tus datos en la evaluación «{{assessment}}».',
        'Para proteger tu privacidad, la respuesta no está en este correo: está en tu página.',
      ),
      button: 'Leer la respuesta',
      footer: footers.typed,
    },
  },

  editor: {
    title: 'Correos a los candidatos',
    lead: 'Lo que recibe cada candidato, en el idioma de su evaluación. Usa nuestras palabras o las tuyas.',
    listNote:
      'Quien llega por Gupy no recibe “Respuestas recibidas” ni “Resultado”: allí avisa Gupy.',
    ours: 'Texto estándar',
    yours: 'Texto de la organización',
    changed: (when: string, who: string) => `cambiado el ${when} por ${who}`,
    edit: 'Editar',
    editOf: (kind: string, language: string) => `Editar: ${kind}, ${language}`,
    languages: 'Idiomas',
    back: 'Todos los correos',
    kinds: {
      invitation: 'Invitación',
      reminder: 'Recordatorio',
      resume: 'Continuar la evaluación',
      received: 'Respuestas recibidas',
      result: 'Resultado',
      decision: 'Decisión',
      answered: 'Respuesta a una solicitud sobre sus datos',
    },
    when: {
      invitation: 'Sale cuando se invita a alguien por su nombre.',
      reminder:
        'Sale antes de que venza una invitación, dos veces como máximo, solo a quien no terminó.',
      resume: 'Sale cuando el candidato pide el enlace para volver a una evaluación en curso.',
      received:
        'Sale después del envío, cuando falta la nota de una persona o la evaluación no muestra el resultado al candidato.',
      result: 'Sale cuando el resultado está listo, si la evaluación lo muestra al candidato.',
      decision: 'Sale cuando alguien registra una decisión con un mensaje para el candidato.',
    },
    subject: 'Asunto',
    subjectHint: 'Aquí caben {{candidate}}, {{organization}} y {{assessment}}.',
    body: 'Texto',
    bodyHint:
      'Una línea vacía separa párrafos. El botón con el enlace y el pie van siempre después del texto.',
    left: '{count} caracteres restantes',
    placeholders: 'Lo que se puede completar',
    placeholdersNote:
      'Escribe el nombre entre llaves dobles. Una línea con algo que no existe para un candidato se omite entera.',
    meanings: {
      candidate: 'el nombre del candidato',
      organization: 'el nombre de tu organización',
      assessment: 'el nombre de la evaluación',
      expires: 'hasta cuándo vale la invitación',
      duration: 'el tiempo para responder',
      total: 'el total, de 0 a 100; no existe en evaluaciones de perfil',
      band: 'el nombre de la franja del total, si la evaluación tiene franjas',
      feedback: 'el texto de la franja, si la evaluación tiene franjas',
      message: 'el mensaje que se escribió con la decisión; tiene que estar en el texto',
    },
    save: 'Guardar',
    preview: 'Vista previa',
    test: 'Enviarme una prueba',
    testNote: (email: string) => `La prueba va a ${email}, con datos de ejemplo.`,
    reset: 'Volver al texto estándar',
    resetNote: 'El texto de la organización se borra. Los próximos correos usan el texto estándar.',
    previewTitle: 'Cómo va a llegar',
    previewNote: 'Con datos de ejemplo.',
    linkHere: 'aquí va el enlace de cada candidato',
    unsaved: 'Esta es una vista previa: el texto todavía no se guardó.',
    notices: {
      saved: 'Guardado. Los próximos correos salen así.',
      reset: 'Este correo volvió al texto estándar.',
    },
    tested: (email: string) =>
      `Se envió una prueba a ${email}. Con eso el texto no quedó guardado: guárdalo si está bien.`,
    problems: {
      empty: { subject: 'Escribe un asunto.', body: 'Escribe un texto.' },
      long: {
        subject: 'Usa 150 caracteres como máximo.',
        body: 'Usa 5000 caracteres como máximo.',
      },
      unstorable: 'Hay un carácter que no se puede guardar. Escribe esa parte de nuevo.',
      unknown: (name: string) => `{{${name}}} no se puede completar aquí. Mira la lista de abajo.`,
      missing: (name: string) => `Incluye {{${name}}} en el texto.`,
      tooMany: 'Demasiadas pruebas en poco tiempo. Espera un minuto e inténtalo de nuevo.',
    },
    samples: {
      candidate: 'María Silva',
      assessment: 'Atención al cliente',
      total: '82',
      band: 'Muy bueno',
      feedback:
        'Reconociste bien lo que necesitaba cada cliente. Vale la pena practicar cómo explicar un retraso.',
      message: 'Nos gustó conocer tu trabajo y queremos conversar contigo esta semana.',
    },
  },

  mailbox: {
    title: 'Buzón de desarrollo',
    lead: 'Todos los correos enviados por este servidor de desarrollo, del más nuevo al más antiguo.',
    to: 'Para',
    empty: 'Ningún correo.',
  },
};
