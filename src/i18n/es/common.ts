import type { common as source } from '../pt-BR/common.ts';

export const common: typeof source = {
  productName: 'Aferi',
  skipToContent: 'Ir al contenido',
  navigation: 'Navegación principal',
  account: 'Cuenta',
  signIn: 'Entrar',
  signOut: 'Salir',
  signedInAs: (email) => `Has entrado como ${email}`,
  home: 'Inicio',
  language: 'Idioma',
  footer: 'Aferi es software abierto, con licencia MIT.',

  back: 'Volver',
  next: 'Siguiente',
  previous: 'Anterior',
  continue: 'Continuar',
  save: 'Guardar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  search: 'Buscar',
  filter: 'Filtrar',
  clear: 'Limpiar',
  newer: 'Más nuevos',
  older: 'Más antiguos',
  pages: 'Páginas',
  details: 'Ver detalles',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar. Selecciona el texto y cópialo.',
  yes: 'Sí',
  no: 'No',
  none: 'Ninguno',
  optional: 'opcional',
  working: 'Un momento…',
  opensInNewTab: '(se abre en otra pestaña)',

  formProblems: (count) =>
    count === 1 ? 'Hay 1 campo por corregir' : `Hay ${count} campos por corregir`,
  charactersLeft: (count) => `Caracteres restantes: ${count}`,
  charactersLimit: (limit) => `Hasta ${limit} caracteres.`,

  notice: { info: 'Información', success: 'Listo', warning: 'Atención', error: 'Error' },

  image: 'Imagen',
  tableRegion: 'Tabla: desplázala para verla entera',
  qrCode: (address) => `Código QR de ${address}`,

  score: 'Nota',
  scoreOf100: (score) => `${score} de 100`,
  noScore: 'Sin nota',
  measure: 'Medida',
  total: 'Total',

  clock: {
    label: 'Tiempo restante',
    minutesLeft: (minutes) => (minutes === 1 ? 'Queda 1 minuto.' : `Quedan ${minutes} minutos.`),
    over: 'Se acabó el tiempo. Enviando tus respuestas…',
    endsAt: (time) => `Termina a las ${time}`,
  },
  progress: {
    label: 'Progreso',
    position: (current, total) => `Pregunta ${current} de ${total}`,
    answered: (answered, total) => `${answered} de ${total} respondidas`,
  },
  questionMap: {
    title: 'Mapa de preguntas',
    question: (number) => `Pregunta ${number}`,
    answered: 'respondida',
    unanswered: 'sin respuesta',
    current: 'actual',
  },
};
