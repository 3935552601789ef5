import type { Messages } from '../messages.ts';

export const home: Messages['home'] = {
  title: 'Technical and behavioural assessments',
  heading: 'Assess skills with clarity and respect',
  lead: 'Tests that open on any phone, results that are explained and delivered to Gupy. Open software.',
  points: [
    {
      title: 'Nothing is lost',
      text: 'Every answer is saved at every step. Connection down? The candidate resumes where they stopped.',
    },
    {
      title: 'Scores you can check',
      text: 'Scoring is open and repeatable: same version and same answers, same result.',
    },
    {
      title: 'Straight into Gupy',
      text: 'The test becomes a step of the job, and its result is sent again and again until it arrives.',
    },
  ],
  recruiters: 'I am on the recruiting team',
  candidates: 'Got an invitation? Open the address the company sent you: no account is needed.',
};
