import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  invalid: {
    title: 'We did not understand this request',
    text: 'Something that was sent could not be read. Go back, check it and try again.',
  },
  unauthorized: {
    title: 'Sign in to continue',
    text: 'This page is only for people who signed in.',
  },
  forbidden: {
    title: 'You have no access to this',
    text: 'Your role in the organization does not allow it, or it came from another site.',
  },
  not_found: {
    title: 'Page not found',
    text: 'The address may be incomplete, may have expired, or never existed.',
  },
  conflict: {
    title: 'This changed while you were working',
    text: 'Another tab, device or person changed the same thing. Go back, reload and try again.',
  },
  gone: { title: 'This no longer exists', text: 'The address is not valid any more.' },
  too_large: {
    title: 'What you sent is too large',
    text: 'Nothing was saved this time, and what was saved before still is. Go back and send a shorter text, or a smaller file.',
  },
  unprocessable: { title: 'Something needs correcting', text: 'Go back and check the fields.' },
  too_many_requests: {
    title: 'Too many requests in a short time',
    text: 'Wait a minute and try again. What was saved is still saved.',
  },
  internal: {
    title: 'Something went wrong on our side',
    text: 'What was saved is still saved. Try again in a minute.',
  },
  requestId: (id) => `If you contact us, quote this code: ${id}`,
};
