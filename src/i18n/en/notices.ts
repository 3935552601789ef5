import type { Messages } from '../messages.ts';

export const notices: Messages['notices'] = {
  '2026-11-23': (organization) => [
    `The controller of your data in this assessment is ${organization}. The Aferi platform processes it on their behalf, to run the test and work out the result (LGPD, Brazilian Law 13.709/2018).`,
    'We keep your name, e-mail, answers, times and the time on each question. We use no camera, microphone or biometrics, and sell no data.',
    `The result goes to ${organization} and, if the job comes from there, to the Gupy recruiting platform. Nobody is rejected automatically: a person decides.`,
    `You may ask for access to your data, for its correction or erasure, and for a review of the result by a person. To do so, talk to ${organization}.`,
  ],
  '2026-11-23-2': (organization) => [
    `The controller of your data in this assessment is ${organization}. The Aferi platform processes it on their behalf, to run the test and work out the result (LGPD, Brazilian Law 13.709/2018).`,
    'We keep your name, e-mail, answers, times and the time on each question. To understand the conditions in which the test was taken, we also keep the records explained before the start; they do not change the score. We use no camera, microphone or biometrics, and sell no data.',
    `The result goes to ${organization} and, if the job comes from there, to the Gupy recruiting platform. Nobody is rejected automatically: a person decides.`,
    `On the page of your result you can read this notice, see and download what we keep about your test, and ask for correction, erasure or a review of the result by a person. ${organization} answers within 15 days.`,
  ],
};
