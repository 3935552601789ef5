import type { Messages } from '../messages.ts';

export const time: Messages['time'] = {
  ask: {
    title: 'Do you need more time or other support?',
    why: 'If a disability, a health condition or anything else calls for more time or other support, tell us what helps. It is optional, only the company that gives the test reads it, and it is not part of the result.',
    label: 'What would help you?',
    hint: 'Up to 1,000 characters. You need not give the reason.',
    problem: 'Type up to 1,000 characters, without control characters.',
    empty: 'Type what would help you before sending the request.',
    later: 'Send the request and start later',
    now: 'If you start now, the request goes along, and extra time, if granted, is added during the test.',
  },
  sent: {
    title: 'Your request was sent',
    text: (when) =>
      `Received on ${when}. The company will decide, and the answer appears on this page. You can wait or start now.`,
    grantedTitle: 'Your request was accepted',
    granted: (factor, minutes) => `Your time is ${factor} the usual: ${minutes}.`,
    refusedTitle: 'The company answered your request',
    refused:
      'There will be no extra time. If you have questions, talk to the company before you start.',
    yours: 'What you asked for',
  },
  panel: {
    title: 'Time',
    deadline: 'Ends on',
    duration: 'Duration',
    section: (title) => `Section “${title}”`,
    sectionTime: (from, to) => `from ${from} to ${to}`,
    changes: 'Changes of the deadline',
    none: 'The deadline has not changed.',
    outage: (ms, from, to) => `${ms} for a lost connection, from ${from} to ${to}`,
    added: (ms, who) => `${ms} given by ${who}`,
    accommodation: (ms, who) => `${ms} of extra time, decided by ${who}`,
    request: 'The candidate’s request for support',
    requestPrivate:
      'Only your organization sees this request. It is not sent to Gupy and does not change the score.',
    decide: 'Decision',
    decision: 'Time granted',
    options: { 100: 'No extra time', 125: '1.25×', 150: '1.5×', 200: '2×', other: 'Other' },
    other: 'Another factor, in % of the duration',
    otherHint: 'From 101 to 500; 175 is 1.75×. Use it with “Other”.',
    save: 'Record the decision',
    decided: (factor, who, when) => `${factor}, by ${who} on ${when}`,
    refused: 'No extra time',
    add: 'Give more time',
    minutes: 'Minutes',
    addHint: 'From 1 to 600. The candidate sees the new deadline within 15 seconds.',
    submit: 'Add to the deadline',
    problems: {
      minutes: 'Type a whole number of minutes, from 1 to 600.',
      percent: 'Choose an option, or type a whole number from 101 to 500.',
      closed: 'The deadline could not be changed: the test is over, or the request was decided.',
    },
  },
};
