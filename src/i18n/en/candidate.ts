import type { Messages } from '../messages.ts';

export const candidate: Messages['candidate'] = {
  link: {
    intro: (organization) => `${organization} invites you to take this assessment.`,
    duration: 'Duration',
    minutes: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
    questions: 'Questions',
    level: 'Level',
    levels: { basic: 'Basic', intermediate: 'Intermediate', advanced: 'Advanced' },
    attempts: 'Attempts',
    attemptsAllowed: (count) => (count === 1 ? '1' : `up to ${count}`),
    otherLanguage: (language) => `The questions of this test are in ${language}.`,
    howItWorks: 'How it works',
    rules: [
      'The time starts when you press “Start the test” and does not stop, even with the page closed.',
      'Each answer is saved when you go forward or back. If the connection drops or the page closes, come back to this same address and go on from where you stopped.',
      'You may skip questions and come back to them while there is time.',
      'When the time is over, what you answered is submitted automatically.',
    ],
    instructions: 'About this test',
    yourData: 'About you',
    name: 'Full name',
    nameHint: 'As you want the company to see it.',
    email: 'E-mail',
    emailHint: 'Use the one of your application. You resume the test with it.',
    notice: 'Privacy notice',
    accept: 'I have read the privacy notice and want to take the test.',
    start: 'Start the test',
    startedByAts: (name) => `Hello, ${name}. Read through this and start when you are ready.`,
    problems: {
      name: 'Type your name (up to 120 letters).',
      email: 'Type a valid e-mail address, such as name@example.com.',
      consent: 'To start, tick that you have read the privacy notice.',
    },
  },
  closed: {
    unknownTitle: 'We can’t find this test',
    unknown:
      'The address may have been cut short or switched off. Check the link with whoever sent it to you.',
    notOpenTitle: 'This test is not open yet',
    notOpen: (when) => `It opens on ${when} (Brasília time). Come back to this same address.`,
    overTitle: 'This test is closed',
    over: (when) => `It closed on ${when} (Brasília time). If you need to, talk to the company.`,
    offTitle: 'This test is not taking answers',
    off: 'The company switched the link off. Talk to whoever sent it to you. What was saved stays saved.',
  },
  resume: {
    title: 'Resume a test you started',
    hint: 'We send a link to this address, to continue or see your attempt.',
    submit: 'Send the link',
    sent: (email) => `If there is an attempt with ${email} at this test, its link is on the way.`,
  },
  known: {
    title: 'There is an attempt with this e-mail already',
    sent: (email) =>
      `To protect what was done, we have sent a link to ${email}: it takes you back to where you stopped, or to the attempt that is finished.`,
    allowed: (count) =>
      count === 1
        ? 'This test allows 1 attempt per person.'
        : `This test allows ${count} attempts per person.`,
    check: 'Nothing after two minutes? Look in your spam folder, or go back and check the address.',
    back: 'Go back and correct the e-mail',
  },
  question: {
    saveNext: 'Save and continue',
    saveReview: 'Save and review',
    previous: 'Previous',
    review: 'Review and submit',
    optional: 'You can leave it blank and come back later.',
    conflictTitle: 'This question was answered in another tab or device',
    conflict:
      'Below is what you typed here; it is not saved yet. Save to keep this answer, or keep the other one.',
    keepOther: 'Keep the answer that was saved',
    problemTitle: 'This answer is not saved yet',
  },
  review: {
    title: 'Review and submit',
    allAnswered: 'You have answered every question.',
    allOpenAnswered: 'You have answered every question that is still open.',
    unanswered: (count) =>
      count === 1 ? '1 question has no answer.' : `${count} questions have no answer.`,
    goTo: 'Choose a number to go back to its question.',
    confirm:
      'I have finished and want to submit. I know that I can’t change my answers afterwards.',
    confirmProblem: 'Tick the confirmation to submit.',
    submit: 'Submit the test',
    back: 'Back to the questions',
    backTo: (number) => `Back to question ${number}`,
  },
  done: {
    completedTitle: 'Test completed',
    completed: (name) =>
      `Thank you, ${name}. We have received your answers, and your result is below.`,
    waitingTitle: 'Answers received',
    waiting: (name) =>
      `Thank you, ${name}. A person at the company will grade some of your answers. The result will appear here, at this same address.`,
    byClock: 'The time was over and we submitted everything that was saved.',
    submittedAt: 'Submitted on',
    answered: 'Answered',
    late: 'Your last answer arrived after the deadline and does not count. Everything saved before was submitted.',
    already:
      'This test had been submitted already; the answer you have just sent does not count. What was saved is here.',
    notStartedTitle: 'This test has not started yet',
    notStarted: 'The result appears here once the test is done.',
    inProgressTitle: 'Test in progress',
    inProgress: 'The result appears here once the test is submitted.',
    expiredTitle: 'The time for this test has passed',
    expired: (organization) =>
      `The test was never started. If you still want to take it, talk to ${organization}: only they can open it again.`,
    cancelledTitle: 'This test was cancelled',
    cancelled: (organization) =>
      `${organization} cancelled this test, and there is nothing more for you to do. If you have questions, talk to them.`,
    total: 'Overall result',
    competencies: 'By competency',
    profile: 'Your profile',
    profileNote:
      'Each scale goes from 0 to 100 and shows tendencies. No result is good or bad, and nothing is passed or failed.',
    resultLink: 'Open the page of your result',
    resultHint: 'Keep that address: it shows your result whenever you want.',
    canClose: 'You may close this page now.',
    returnTo: 'Back to Gupy',
    returnHint:
      'One step is left: go back to Gupy so that your application shows that the test is done.',
    returnElsewhere: 'Back to the job site',
    returnElsewhereHint: 'One step is left: go back to the site where you applied.',
  },
  notice: {
    title: 'Privacy notice',
    version: (version) => `Version ${version}`,
    anyOrganization: 'the company that invited you',
  },
};
