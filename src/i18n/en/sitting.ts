export const sitting = {
  here: 'Continue here',
  /** Of sections with a time limit of their own. */
  section: {
    /** On the start page. */
    rule: (number: number, title: string, time: string) =>
      `Section ${number}, “${title}”, has a time of its own: ${time}. It only starts when you open the section.`,
    limit: (time: string, questions: number) =>
      questions === 1
        ? `This section has 1 question and ${time} of its own.`
        : `This section has ${questions} questions and ${time} of its own.`,
    warning:
      'The time starts when you press the button and does not stop. Until it is up you can go back and forth; after that, this section can’t be answered any more. If the test ends first, the section ends with it.',
    start: 'Start this section',
    later: 'Leave it for later',
    overTitle: 'The time for this section is up',
    over: 'What you answered in it is saved and counts. Go on with the rest of the test.',
    late: 'Your last answer arrived after the time of this section and does not count. What was saved before does.',
    goOn: (number: number) => `Go on with question ${number}`,
    unopened: 'section not opened yet',
    closed: 'time of the section is up',
    /** The clock while a question of the section is shown; `short` stands under it, before the test's own. */
    clock: {
      label: 'Time left in this section',
      short: 'this section · test',
      minutesLeft: (minutes: number) =>
        minutes === 1
          ? '1 minute left in this section.'
          : `${minutes} minutes left in this section.`,
      over: 'The time for this section is up. Sending your answers…',
      until: (time: string) => `Section until ${time}`,
      testUntil: (time: string) => `Test until ${time}`,
    },
  },
  /** Proofs of what was stored. */
  receipts: {
    title: 'Receipts',
    lead: (stored: number, total: number) =>
      `${stored} of ${total} questions have a stored answer. Each line proves what was stored, and when.`,
    savedAt: (when: string) => `stored on ${when}`,
    later: 'After submitting the test you can download these receipts.',
    keep: 'Download the file and keep it. With it, anyone can check that these answers were stored.',
    download: 'Download the receipts',
    back: 'Back to the test',
    link: 'See the receipts of your answers',
    checkTitle: 'Check receipts',
    checkLead:
      'Choose a file of receipts. We tell whether it came from here and whether the answer to each question is stored. We do not keep the file.',
    file: 'File of receipts',
    paste: 'Or paste what the file says',
    check: 'Check',
    unreadable: 'This is no file of receipts. Choose the file that was downloaded after the test.',
    good: (good: number, total: number) => `${good} of ${total} receipts are right.`,
    verdicts: {
      stored: 'Right: exactly this answer is stored.',
      newer: 'Right: a newer answer to the same question was stored after it.',
      missing: 'The receipt is ours, but this answer is not stored any more. Talk to the company.',
      forged: 'This receipt was not made here, or it was changed.',
    },
  },
  /** What the script of a test's pages says; it fills in what is in braces. */
  script: {
    saved: 'all saved',
    saving: 'saving…',
    offline1: 'no connection · 1 answer is waiting on this device',
    offlineN: 'no connection · {count} answers are waiting on this device',
    offline0: 'no connection · everything you answered is saved',
    notSaved: 'question {number} was not saved: {problem}',
    answered: '{answered} of {total} answered',
    retry: 'we can’t save right now; your answers are kept on this device and we will try again',
    back: 'Back to the questions',
    backTo: 'Back to question {number}',
    openOne: '1 question has no answer yet.',
    openMany: '{count} questions have no answer yet.',
    replaced:
      'This test is open somewhere else. It was opened in another tab or on another device, and answers count there now. Here you can only read.',
    unsentHere: 'Not yet sent from this device: questions {numbers}.',
    newer:
      'Question {number} was answered later in another tab or on another device. That answer counts; the one from here was not stored.',
    credit:
      'The connection was down for {time}. That time does not count: your deadline moved by {time}.',
    creditPart:
      'The connection was down. Your deadline moved by {time}, the most that this test gives back.',
    added: 'Your deadline changed: you have {time} more.',
    queued:
      'Your submission is kept on this device. As soon as the connection is back, answers and submission go by themselves. Leave this page open.',
    sending: 'Sending your answers…',
    timeUpOffline:
      'Time is up, but the connection is down. What you answered is kept on this device and goes by itself when it is back; if the interruption can be made up for, your deadline moves.',
    fix: 'Before submitting, correct question {number}: {problem}',
    confirm: 'Tick the confirmation to submit.',
    missing: 'This question is not on this device yet. It opens when the connection is back.',
    sectionUp: 'The time for the section is up. What you answered in it is saved.',
    sectionUpOffline:
      'The time for this section is up, but the connection is down. What you answered is kept on this device and goes by itself when it is back; if the interruption can be made up for, the section gets more time. You can go on with the other questions.',
    sectionLate:
      'The answer to question {number} arrived after the time of its section and does not count. What was saved before does.',
    sectionOffline:
      'Starting this section needs the connection, and it is down now. Try again when it is back.',
    minutes: '{count} min',
    seconds: '{count} s',
  },
};
