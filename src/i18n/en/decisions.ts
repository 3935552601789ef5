import type { Messages } from '../messages.ts';

export const decisions: Messages['decisions'] = {
  panel: {
    title: 'Decision',
    none: 'Nothing has been decided about this result yet.',
    decide: 'Record a decision',
    again: 'Change the decision',
    onlyPeople:
      'It is always a person who decides. A score alone never passes or rejects anyone, and the earlier decision stays in the history.',
    kinds: { advance: 'Advance', hold: 'Put on hold', reject: 'Do not go on' },
    save: {
      advance: 'Record: advance',
      hold: 'Record: on hold',
      reject: 'Record: do not go on',
    },
    decided: { advance: 'Advances.', hold: 'On hold.', reject: 'Does not go on.' },
    byAt: (who, when) => `Decided by ${who} on ${when}.`,
    earlier: (count) => (count === 1 ? '1 earlier decision' : `${count} earlier decisions`),
    note: 'Note for colleagues',
    noteHint: 'Up to 1,000 characters. The candidate does not see this note.',
    write: 'Write to the candidate',
    writeHint: 'The text below is mailed as soon as you record the decision.',
    message: 'Message to the candidate',
    messageHint: 'Change whatever you like. It is only sent with the option above ticked.',
    step: 'Step at Gupy',
    stepHint: 'The name of the step as the job has it. Left empty: the next step.',
    rejectGupy:
      'At Gupy the application will be reproved with the reason “test result below cut-off” and the first 255 characters of your note.',
    written: 'What the candidate was written',
    notWritten: 'Nothing was written to the candidate.',
    problems: {
      step: 'Write the name of the step, up to 120 characters, or leave it empty.',
      note: 'Write up to 1,000 characters, without special control characters.',
      message:
        'Write the message, up to 4,000 characters and without special control characters, or untick “Write to the candidate”.',
    },
  },
  application: {
    title: 'Application at Gupy',
    job: 'Job',
    application: 'Application',
    unknown: 'not found yet',
    linkedBy: (who) => `Linked by hand by ${who}.`,
    link: 'Link the application',
    change: 'Link to another application',
    note: 'Comment and tags go to the linked application. What was parked is sent again.',
    noteRegistered:
      'The result reaches Gupy by itself already. Decisions move or reprove the linked application.',
    search: 'Name or e-mail of the candidate at Gupy',
    find: 'Search the job',
    number: 'Or the number of the application',
    use: 'Link to this one',
    useOf: (who) => `Link to the application of ${who}`,
    nobody: 'No application of this job has that name or e-mail.',
    more: 'The job has more applications than we looked at. If yours is missing, use the number.',
    problems: {
      search: 'Write 2 to 120 characters.',
      application: 'Write digits only, as the address of the application at Gupy shows them.',
      silent: 'Gupy did not answer the search. Try again in a few minutes, or use the number.',
    },
  },
  letters: {
    advance: (assessment, organization) =>
      `Thank you for taking the assessment “${assessment}”. We have good news: we would like to go on with you in the selection process of ${organization}.\n\nWe will be in touch soon to arrange the next step.`,
    hold: (assessment, organization) =>
      `Thank you for taking the assessment “${assessment}”. We have received your result, and the team at ${organization} is still looking at the applications.\n\nThere is nothing you need to do now: we will write to you when there is a decision.`,
    reject: (assessment, organization) =>
      `Thank you for the time and care that you gave to the assessment “${assessment}”. After looking at the applications carefully, we have decided not to go on with yours for this position at ${organization}.\n\nThe result of an assessment does not define your worth as a professional. You can ask for a person to review your result on the page of the assessment. We wish you every success in your next steps.`,
  },
};
