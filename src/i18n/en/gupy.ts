import type { Messages } from '../messages.ts';

export const gupy: Messages['gupy'] = {
  total: 'Overall result',
  totalMeans: 'Weighted mean of the test’s sections, from 0 to 100.',
  profile: 'Behavioural profile',
  profileMeans:
    'Scales from 0 to 100 that show tendencies. There is no overall grade and no pass mark.',
  competencies: 'Competencies',
  scales: 'Scales',
  noScore: 'no score',
  states: {
    not_started: 'Not started yet',
    in_progress: 'In progress',
    submitted: 'Submitted, awaiting a person’s grading',
    completed: 'Completed',
    expired: 'Closed without being started',
    cancelled: 'Cancelled',
  },
  pending: (count) =>
    count === 1
      ? 'Awaits a person’s grading: 1 question.'
      : `Await a person’s grading: ${count} questions.`,
  taken: 'How it was taken',
  time: (taken, allowed) => `Time: ${taken} of ${allowed}`,
  byClock: '(the time was over and what was saved was submitted)',
  answered: (answered, total) => `Answered: ${answered} of ${total}`,
  submittedAt: (when) => `Submitted on ${when}`,
  health: (label) =>
    `Conditions of the test, for a person to look at: ${label}. They don't change the score.`,
  seeAll: 'See the whole result',
  apt: 'apt',
  notApt: 'not apt',
};
