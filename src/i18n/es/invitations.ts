import type { Messages } from '../messages.ts';

export const invitations: Messages['invitations'] = {
  titleOf: (assessment) => `Invitaciones: ${assessment}`,
  lead: 'Un enlace solo de la persona, con plazo para comenzar. La invitación va por correo, y quien aún no terminó recibe como máximo dos recordatorios.',
  invite: 'Invitar',
  inviteTo: (assessment) => `Invitar a ${assessment}`,

  form: {
    title: 'Invitar a una persona',
    name: 'Nombre completo',
    nameHint: 'Si este correo ya es de un candidato tuyo, vale el nombre que ya está registrado.',
    email: 'Correo',
    language: 'Idioma de la invitación',
    percent: 'Tiempo de la prueba',
    percentHint:
      'Para quien necesita más tiempo. El motivo no se registra ni se envía a ningún ATS.',
    other: 'Otro factor, en % de la duración',
    otherHint: 'De 101 a 500; 175 es 1,75×. Úsalo con “Otro”.',
    expires: 'Puede comenzar hasta',
    expiresHint:
      'Hora de Brasilia, 90 días como máximo. Quien comience dentro del plazo tiene toda la duración.',
    submit: 'Enviar la invitación',
  },
  problems: {
    name: 'Escribe el nombre (hasta 120 letras).',
    email: 'Escribe un correo válido, como nombre@ejemplo.com.',
    percent: 'Elige una opción o escribe un número entero de 101 a 500.',
    expires: 'Elige una fecha y hora en el futuro, dentro de 90 días.',
    open: 'Esta persona ya tiene una invitación a esta evaluación que aún no terminó.',
    openLink: 'Ver esa invitación',
  },
  unpublishedTitle: 'Esta evaluación no está publicada',
  unpublished: 'Solo se puede invitar a una evaluación publicada.',
  onlyRecruiters:
    'Quienes invitan y ven los enlaces personales son reclutadores y administradores.',

  notices: {
    created:
      'Invitación creada. El correo sale en un momento; el enlace personal está en la lista.',
    repeated: 'Esta invitación ya se había creado; no se envió nada de nuevo.',
    resent: 'La invitación va de nuevo por correo.',
    not_resent:
      'No se envió nada: un correo de esta invitación salió hace menos de 5 minutos, o ya terminó.',
    extended: 'El nuevo plazo ya vale.',
    cancelled: 'La invitación fue cancelada. Su enlace personal ahora lo dice a quien lo abra.',
    closed:
      'Nada cambió: esta invitación ya se usó, terminó o fue cancelada. Si el plazo pasó, haz una nueva.',
  },

  list: 'Invitaciones hechas',
  emptyTitle: 'Aún no se ha invitado a nadie',
  empty: 'Las invitaciones de esta evaluación aparecen aquí, con el avance de cada persona.',
  states: {
    not_started: 'En espera',
    in_progress: 'En curso',
    submitted: 'En evaluación',
    completed: 'Completada',
    expired: 'Plazo vencido',
    cancelled: 'Cancelada',
  },
  score: (score) => `Puntuación ${score}`,
  invitedAt: (when) => `Invitación del ${when}`,
  startUntil: (when) => `Comenzar hasta ${when}`,
  expiredAt: (when) => `El plazo era ${when}`,
  reminders: (count) =>
    count === 1 ? '1 recordatorio enviado' : `${count} recordatorios enviados`,
  factor: (factor) => `Tiempo ${factor}`,
  personalLink: (name) => `Enlace personal de ${name}`,

  resend: 'Reenviar correo',
  resendTo: (name) => `Reenviar correo a ${name}`,
  extend: 'Cambiar el plazo',
  extendFor: (name) => `Cambiar el plazo de ${name}`,
  extendSubmit: 'Guardar el plazo',
  cancel: 'Cancelar',
  cancelFor: (name) => `Cancelar la invitación de ${name}`,
  cancelWarning:
    'El enlace deja de servir al instante, incluso con la prueba comenzada, y no se puede deshacer.',
  cancelSubmit: 'Cancelar la invitación',

  source: (when, who) => `Invitación de ${who}, el ${when}`,
  sourceByRule: (when) => `Invitación automática, el ${when}`,

  candidate: {
    until: 'Comienza antes de',
    untilWhen: (when) => `${when} (hora de Brasilia)`,
    timeTitle: 'Tienes más tiempo en esta prueba',
  },
};
