import type { Messages } from '../messages.ts';

export const timeline: Messages['timeline'] = {
  title: 'Línea de tiempo de Gupy',
  lead: 'Para pruebas hechas por enlace público: al terminar, el resultado se vuelve un comentario y etiquetas en la candidatura, en Gupy.',
  onlyAdmins: 'Solo los administradores pueden cambiar esto.',
  notices: {
    connected: 'Token probado y guardado.',
    saved: 'Cambios guardados. Valen para los próximos resultados.',
    removed: 'Token borrado. No se escribe nada más en Gupy.',
  },
  token: 'Token de la API de Gupy',
  none: 'Ningún token. No se escribe nada en Gupy.',
  current: (hint, when) => `Token terminado en ${hint}, probado el ${when}.`,
  complete: 'Tiene todos los permisos que necesitamos.',
  missing: 'Faltan permisos',
  missingNote: 'Dé estos permisos al token en Gupy y péguelo aquí de nuevo.',
  permissions: {
    jobs: 'Listar vacantes',
    applications: 'Listar las candidaturas de una vacante',
    steps: 'Listar las etapas de una vacante',
    comments: 'Comentar en una candidatura',
    tags: 'Agregar etiquetas a una candidatura',
    moves: 'Mover o rechazar una candidatura',
  },
  connect: 'Conectar',
  replace: 'Cambiar el token',
  tokenField: 'Token',
  tokenHint:
    'Lo crea quien administra Gupy en su empresa. Se prueba antes de guardarlo, queda cifrado y no se muestra de nuevo.',
  tokenProblems: {
    shape: 'Pegue el token entero, sin espacios.',
    refused: 'Gupy no aceptó este token. Compruebe que se copió entero y que todavía es válido.',
    silent:
      'Gupy no respondió a la prueba. El token no se guardó: intente de nuevo en unos minutos.',
  },
  save: 'Probar y guardar',
  writing: 'Qué se escribe',
  comment:
    'Un comentario con el resultado, visible solo para la empresa, y estas etiquetas. Cada resultado se escribe una vez.',
  fields: {
    tags: 'Etiquetas',
    cutOff: 'Nota de corte',
    moveFrom: 'Mover a partir de la nota',
    moveStep: 'A la etapa',
  },
  hints: {
    tags: 'Una por línea, hasta 5, de hasta 120 caracteres. {{total}} es la nota; {{verdict}} es “apto” o “no apto” según la nota de corte. Sin nota o sin corte, la etiqueta que los pide no se crea.',
    cutOff: 'De 0 a 100. En blanco: ninguna etiqueta dice apto o no apto.',
    moveFrom: 'De 0 a 100. En blanco: nada se mueve solo.',
    moveStep: 'El nombre de la etapa como está en la vacante.',
  },
  problems: {
    tags: 'Escriba hasta 5 etiquetas, una por línea, de hasta 120 caracteres y solo con {{total}} y {{verdict}} entre llaves.',
    cutOff: 'Escriba un número entero de 0 a 100, o déjelo en blanco.',
    moveFrom: 'Escriba un número entero de 0 a 100, o déjelo en blanco.',
    moveStep: 'Complete la nota y el nombre de la etapa, o deje los dos en blanco.',
  },
  ownCutOffs: 'Nota de corte de cada evaluación',
  ownCutOffsNote: 'En blanco: vale la nota de corte de arriba.',
  move: 'Mover solo (opcional)',
  moveNote:
    'Apagado al inicio. Solo lleva adelante: quien queda por debajo de la nota no cambia de etapa, y rechazar es siempre el clic de una persona.',
  saveWriting: 'Guardar',
  how: 'Cómo se encuentra la candidatura',
  howLink:
    'Indique en el enlace público la vacante de Gupy, o agregue a la dirección, en la plantilla de correo de Gupy, los números de la vacante y de la candidatura:',
  howFound:
    'Sin el número de la candidatura buscamos en la vacante el correo del candidato. Si no la encontramos, la entrega queda detenida y usted puede enlazar la candidatura en la página del resultado.',
  removal: 'Desconectar',
  remove: 'Borrar el token…',
  removeNote:
    'El token se borra de aquí, y los resultados dejan de ir a Gupy. Lo que ya se escribió allá sigue allá.',
  removeNow: 'Borrar el token',
  open: 'Línea de tiempo: token, etiquetas y etapas',
};
