import type { Messages } from '../messages.ts';

export const health: Messages['health'] = {
  signals: {
    hidden: {
      name: 'Page out of sight',
      records:
        'How many times, and for how many seconds, the page of the test was out of sight. Not what you opened or saw.',
      why: 'To know whether the test was taken in one go or with breaks.',
      innocent:
        'A notification, a call, the screen switching itself off, somebody at the door, a look at the calculator.',
    },
    full_screen: {
      name: 'Full screen left',
      records: 'How many times the full screen, which this test asks for, was left.',
      why: 'Because the company asked for the test to be taken in full screen.',
      innocent: 'The Esc key, a video call, a message of the system, a screen reader.',
    },
    paste: {
      name: 'Pasted text',
      records:
        'How many times something was pasted into an answer, and how many characters. Never the content.',
      why: 'To understand how a long answer was written.',
      innocent:
        'Writing in an editor and pasting, moving a part of one’s own answer, a keyboard that pastes what is dictated.',
    },
    copy: {
      name: 'Copied text',
      records: 'How many times something on this page was copied. Never the content.',
      why: 'To know whether the questions may be going around.',
      innocent:
        'Translating a word, keeping one’s own answer, hearing the text in another program.',
    },
    resized: {
      name: 'Window made smaller',
      records: 'When the window came to take half, or less, of the room that it had.',
      why: 'To know whether the test shared the screen with something else.',
      innocent: 'A small screen, tidying up windows, an accessibility feature.',
    },
    network: {
      name: 'Change of network',
      records:
        'Whether the network address changed during the test. We keep only a code for comparing, not the address.',
      why: 'To know whether the test moved to another place.',
      innocent: 'A phone leaving the wi-fi, a VPN, an operator that changes addresses by itself.',
    },
    device: {
      name: 'Change of device',
      records:
        'Whether the test moved from one kind of device to another: computer, tablet or phone.',
      why: 'To understand the conditions of each part.',
      innocent: 'An empty battery, a larger screen for a long question.',
    },
    resumed: {
      name: 'Test opened again',
      records: 'How many times the test was opened again after more than 2 minutes closed.',
      why: 'To know whether there were interruptions.',
      innocent: 'A lost connection, a browser that hung, something unforeseen at home.',
    },
    fast_answer: {
      name: 'Very fast answer',
      records: 'Whether a question was open for less time than reading its text usually takes.',
      why: 'To know whether the question was read.',
      innocent: 'Having read it before and coming back, knowing the subject at once, guessing.',
    },
    outage: {
      name: 'Lost connection',
      records: 'When, and for how long, the page was without a connection.',
      why: 'To give time back and explain breaks. It never counts against anyone.',
      innocent: 'The internet. It is not up to whoever takes the test.',
    },
  },
  events: {
    hidden: (duration) => `The page was out of sight for ${duration}.`,
    full_screen: 'The full screen was left.',
    paste: (characters) => `A text was pasted: ${characters}.`,
    copy: 'A part of the page was copied.',
    resized: (percent) => `The window was reduced to ${percent} of the size it had.`,
    network: 'The network address changed.',
    device: (from, to) => `The kind of device changed: from ${from} to ${to}.`,
    resumed: (duration) => `The test was opened again after ${duration}.`,
    fast_answer: (question, took, reading) =>
      `Question ${question} was open for ${took}; reading it usually takes at least ${reading}.`,
    outage: (duration) => `The page was without a connection for ${duration}.`,
  },
  devices: { computer: 'computer', tablet: 'tablet', phone: 'phone' },
  times: (count, written) => (count === 1 ? 'once' : `${written} times`),
  characters: (count, written) => (count === 1 ? '1 character' : `${written} characters`),
  inAll: (amount) => `${amount} in all`,
  points: (points) => (points === 1 ? '1 point' : `${points} points`),

  labels: { none: 'nothing', low: 'low', medium: 'medium', high: 'high' },
  label: (label) => `For a person to look at: ${label}`,
  labelMeans:
    'It only tells how much there is for a person to look at calmly. It does not say that anyone did wrong, changes no score and decides nothing.',

  notice: {
    title: 'What is recorded during the test',
    lead: (organization) =>
      `So that ${organization} understands the conditions in which the test was taken, this test records:`,
    nothing:
      'This test records nothing about the conditions in which it is taken: only your answers and the time.',
    promise:
      'None of this changes your score or rejects anyone. We use no camera, microphone, location or biometrics. After the test you see everything that was recorded, and may comment on it.',
    told: (organization) =>
      `${organization} asked for one sentence with the level, “for a person to look at”, to go to its recruiting system with the result. That sentence alone: none of the events.`,
    more: 'How it works, with all the rules',
    fullScreen: 'This test asks for full screen. You may enter and leave it whenever you need to.',
    enterFullScreen: 'Use full screen',
  },

  own: {
    title: 'What was recorded during the test',
    lead: (organization) => `This is all of it, and the same that ${organization} sees.`,
    link: 'See what was recorded during the test, and comment on it',
    nothingAsked: 'This test records nothing about the conditions in which it is taken.',
    nothing: 'Nothing was recorded.',
    whatFor: 'What this test recorded, and why',
    back: 'Back to the page of the test',
    commentTitle: 'Your comment',
    comment: 'Is there something you want to explain?',
    commentHint: (organization) =>
      `Optional. ${organization} reads your comment beside this record.`,
    changeUntil: (when) => `You can change or erase the comment until ${when} (Brasília time).`,
    afterwards: 'Once you have submitted the test, you can comment here.',
    closed: 'The time for comments is over. What you wrote is kept.',
    save: 'Save the comment',
    saved: 'Comment saved.',
    tooLong: 'Write at most 2,000 characters, without control characters.',
  },

  panel: {
    title: 'Conditions of the test',
    nothingAsked: 'This assessment does not record the conditions of the test.',
    nothing: 'Nothing was recorded.',
    reasons: 'Why',
    noReasons: 'No signal reached the first limit of the rules.',
    timeline: 'Timeline',
    signal: 'Signal',
    means: (innocent) => `Common causes: ${innocent}`,
    from: (start, end) => `From ${start} to ${end}`,
    events: (count, written) =>
      count === 1 ? 'See the recorded event' : `See the ${written} recorded events`,
    comment: 'The candidate’s comment',
    noComment: 'No comment.',
    commentedAt: (when) => `Written on ${when}`,
    rules: 'How the level is worked out',
  },

  line: {
    title: 'Conditions of the test',
    lead: 'While this is off, nothing about the conditions of a test goes to Gupy: the record stays in Aferi. When it is on, the text that only your company reads in Gupy ends with a sentence like this one, and nothing more:',
    rest: 'The sentence has the level alone (nothing, low, medium or high), worked out by public rules. No event goes with it, the score does not change, and candidates are told before they start. It counts for results sent from now on.',
    on: 'On: the sentence goes with the results.',
    off: 'Off: nothing is sent.',
    label: 'Send this sentence with the result',
    save: 'Save',
    notices: {
      lineOn: 'On. The sentence goes with the next results.',
      lineOff: 'Off. Nothing about the conditions of a test goes to Gupy.',
    },
  },

  page: {
    title: 'Conditions of the test: what we record, and what for',
    lead: 'We record few things, say which before the test, and show afterwards what was recorded. This page tells it all.',
    mayTitle: 'What may be recorded',
    may: 'Each company chooses, for each assessment, which of these signals apply. The list is closed: nothing beyond it.',
    onByDefault: 'On, unless the company switches it off.',
    offByDefault: 'Off, unless the company switches it on.',
    onlyIfAsked: 'Only when the assessment asks for full screen.',
    why: 'What for',
    innocent: 'Common causes',
    neverTitle: 'What is never recorded',
    never: [
      'Picture, sound, screen, face, voice, location or any biometrics.',
      'The content of what you copy or paste.',
      'Which other pages or programs you open.',
      'The rhythm of your typing, or how you move the mouse.',
      'The network address: only a code that serves for comparing within the same test.',
    ],
    labelTitle: 'How the level comes about',
    labelLead:
      'The level sums up how much there is for a person to look at. It is worked out only by the figures of this table, the same for everyone. Each signal earns 1 point at its first limit and 2 at its second.',
    firstStep: '1 point from',
    secondStep: '2 points from',
    neverCounts: 'never counts',
    or: 'or',
    levelsTitle: 'From points to the level',
    level: 'Level',
    fromPoints: 'Points',
    alone: 'One signal alone never goes beyond “low”.',
    reading: (words, seconds) =>
      `An answer is “very fast” when its question was open for less time than reading its text takes at ${words} words a minute, about twice what people read. Texts of less than ${seconds} seconds do not count.`,
    limitsTitle: 'What it is not for',
    limits: [
      'It never changes the score: what works out the score does not know these records.',
      'Nobody is rejected or marked automatically: a person reads it, with the common causes beside it.',
      'The record does not go to the company’s recruiting system: it stays in Aferi. If the company asks for it, one sentence with the level does, and you are told so before you start.',
    ],
    rightsTitle: 'What you can do',
    rights: (days) => [
      'Read, before you start, exactly what that test records.',
      'See, after the test, every recorded event, in the same words that the company reads.',
      `Comment, up to ${days} days after you submit; the company reads the comment beside the record.`,
      'Take the test with JavaScript off: then only the time of each question is known, and that does not count against you.',
    ],
  },
};
