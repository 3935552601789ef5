import type { Messages } from '../messages.ts';

export const health: Messages['health'] = {
  signals: {
    hidden: {
      name: 'Página fuera de la vista',
      records:
        'Cuántas veces, y por cuántos segundos, la página de la prueba quedó fuera de la vista. No lo que abrió o vio.',
      why: 'Para saber si la prueba se hizo de una vez o con pausas.',
      innocent:
        'Una notificación, una llamada, la pantalla que se apaga sola, alguien que llamó, una consulta a la calculadora.',
    },
    full_screen: {
      name: 'Salida de la pantalla completa',
      records: 'Cuántas veces se dejó la pantalla completa, que esta prueba pide.',
      why: 'Porque la empresa pidió que la prueba se haga en pantalla completa.',
      innocent: 'La tecla Esc, una videollamada, un aviso del sistema, un lector de pantalla.',
    },
    paste: {
      name: 'Texto pegado',
      records:
        'Cuántas veces se pegó algo en una respuesta, y cuántos caracteres. Nunca el contenido.',
      why: 'Para entender cómo se escribió una respuesta larga.',
      innocent:
        'Escribir en un editor y pegar, mover una parte de la propia respuesta, un teclado que pega lo que se dicta.',
    },
    copy: {
      name: 'Texto copiado',
      records: 'Cuántas veces se copió algo de esta página. Nunca el contenido.',
      why: 'Para saber si las preguntas pueden estar circulando.',
      innocent:
        'Traducir una palabra, guardar la propia respuesta, escuchar el texto en otro programa.',
    },
    resized: {
      name: 'Ventana reducida',
      records: 'Cuándo la ventana pasó a ocupar la mitad, o menos, del espacio que tenía.',
      why: 'Para saber si la prueba compartió la pantalla con otra cosa.',
      innocent: 'Una pantalla pequeña, ordenar las ventanas, un recurso de accesibilidad.',
    },
    network: {
      name: 'Cambio de red',
      records:
        'Si la dirección de red cambió durante la prueba. Guardamos solo un código que permite comparar, no la dirección.',
      why: 'Para saber si la prueba cambió de lugar.',
      innocent: 'El móvil que sale del wifi, una VPN, la operadora que cambia direcciones sola.',
    },
    device: {
      name: 'Cambio de dispositivo',
      records:
        'Si la prueba pasó de un tipo de dispositivo a otro: computadora, tableta o teléfono.',
      why: 'Para entender las condiciones en que se hizo cada parte.',
      innocent: 'La batería agotada, una pantalla más grande para una pregunta larga.',
    },
    resumed: {
      name: 'Prueba reabierta',
      records: 'Cuántas veces se reabrió la prueba después de más de 2 minutos cerrada.',
      why: 'Para saber si hubo interrupciones.',
      innocent: 'La conexión que se cayó, el navegador que se colgó, un imprevisto en casa.',
    },
    fast_answer: {
      name: 'Respuesta muy rápida',
      records:
        'Si una pregunta estuvo abierta menos tiempo del que suele llevar la lectura de su texto.',
      why: 'Para saber si la pregunta se leyó.',
      innocent: 'Haberla leído antes y volver, reconocer el tema enseguida, adivinar.',
    },
    outage: {
      name: 'Falta de conexión',
      records: 'Cuándo y por cuánto tiempo la página estuvo sin conexión.',
      why: 'Para devolver tiempo y explicar pausas. Nunca cuenta contra nadie.',
      innocent: 'Internet. No depende de quien hace la prueba.',
    },
  },
  events: {
    hidden: (duration) => `La página estuvo fuera de la vista por ${duration}.`,
    full_screen: 'Se dejó la pantalla completa.',
    paste: (characters) => `Se pegó un texto: ${characters}.`,
    copy: 'Se copió una parte de la página.',
    resized: (percent) => `La ventana se redujo al ${percent} del tamaño que tenía.`,
    network: 'La dirección de red cambió.',
    device: (from, to) => `El tipo de dispositivo cambió: de ${from} a ${to}.`,
    resumed: (duration) => `La prueba se reabrió después de ${duration}.`,
    fast_answer: (question, took, reading) =>
      `La pregunta ${question} estuvo abierta ${took}; leerla suele llevar al menos ${reading}.`,
    outage: (duration) => `La página estuvo sin conexión por ${duration}.`,
  },
  devices: { computer: 'computadora', tablet: 'tableta', phone: 'teléfono' },
  times: (count, written) => (count === 1 ? '1 vez' : `${written} veces`),
  characters: (count, written) => (count === 1 ? '1 carácter' : `${written} caracteres`),
  inAll: (amount) => `${amount} en total`,
  points: (points) => (points === 1 ? '1 punto' : `${points} puntos`),

  labels: { none: 'nada', low: 'nivel bajo', medium: 'nivel medio', high: 'nivel alto' },
  label: (label) => `Para que una persona lo mire: ${label}`,
  labelMeans:
    'Indica solo cuánto hay para que una persona mire con calma. No dice que alguien actuó mal, no cambia la nota y no decide nada.',

  notice: {
    title: 'Qué se registra durante la prueba',
    lead: (organization) =>
      `Para que ${organization} entienda en qué condiciones se hizo la prueba, esta prueba registra:`,
    nothing:
      'Esta prueba no registra nada sobre las condiciones en que se hace: solo sus respuestas y el tiempo.',
    promise:
      'Nada de esto cambia su nota ni elimina a nadie. No usamos cámara, micrófono, ubicación ni biometría. Después de la prueba, usted ve todo lo que se registró y puede comentarlo.',
    told: (organization) =>
      `${organization} pidió que una frase con el nivel, «para que una persona lo mire», vaya con el resultado a su sistema de selección. Solo esa frase: ninguno de los eventos.`,
    more: 'Cómo funciona, con todas las reglas',
    fullScreen: 'Esta prueba pide pantalla completa. Puede entrar y salir cuando lo necesite.',
    enterFullScreen: 'Usar la pantalla completa',
  },

  own: {
    title: 'Qué se registró durante la prueba',
    lead: (organization) => `Esto es todo, y es lo mismo que ve ${organization}.`,
    link: 'Ver qué se registró durante la prueba y comentarlo',
    nothingAsked: 'Esta prueba no registra nada sobre las condiciones en que se hace.',
    nothing: 'No se registró nada.',
    whatFor: 'Qué registraba esta prueba, y por qué',
    back: 'Volver a la página de la prueba',
    commentTitle: 'Su comentario',
    comment: '¿Quiere explicar algo?',
    commentHint: (organization) =>
      `Opcional. ${organization} lee su comentario al lado de este registro.`,
    changeUntil: (when) =>
      `Puede cambiar o borrar el comentario hasta el ${when} (hora de Brasilia).`,
    afterwards: 'Después de enviar la prueba, puede comentar aquí.',
    closed: 'El plazo para comentar ya pasó. Lo que escribió sigue guardado.',
    save: 'Guardar el comentario',
    saved: 'Comentario guardado.',
    tooLong: 'Escriba hasta 2.000 caracteres, sin caracteres de control.',
  },

  panel: {
    title: 'Condiciones de la prueba',
    nothingAsked: 'Esta evaluación no registra las condiciones de la prueba.',
    nothing: 'No se registró nada.',
    reasons: 'Por qué',
    noReasons: 'Ninguna señal llegó al primer límite de las reglas.',
    timeline: 'Línea de tiempo',
    signal: 'Señal',
    means: (innocent) => `Causas comunes: ${innocent}`,
    from: (start, end) => `De ${start} a ${end}`,
    events: (count, written) =>
      count === 1 ? 'Ver el evento registrado' : `Ver los ${written} eventos registrados`,
    comment: 'Comentario de la persona candidata',
    noComment: 'Ningún comentario.',
    commentedAt: (when) => `Escrito el ${when}`,
    rules: 'Cómo se calcula el nivel',
  },

  line: {
    title: 'Condiciones de la prueba',
    lead: 'Desactivado, nada sobre las condiciones de la prueba va a Gupy: el registro se queda en Aferi. Activado, el texto que solo su empresa lee en Gupy termina con una frase como esta, y nada más:',
    rest: 'La frase lleva solo el nivel (nada, bajo, medio o alto), calculado con reglas públicas. Ningún evento va con ella, la nota no cambia, y se avisa a los candidatos antes de empezar. Vale para los resultados enviados a partir de ahora.',
    on: 'Activado: la frase va con los resultados.',
    off: 'Desactivado: no se envía nada.',
    label: 'Enviar esa frase con el resultado',
    save: 'Guardar',
    notices: {
      lineOn: 'Activado. La frase va con los próximos resultados.',
      lineOff: 'Desactivado. Nada sobre las condiciones de la prueba va a Gupy.',
    },
  },

  page: {
    title: 'Condiciones de la prueba: qué registramos y para qué',
    lead: 'Registramos pocas cosas, decimos antes cuáles son y mostramos después lo que se registró. Esta página lo dice todo.',
    mayTitle: 'Qué se puede registrar',
    may: 'Cada empresa elige, para cada evaluación, cuáles de estas señales valen. La lista es cerrada: nada más que esto.',
    onByDefault: 'Activada, a menos que la empresa la desactive.',
    offByDefault: 'Desactivada, a menos que la empresa la active.',
    onlyIfAsked: 'Solo cuando la evaluación pide pantalla completa.',
    why: 'Para qué',
    innocent: 'Causas comunes',
    neverTitle: 'Qué no se registra nunca',
    never: [
      'Imagen, sonido, pantalla, rostro, voz, ubicación o cualquier biometría.',
      'El contenido de lo que copia o pega.',
      'Qué otras páginas o programas abre.',
      'El ritmo con que escribe o cómo mueve el ratón.',
      'La dirección de red: solo un código que sirve para comparar dentro de la misma prueba.',
    ],
    labelTitle: 'Cómo se llega al nivel',
    labelLead:
      'El nivel resume cuánto hay para que una persona mire. Se calcula solo con las cifras de esta tabla, iguales para todos. Cada señal vale 1 punto en su primer límite y 2 en el segundo.',
    firstStep: '1 punto desde',
    secondStep: '2 puntos desde',
    neverCounts: 'nunca cuenta',
    or: 'o',
    levelsTitle: 'De los puntos al nivel',
    level: 'Nivel',
    fromPoints: 'Puntos',
    alone: 'Una señal sola nunca pasa del nivel bajo.',
    reading: (words, seconds) =>
      `Una respuesta es “muy rápida” cuando la pregunta estuvo abierta menos tiempo del que lleva leer su texto a ${words} palabras por minuto, más o menos el doble de lo que lee la gente. Los textos de menos de ${seconds} segundos no cuentan.`,
    limitsTitle: 'Para qué no sirve',
    limits: [
      'Nunca cambia la nota: quien calcula la nota no conoce estos registros.',
      'Nadie es eliminado ni marcado automáticamente: una persona lo lee, con las causas comunes al lado.',
      'El registro no va al sistema de selección de la empresa: se queda en Aferi. Si la empresa lo pide, va solo una frase con el nivel, y se lo decimos antes de empezar.',
    ],
    rightsTitle: 'Qué puede hacer usted',
    rights: (days) => [
      'Leer, antes de empezar, exactamente lo que esa prueba registra.',
      'Ver, después de la prueba, cada evento registrado, con las mismas palabras que lee la empresa.',
      `Comentar, hasta ${days} días después del envío; la empresa lee el comentario al lado del registro.`,
      'Hacer la prueba con JavaScript desactivado: entonces solo se conoce el tiempo de cada pregunta, y eso no cuenta en su contra.',
    ],
  },
};
