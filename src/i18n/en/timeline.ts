import type { Messages } from '../messages.ts';

export const timeline: Messages['timeline'] = {
  title: 'Gupy timeline',
  lead: 'For tests taken through a public link: once finished, the result becomes a comment and tags on the application at Gupy.',
  onlyAdmins: 'Only administrators can change this.',
  notices: {
    connected: 'Token tested and kept.',
    saved: 'Changes kept. They apply to the next results.',
    removed: 'Token deleted. Nothing more is written to Gupy.',
  },
  token: 'Token of the Gupy API',
  none: 'No token. Nothing is written to Gupy.',
  current: (hint, when) => `Token ending in ${hint}, tested on ${when}.`,
  complete: 'It has every permission that we need.',
  missing: 'Permissions are missing',
  missingNote: 'Give the token these permissions at Gupy and paste it here again.',
  permissions: {
    jobs: 'List jobs',
    applications: 'List the applications of a job',
    steps: 'List the steps of a job',
    comments: 'Comment on an application',
    tags: 'Add tags to an application',
    moves: 'Move or reprove an application',
  },
  connect: 'Connect',
  replace: 'Replace the token',
  tokenField: 'Token',
  tokenHint:
    'Made by whoever administers Gupy at your company. It is tested before it is kept, stored encrypted, and never shown again.',
  tokenProblems: {
    shape: 'Paste the whole token, without spaces.',
    refused:
      'Gupy did not accept this token. Check that all of it was copied and that it is still valid.',
    silent: 'Gupy did not answer the test. The token was not kept: try again in a few minutes.',
  },
  save: 'Test and keep',
  writing: 'What is written',
  comment:
    'A comment with the result, which only the company sees, and these tags. Each result is written once.',
  fields: {
    tags: 'Tags',
    cutOff: 'Cut-off score',
    moveFrom: 'Move from this score on',
    moveStep: 'To the step',
  },
  hints: {
    tags: 'One a line, up to 5, of up to 120 characters. {{total}} is the score; {{verdict}} is “apt” or “not apt” by the cut-off. Without a score or cut-off, a tag that asks for it is not made.',
    cutOff: 'From 0 to 100. Left empty: no tag says apt or not apt.',
    moveFrom: 'From 0 to 100. Left empty: nothing moves by itself.',
    moveStep: 'The name of the step as the job has it.',
  },
  problems: {
    tags: 'Write up to 5 tags, one a line, of up to 120 characters and with only {{total}} and {{verdict}} in braces.',
    cutOff: 'Write a whole number from 0 to 100, or leave it empty.',
    moveFrom: 'Write a whole number from 0 to 100, or leave it empty.',
    moveStep: 'Fill in both the score and the name of the step, or leave both empty.',
  },
  ownCutOffs: 'Cut-off score of each assessment',
  ownCutOffsNote: 'Left empty: the cut-off above counts.',
  move: 'Move by itself (optional)',
  moveNote:
    'Off at first. It only leads onward: whoever is below the score stays in their step, and reproving is always a person’s click.',
  saveWriting: 'Keep',
  how: 'How the application is found',
  howLink:
    'Give the public link its Gupy job, or add the numbers of job and application to its address in Gupy’s e-mail template:',
  howFound:
    'Without the number of the application we look in the job for the candidate’s e-mail. If we don’t find it, the delivery is parked and you can link the application on the page of the result.',
  removal: 'Disconnect',
  remove: 'Delete the token…',
  removeNote:
    'The token is deleted here, and results no longer go to Gupy. What was written there stays there.',
  removeNow: 'Delete the token',
  open: 'Timeline: token, tags and steps',
};
