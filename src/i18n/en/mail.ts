export const mail = {
  /** Of these words, for a mail's `lang` attribute. */
  language: 'en',

  resume: {
    greeting: (name: string | undefined) => (name ? `Hello, ${name}!` : 'Hello!'),
    ongoing: {
      subject: (assessment: string) => `Continue your assessment: ${assessment}`,
      title: 'Continue your assessment',
      body: (assessment: string, organization: string) =>
        `Your attempt of “${assessment}” at ${organization} is in progress. Use the link below to go back to it, on any device: what you have answered is stored.`,
      validity:
        'If the assessment has a time limit, the clock keeps running. The link works until you submit your answers or time runs out; after that it leads to the final page.',
      button: 'Continue the assessment',
    },
    finished: {
      subject: (assessment: string) => `Your assessment: ${assessment}`,
      title: 'Your assessment was submitted',
      body: (assessment: string, organization: string) =>
        `Your attempt of “${assessment}” at ${organization} is finished. Its page is behind the link below.`,
      validity: 'The link keeps working: keep this message to come back whenever you like.',
      button: 'See my assessment',
    },
    footer: (organization: string) =>
      `This link is yours alone: do not forward it. You got this message because somebody gave this address in an assessment of ${organization}. If it was not you, ignore it.`,
  },

  mailbox: {
    title: 'Development mailbox',
    lead: 'Every mail that this development server sent, newest first.',
    to: 'To',
    empty: 'No mail.',
  },
};
