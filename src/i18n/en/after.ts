import type { Messages } from '../messages.ts';

export const after: Messages['after'] = {
  receipt: (name) => `Thank you, ${name}. We received your answers and they are stored.`,
  receiptWaiting: (name) =>
    `Thank you, ${name}. We received your answers. A person at the company will grade some of them.`,
  receiptNote: (organization) =>
    `In this assessment the result goes to ${organization}; this page shows no scores. To know more, talk to the company or make a request under “Your data and your rights”.`,
  totalMeaning:
    'From 0 to 100: how much of the test your answers achieved. The score alone rejects nobody: a person decides.',
  competenciesMeaning:
    'Each bar goes from 0 to 100 and counts only the questions that measure that competency.',
  band: 'What this means',
  print: 'To keep a copy, use your browser’s print option or save the page as a PDF.',

  explanations: 'Your answers, question by question',
  explanationsLead:
    'The company released the answers: see what you answered, what was right, and why.',
  question: (number) => `Question ${number}`,
  yourAnswer: 'Your answer',
  why: 'Why',
  noKey: 'This question has no right or wrong answer.',
  verdicts: {
    right: 'You got it right.',
    partly: 'You got part of it right.',
    wrong: 'Not right this time.',
    unanswered: 'You did not answer.',
    graded: 'A person graded this answer.',
  },

  rating: {
    title: 'How was it to take this test?',
    lead: 'Optional, and it does not change your result. The company reads your opinion to make the test better.',
    scale: 'Your rating of the test',
    values: ['1, very bad', '2, bad', '3, fair', '4, good', '5, very good'],
    comment: 'Anything else you want to say?',
    commentHint: 'Optional, up to 1,000 characters.',
    send: 'Send my opinion',
    change: 'Change my opinion',
    thanks: 'Thank you! Your opinion is stored. You can change it whenever you like.',
    problems: {
      rating: 'Choose a rating from 1 to 5.',
      comment: 'The comment has more than 1,000 characters, or characters that cannot be stored.',
    },
    given: (rating) => `${rating} out of 5`,
    label: 'The candidate’s opinion of the test',
  },
};
