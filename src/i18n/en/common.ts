import type { common as source } from '../pt-BR/common.ts';

export const common: typeof source = {
  productName: 'Aferi',
  skipToContent: 'Skip to content',
  navigation: 'Main navigation',
  account: 'Account',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (email) => `Signed in as ${email}`,
  home: 'Home',
  language: 'Language',
  footer: 'Aferi is open software under the MIT licence.',

  back: 'Back',
  next: 'Next',
  previous: 'Previous',
  continue: 'Continue',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  search: 'Search',
  filter: 'Filter',
  clear: 'Clear',
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  details: 'See details',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy. Select the text and copy it.',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  optional: 'optional',
  working: 'One moment…',
  opensInNewTab: '(opens in a new tab)',

  formProblems: (count) =>
    count === 1 ? 'There is 1 field to fix' : `There are ${count} fields to fix`,
  charactersLeft: (count) => `Characters left: ${count}`,
  charactersLimit: (limit) => `Up to ${limit} characters.`,

  notice: { info: 'Information', success: 'Done', warning: 'Attention', error: 'Error' },

  image: 'Image',
  tableRegion: 'Table: scroll to see all of it',
  qrCode: (address) => `QR code for ${address}`,

  score: 'Score',
  scoreOf100: (score) => `${score} out of 100`,
  noScore: 'No score',
  measure: 'Measure',
  total: 'Total',

  clock: {
    label: 'Time left',
    minutesLeft: (minutes) => (minutes === 1 ? '1 minute left.' : `${minutes} minutes left.`),
    over: 'Time is up. Sending your answers…',
    endsAt: (time) => `Ends at ${time}`,
  },
  progress: {
    label: 'Progress',
    position: (current, total) => `Question ${current} of ${total}`,
    answered: (answered, total) => `${answered} of ${total} answered`,
  },
  questionMap: {
    title: 'Question map',
    question: (number) => `Question ${number}`,
    answered: 'answered',
    unanswered: 'not answered',
    current: 'current',
  },
};
