import type { Messages } from '../messages.ts';

export const invitations: Messages['invitations'] = {
  titleOf: (assessment) => `Invitations: ${assessment}`,
  lead: 'A link for one person, with a date to start by. The invitation goes by e-mail, and who has not finished gets at most two reminders.',
  invite: 'Invite',
  inviteTo: (assessment) => `Invite to ${assessment}`,

  form: {
    title: 'Invite a person',
    name: 'Full name',
    nameHint: 'If this e-mail is already a candidate of yours, the name on record stays.',
    email: 'E-mail',
    language: 'Language of the invitation',
    percent: 'Time for the test',
    percentHint: 'For people who need more time. No reason is recorded, or sent to any ATS.',
    other: 'Another factor, in % of the duration',
    otherHint: 'From 101 to 500; 175 is 1.75×. Use it with “Other”.',
    expires: 'May start until',
    expiresHint: 'Brasília time, 90 days at most. Who starts in time has the whole duration.',
    submit: 'Send the invitation',
  },
  problems: {
    name: 'Type the name (up to 120 letters).',
    email: 'Type a valid e-mail, such as name@example.com.',
    percent: 'Choose an option, or type a whole number from 101 to 500.',
    expires: 'Choose a date and time in the future, within 90 days.',
    open: 'This person already has an invitation to this assessment that is not finished.',
    openLink: 'See that invitation',
  },
  unpublishedTitle: 'This assessment is not published',
  unpublished: 'People can only be invited to a published assessment.',
  onlyRecruiters: 'Recruiters and administrators invite and see the personal links.',

  notices: {
    created: 'Invitation made. The e-mail leaves in a moment; the personal link is in the list.',
    repeated: 'This invitation had been made already; nothing was sent again.',
    resent: 'The invitation goes out by e-mail again.',
    not_resent:
      'Nothing was sent: an e-mail of this invitation left less than 5 minutes ago, or it is over.',
    extended: 'The new date holds.',
    cancelled: 'The invitation was cancelled. Its personal link now says so to whoever opens it.',
    closed:
      'Nothing changed: this invitation was used, is over or was cancelled. If its date passed, make a new one.',
  },

  list: 'Invitations made',
  emptyTitle: 'Nobody was invited yet',
  empty: 'This assessment’s invitations appear here, with how far each person is.',
  states: {
    not_started: 'Waiting',
    in_progress: 'In progress',
    submitted: 'In review',
    completed: 'Completed',
    expired: 'Date passed',
    cancelled: 'Cancelled',
  },
  score: (score) => `Score ${score}`,
  invitedAt: (when) => `Invited on ${when}`,
  startUntil: (when) => `Start by ${when}`,
  expiredAt: (when) => `Was to start by ${when}`,
  reminders: (count) => (count === 1 ? '1 reminder sent' : `${count} reminders sent`),
  factor: (factor) => `Time ${factor}`,
  personalLink: (name) => `Personal link of ${name}`,

  resend: 'Send again',
  resendTo: (name) => `Send again to ${name}`,
  extend: 'Change the date',
  extendFor: (name) => `Change the date for ${name}`,
  extendSubmit: 'Save the date',
  cancel: 'Cancel',
  cancelFor: (name) => `Cancel the invitation of ${name}`,
  cancelWarning:
    'The link stops working at once, even with the test under way, and this cannot be undone.',
  cancelSubmit: 'Cancel the invitation',

  source: (when, who) => `Invitation by ${who}, on ${when}`,
  sourceByRule: (when) => `Automatic invitation, on ${when}`,

  candidate: {
    until: 'Start by',
    untilWhen: (when) => `${when} (Brasília time)`,
    timeTitle: 'You have more time in this test',
  },
};
