import type { EventType } from '../../db/schema/deliveries.ts';
import type { MailKind } from '../../db/schema/people.ts';
import type { Conduct } from '../questions/conduct.ts';

/** What goes to a candidate: an organization's to edit, or fixed (`answered`: a request about their data). */
export type MailName = MailKind | 'answered';

export interface Facts {
  fromGupy: boolean;
  /** What the version lets its candidates see of a result. */
  sees: Conduct['sees'];
  /** A person graded: the attempt waited for it, and its candidate was told then that it arrived. */
  graded: boolean;
  /** A decision came with words for the candidate. */
  hasMessage: boolean;
}

/**
 * The mail that an event calls for; undefined for none.
 *
 * Who came through Gupy gets no mail that their answers arrived or that their result is ready: the ATS
 * speaks to them, in its own time and words, and two voices would contradict each other. What they ask
 * for themselves (the way back, an answer about their data) and what a person writes to them they get.
 */
export function mailFor(type: EventType, facts: Facts): MailName | undefined {
  switch (type) {
    case 'attempt.resume_requested':
      return 'resume';
    case 'invitation.created':
      return 'invitation';
    case 'invitation.reminder':
      return 'reminder';
    case 'privacy.answered':
      return 'answered';
    case 'attempt.decided':
      return facts.hasMessage ? 'decision' : undefined;
    case 'attempt.submitted':
      return facts.fromGupy ? undefined : 'received';
    case 'attempt.completed':
      if (facts.fromGupy) return undefined;
      if (facts.sees !== 'receipt') return 'result';
      return facts.graded ? undefined : 'received';
    default:
      return undefined;
  }
}
