import * as z from 'zod';

import { isStorable } from '../../lib/text.ts';
import { day } from '../../lib/time.ts';

export const commentLength = 2000;
/** After the submission; as long as an organization has to answer a request of the candidate's. */
export const commentDays = 15;

/** A browser sends line breaks as two characters, which nobody typed. Nothing but space is no comment. */
export const commentText = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(commentLength).refine(isStorable));

export function commentUntil(submittedAt: number): number {
  return submittedAt + commentDays * day;
}

/** Attempts submitted later than this can still be commented on. */
export function earliestCommented(now: number): number {
  return now - commentDays * day;
}
