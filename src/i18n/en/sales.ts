/** The form on the page about Gupy, where the plan does not have it. */
export const sales = {
  title: 'Talk to sales',
  lead: 'Tell us in a few lines how your company uses Gupy. We answer by e-mail.',
  useCase: 'How you want to use it',
  useCaseHint: 'For example: how many jobs a month, which tests, when you want to begin.',
  send: 'Send',
  problem: 'Write 10 to 2,000 characters.',
  sent: 'Sent. Our sales team answers by e-mail.',
  failed:
    'It could not be sent just now. What you wrote is still here: try again in a few minutes.',
};
