export const accounts = {
  signIn: {
    title: 'Entrar',
    lead: 'Escribe tu correo de trabajo. Te enviaremos un enlace para entrar, sin contraseña.',
    email: 'Correo electrónico',
    submit: 'Enviar enlace',
    badEmail: 'Escribe un correo completo, como nombre@empresa.com.',
    tooMany: 'Demasiadas solicitudes en poco tiempo. Espera un minuto e inténtalo de nuevo.',
  },
  sent: {
    title: 'Revisa tu correo',
    body: (email: string) =>
      `Si ${email} tiene acceso a Aferi, un enlace para entrar está en camino.`,
    validity: (minutes: number) =>
      `El enlace vale durante ${minutes} minutos y solo se puede usar una vez.`,
    nothingCame:
      '¿No llegó? Revisa el spam y que la dirección esté bien escrita, o habla con quien administra la cuenta de tu empresa.',
    again: 'Pedir otro enlace',
  },
  confirm: {
    title: 'Confirma tu entrada',
    body: 'Falta solo un clic para entrar en Aferi en este navegador.',
    submit: 'Entrar',
  },
  refused: {
    title: 'Este enlace ya no sirve',
    body: (minutes: number) =>
      `Ya se usó, pasaron sus ${minutes} minutos de validez o llegó incompleto. Pide uno nuevo.`,
    again: 'Pedir otro enlace',
  },
  mail: {
    subject: 'Tu enlace para entrar en Aferi',
    title: 'Entra en Aferi',
    body: (email: string) => `Usa el enlace de abajo para entrar como ${email}.`,
    validity: (minutes: number) =>
      `El enlace vale durante ${minutes} minutos y solo se puede usar una vez.`,
    button: 'Entrar en Aferi',
    footer: '¿No pediste este enlace? Ignora este mensaje: sin él nadie entra en tu cuenta.',
  },
};
