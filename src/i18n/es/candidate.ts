import type { Messages } from '../messages.ts';

export const candidate: Messages['candidate'] = {
  link: {
    intro: (organization) => `${organization} te invita a esta evaluación.`,
    duration: 'Duración',
    minutes: (minutes) => (minutes === 1 ? '1 minuto' : `${minutes} minutos`),
    questions: 'Preguntas',
    level: 'Nivel',
    levels: { basic: 'Básico', intermediate: 'Intermedio', advanced: 'Avanzado' },
    attempts: 'Intentos',
    attemptsAllowed: (count) => (count === 1 ? '1' : `hasta ${count}`),
    otherLanguage: (language) => `Las preguntas de esta prueba están en ${language}.`,
    howItWorks: 'Cómo funciona',
    rules: [
      'El tiempo empieza cuando pulsas “Comenzar la prueba” y no se detiene, aunque cierres la página.',
      'Cada respuesta se guarda cuando avanzas o vuelves. Si se corta la conexión o se cierra la página, vuelve por esta misma dirección y sigue donde lo dejaste.',
      'Puedes saltar preguntas y volver a ellas mientras haya tiempo.',
      'Cuando el tiempo se acaba, lo que respondiste se envía automáticamente.',
    ],
    instructions: 'Sobre esta prueba',
    yourData: 'Tus datos',
    name: 'Nombre completo',
    nameHint: 'Como quieres que lo vea la empresa.',
    email: 'Correo electrónico',
    emailHint: 'Usa el mismo de tu candidatura. Con él retomas la prueba.',
    notice: 'Aviso de privacidad',
    accept: 'Leí el aviso de privacidad y quiero hacer la prueba.',
    start: 'Comenzar la prueba',
    startedByAts: (name) => `Hola, ${name}. Revisa la información y comienza cuando puedas.`,
    problems: {
      name: 'Escribe tu nombre (hasta 120 letras).',
      email: 'Escribe un correo válido, como nombre@ejemplo.com.',
      consent: 'Para comenzar, marca que leíste el aviso de privacidad.',
    },
  },
  closed: {
    unknownTitle: 'No encontramos esta prueba',
    unknown:
      'La dirección puede estar incompleta o desactivada. Revisa el enlace con quien te lo envió.',
    notOpenTitle: 'Esta prueba aún no está abierta',
    notOpen: (when) => `Abre el ${when} (hora de Brasilia). Vuelve por esta misma dirección.`,
    overTitle: 'Esta prueba está cerrada',
    over: (when) =>
      `El plazo terminó el ${when} (hora de Brasilia). Si lo necesitas, habla con la empresa.`,
    offTitle: 'Esta prueba no está recibiendo respuestas',
    off: 'La empresa desactivó el enlace. Habla con quien te lo envió. Lo que estaba guardado sigue guardado.',
  },
  resume: {
    title: 'Retomar una prueba ya comenzada',
    hint: 'Enviamos a esta dirección un enlace para continuar o ver tu intento.',
    submit: 'Enviar el enlace',
    sent: (email) => `Si hay un intento con ${email} en esta prueba, su enlace está en camino.`,
  },
  known: {
    title: 'Ya existe un intento con este correo',
    sent: (email) =>
      `Para proteger lo que ya se hizo, enviamos un enlace a ${email}: con él continúas donde lo dejaste o ves el intento que ya terminó.`,
    allowed: (count) =>
      count === 1
        ? 'Esta prueba permite 1 intento por persona.'
        : `Esta prueba permite ${count} intentos por persona.`,
    check: '¿No llegó en dos minutos? Mira el correo no deseado, o vuelve y revisa la dirección.',
    back: 'Volver y corregir el correo',
  },
  question: {
    saveNext: 'Guardar y continuar',
    saveReview: 'Guardar y revisar',
    previous: 'Anterior',
    review: 'Revisar y enviar',
    optional: 'Puedes dejarla en blanco y volver después.',
    conflictTitle: 'Esta pregunta se respondió en otra pestaña o dispositivo',
    conflict:
      'Abajo está lo que escribiste aquí; aún no se guardó. Guarda para quedarte con esta respuesta, o conserva la otra.',
    keepOther: 'Conservar la respuesta que estaba guardada',
    problemTitle: 'Esta respuesta aún no se guardó',
  },
  review: {
    title: 'Revisa y envía',
    allAnswered: 'Respondiste todas las preguntas.',
    allOpenAnswered: 'Respondiste todas las preguntas que siguen abiertas.',
    unanswered: (count) =>
      count === 1 ? 'Queda 1 pregunta sin respuesta.' : `Quedan ${count} preguntas sin respuesta.`,
    goTo: 'Elige un número para volver a su pregunta.',
    confirm: 'Terminé y quiero enviar. Sé que no podré cambiar mis respuestas.',
    confirmProblem: 'Marca la confirmación para enviar.',
    submit: 'Enviar la prueba',
    back: 'Volver a las preguntas',
    backTo: (number) => `Volver a la pregunta ${number}`,
  },
  done: {
    completedTitle: 'Prueba terminada',
    completed: (name) => `Gracias, ${name}. Recibimos tus respuestas y el resultado está abajo.`,
    waitingTitle: 'Respuestas recibidas',
    waiting: (name) =>
      `Gracias, ${name}. Una persona de la empresa evaluará parte de tus respuestas. El resultado aparecerá aquí, en esta misma dirección.`,
    byClock: 'El tiempo se acabó y enviamos todo lo que estaba guardado.',
    submittedAt: 'Enviada el',
    answered: 'Respondidas',
    late: 'Tu última respuesta llegó después del plazo y no cuenta. Todo lo guardado antes fue enviado.',
    already:
      'Esta prueba ya se había enviado; la respuesta que acabas de mandar no cuenta. Lo que estaba guardado está aquí.',
    notStartedTitle: 'Esta prueba aún no comenzó',
    notStarted: 'El resultado aparece aquí cuando la prueba esté hecha.',
    inProgressTitle: 'Prueba en curso',
    inProgress: 'El resultado aparece aquí cuando se envíe la prueba.',
    expiredTitle: 'El plazo de esta prueba pasó',
    expired: (organization) =>
      `La prueba no llegó a comenzar. Si aún quieres hacerla, habla con ${organization}: solo la empresa puede abrir un nuevo plazo.`,
    cancelledTitle: 'Esta prueba fue cancelada',
    cancelled: (organization) =>
      `${organization} canceló esta prueba y no tienes que hacer nada más. Si tienes dudas, habla con la empresa.`,
    total: 'Resultado general',
    competencies: 'Por competencia',
    profile: 'Tu perfil',
    profileNote:
      'Cada escala va de 0 a 100 y muestra tendencias. No hay resultados buenos o malos, ni aprobación.',
    resultLink: 'Abrir la página del resultado',
    resultHint: 'Guarda esa dirección: muestra tu resultado cuando quieras.',
    canClose: 'Ya puedes cerrar esta página.',
    returnTo: 'Volver a Gupy',
    returnHint:
      'Falta un paso: vuelve a Gupy para que tu candidatura muestre que la prueba está hecha.',
    returnElsewhere: 'Volver al sitio de la vacante',
    returnElsewhereHint: 'Falta un paso: vuelve al sitio donde te postulaste.',
  },
  notice: {
    title: 'Aviso de privacidad',
    version: (version) => `Versión ${version}`,
    anyOrganization: 'la empresa que te invitó',
  },
};
