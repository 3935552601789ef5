import * as z from 'zod';

import { localPath } from '../../lib/local-path.ts';
import { isStorable } from '../../lib/text.ts';

export const ratingCommentLength = 1000;

/** A browser sends line breaks as two characters, which nobody typed. */
const comment = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(ratingCommentLength).refine(isStorable));

export const ratingForm = z.object({
  rating: z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
  comment,
});

export type RatingForm = z.infer<typeof ratingForm>;

/** A rating that came back: what was typed, and what is wrong with it. */
export interface RefusedRating {
  rating: string;
  comment: string;
  problems: readonly ('rating' | 'comment')[];
}

/**
 * The page that a rating was given on: the finished attempt's own, or the result page. The form names it,
 * so that one token never has to make the other.
 */
export function ratedFrom(wanted: string, resultPath: string): string {
  const path = localPath(wanted);
  return path !== undefined && /^\/a\/[^/?]+$/.test(path) ? path : resultPath;
}
