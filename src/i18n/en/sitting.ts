export const sitting = {
  here: 'Continue here',
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
    late: 'The time ended before your last answers arrived. They were not stored: questions {numbers}.',
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
    minutes: '{count} min',
    seconds: '{count} s',
  },
};
