export const mail = {
  /** Of these words, for a mail's `lang` attribute. */
  language: 'es',

  resume: {
    greeting: (name: string | undefined) => (name ? `¡Hola, ${name}!` : '¡Hola!'),
    ongoing: {
      subject: (assessment: string) => `Continúa tu evaluación: ${assessment}`,
      title: 'Continúa tu evaluación',
      body: (assessment: string, organization: string) =>
        `Tu evaluación «${assessment}», de ${organization}, está en curso. Vuelve a ella con el enlace de abajo, en cualquier dispositivo: lo que ya respondiste está guardado.`,
      validity:
        'Si la evaluación tiene límite de tiempo, el reloj sigue corriendo. El enlace vale hasta que envíes tus respuestas o se acabe el tiempo; después lleva a la página final.',
      button: 'Continuar la evaluación',
    },
    finished: {
      subject: (assessment: string) => `Tu evaluación: ${assessment}`,
      title: 'Tu evaluación fue enviada',
      body: (assessment: string, organization: string) =>
        `Ya terminaste la evaluación «${assessment}», de ${organization}. Su página está en el enlace de abajo.`,
      validity: 'El enlace sigue valiendo: guarda este mensaje para volver cuando quieras.',
      button: 'Ver mi evaluación',
    },
    footer: (organization: string) =>
      `Este enlace es solo tuyo: no lo reenvíes. Recibiste este mensaje porque alguien indicó este correo en una evaluación de ${organization}. Si no fuiste tú, ignóralo.`,
  },

  mailbox: {
    title: 'Buzón de desarrollo',
    lead: 'Todos los correos enviados por este servidor de desarrollo, del más nuevo al más antiguo.',
    to: 'Para',
    empty: 'Ningún correo.',
  },
};
