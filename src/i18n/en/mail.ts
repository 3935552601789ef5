import { paragraphs } from '../paragraphs.ts';

const footers = {
  invited:
    'This link is yours alone: do not forward it. You got this message because {{organization}} invited this address to an assessment. If it was not meant for you, ignore it.',
  typed:
    'This link is yours alone: do not forward it. You got this message because somebody gave this address in an assessment of {{organization}}. If it was not you, ignore it.',
};

export const mail = {
  /** Of these words, for a mail's `lang` attribute. */
  language: 'en',

  /** Instead of a name that could be an advertisement. */
  somebody: 'participant',

  /** In the format that an organization edits: see features/notifications/template.ts. */
  texts: {
    invitation: {
      subject: 'You are invited to an assessment: {{assessment}}',
      body: paragraphs(
        'Hello, {{candidate}}!',
        '{{organization}} invites you to take the assessment “{{assessment}}”.',
        'Start by: {{expires}}\nTime to answer: {{duration}}',
        'The clock only runs once you start. It works on a phone and on a computer, and what you answer is stored. If you need more time or other help, ask for it on the first page.',
      ),
      button: 'Open the assessment',
      footer: footers.invited,
    },
    reminder: {
      subject: 'Your assessment is waiting for you: {{assessment}}',
      body: paragraphs(
        'Hello, {{candidate}}!',
        'The assessment “{{assessment}}” of {{organization}} has not been submitted yet.',
        'The invitation is valid until {{expires}}. If you have started, the link leads to where you left off. If you do not want to take part, you need not do anything.',
      ),
      button: 'Open the assessment',
      footer: footers.invited,
    },
    resume: {
      subject: 'Continue your assessment: {{assessment}}',
      body: paragraphs(
        'Hello, {{candidate}}!',
        'Your attempt of “{{assessment}}” at {{organization}} is in progress. Use the link below to go back to it, on any device: what you have answered is stored.',
        'If the assessment has a time limit, the clock keeps running. The link works until you submit your answers or time runs out; after that it leads to the final page.',
      ),
      button: 'Continue the assessment',
      footer: footers.typed,
    },
    received: {
      subject: 'We have your answers: {{assessment}}',
      body: paragraphs(
        'Hello, {{candidate}}!',
        'Your answers to the assessment “{{assessment}}” have arrived and are stored. Thank you for your time.',
        '{{organization}} will let you know about the next steps.',
        'On your page are the receipts of what you submitted, and what can be done with your data.',
      ),
      button: 'See my page',
      footer: footers.typed,
    },
    result: {
      subject: 'Your result: {{assessment}}',
      body: paragraphs(
        'Hello, {{candidate}}!',
        'The result of your assessment “{{assessment}}” at {{organization}} is ready.',
        'Total: {{total}} of 100\nBand: {{band}}',
        '{{feedback}}',
        'The page of the result explains what it means. You can keep or print it.',
      ),
      button: 'See my result',
      footer: footers.typed,
    },
    decision: {
      subject: 'News about your assessment: {{assessment}}',
      body: paragraphs(
        'Hello, {{candidate}}!',
        '{{organization}} wrote to you about the assessment “{{assessment}}”:',
        '{{message}}',
      ),
      button: 'See my page',
      footer: footers.typed,
    },
    /** Not for an organization to edit, as those above are. */
    finished: {
      subject: 'Your assessment: {{assessment}}',
      body: paragraphs(
        'Hello, {{candidate}}!',
        'Your attempt of “{{assessment}}” at {{organization}} is finished. Its page is behind the link below.',
        'The link keeps working: keep this message to come back whenever you like.',
      ),
      button: 'See my assessment',
      footer: footers.typed,
    },
    answered: {
      subject: 'The answer to your request about your data',
      body: paragraphs(
        'Hello, {{candidate}}!',
        '{{organization}} has answered the request that you made about your data in the assessment “{{assessment}}”.',
        'To protect your privacy the answer is not in this e-mail: it is on your page.',
      ),
      button: 'Read the answer',
      footer: footers.typed,
    },
  },

  editor: {
    title: 'E-mails to candidates',
    lead: 'What each candidate gets, in the language of their assessment. Use our words or your own.',
    listNote:
      'Candidates who come through Gupy get neither “Answers received” nor “Result”: there Gupy speaks to them.',
    ours: 'Standard text',
    yours: 'Your organization’s text',
    changed: (when: string, who: string) => `changed on ${when} by ${who}`,
    edit: 'Edit',
    editOf: (kind: string, language: string) => `Edit: ${kind}, ${language}`,
    languages: 'Languages',
    back: 'All e-mails',
    kinds: {
      invitation: 'Invitation',
      reminder: 'Reminder',
      resume: 'Continue the assessment',
      received: 'Answers received',
      result: 'Result',
      decision: 'Decision',
      answered: 'Answer to a request about their data',
    },
    when: {
      invitation: 'Sent when somebody is invited by name.',
      reminder: 'Sent before an invitation expires, at most twice, only to who has not finished.',
      resume: 'Sent when a candidate asks for the link back to an assessment in progress.',
      received:
        'Sent after the submission, when a person still has to grade or the assessment does not show its result to candidates.',
      result: 'Sent when the result is ready, if the assessment shows it to candidates.',
      decision: 'Sent when somebody records a decision with a message to the candidate.',
    },
    subject: 'Subject',
    subjectHint: '{{candidate}}, {{organization}} and {{assessment}} can be used here.',
    body: 'Text',
    bodyHint:
      'An empty line separates paragraphs. The button with the link and the footer always follow the text.',
    left: '{count} characters left',
    placeholders: 'What can be filled in',
    placeholdersNote:
      'Write the name between double braces. A line with something that does not exist for a candidate is left out whole.',
    meanings: {
      candidate: 'the candidate’s name',
      organization: 'the name of your organization',
      assessment: 'the name of the assessment',
      expires: 'until when the invitation is valid',
      duration: 'the time to answer',
      total: 'the total, 0 to 100; profiles have none',
      band: 'the name of the total’s band, if the assessment has bands',
      feedback: 'the text of the band, if the assessment has bands',
      message: 'the message that was written with the decision; it has to be in the text',
    },
    save: 'Save',
    preview: 'Preview',
    test: 'Send me a test',
    testNote: (email: string) => `The test goes to ${email}, with sample data.`,
    reset: 'Back to the standard text',
    resetNote: 'Your organization’s text is deleted. The next e-mails use the standard text.',
    previewTitle: 'How it will arrive',
    previewNote: 'With sample data.',
    linkHere: 'here comes each candidate’s link',
    unsaved: 'This is a preview: the text has not been saved yet.',
    notices: {
      saved: 'Saved. The next e-mails go out like this.',
      reset: 'This e-mail is back to the standard text.',
    },
    tested: (email: string) =>
      `A test was sent to ${email}. That did not save the text: save it if it is good.`,
    problems: {
      empty: { subject: 'Write a subject.', body: 'Write a text.' },
      long: { subject: 'Use at most 150 characters.', body: 'Use at most 5000 characters.' },
      unstorable: 'There is a character that cannot be stored. Type that part again.',
      unknown: (name: string) => `{{${name}}} cannot be filled in here. See the list below.`,
      missing: (name: string) => `Include {{${name}}} in the text.`,
      tooMany: 'Too many tests in a short time. Wait a minute and try again.',
    },
    samples: {
      candidate: 'Maria Silva',
      assessment: 'Customer service',
      total: '82',
      band: 'Very good',
      feedback:
        'You saw well what each customer needed. How to explain a delay is worth practising.',
      message: 'We enjoyed seeing your work and would like to talk to you this week.',
    },
  },

  mailbox: {
    title: 'Development mailbox',
    lead: 'Every mail that this development server sent, newest first.',
    to: 'To',
    empty: 'No mail.',
  },
};
