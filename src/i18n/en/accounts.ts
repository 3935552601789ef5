export const accounts = {
  signIn: {
    title: 'Sign in',
    lead: 'Type your work e-mail. We will send you a link to sign in, no password needed.',
    email: 'E-mail',
    submit: 'Send link',
    badEmail: 'Type a complete e-mail address, such as name@company.com.',
    tooMany: 'Too many requests in a short time. Wait a minute and try again.',
  },
  sent: {
    title: 'Check your e-mail',
    body: (email: string) => `If ${email} has access to Aferi, a sign-in link is on its way.`,
    validity: (minutes: number) => `The link is valid for ${minutes} minutes and works once.`,
    nothingCame:
      'Nothing came? Check your spam folder and the spelling of the address, or ask whoever manages your company’s account.',
    again: 'Ask for another link',
  },
  confirm: {
    title: 'Confirm your sign-in',
    body: 'One click left to sign in to Aferi in this browser.',
    submit: 'Sign in',
  },
  refused: {
    title: 'This link no longer works',
    body: (minutes: number) =>
      `It was already used, is older than ${minutes} minutes or arrived incomplete. Ask for a new one.`,
    again: 'Ask for another link',
  },
  mail: {
    subject: 'Your link to sign in to Aferi',
    title: 'Sign in to Aferi',
    body: (email: string) => `Use the link below to sign in as ${email}.`,
    validity: (minutes: number) => `The link is valid for ${minutes} minutes and works once.`,
    button: 'Sign in to Aferi',
    footer:
      'Didn’t ask for this link? Ignore this message: without it nobody gets into your account.',
  },
};
