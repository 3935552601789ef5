import * as z from 'zod';

import { attemptStates } from '../../db/schema/attempts.ts';
import { isUuid } from '../../lib/ids.ts';
import { isStorable } from '../../lib/text.ts';
import { readCursor } from './cursor.ts';

/** The address of a list of results. Never fails: what makes no sense is as if it weren't there. */
export const listQuery = z.object({
  q: z
    .string()
    .optional()
    .catch(undefined)
    .transform((text = '') => text.slice(0, 120).toWellFormed().replaceAll('\0', '').trim()),
  assessment: z.string().refine(isUuid).optional().catch(undefined),
  state: z.enum(attemptStates).optional().catch(undefined),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .catch(undefined)
    .transform((text) => (text === undefined ? undefined : readCursor(text))),
});

export type ListQuery = z.infer<typeof listQuery>;

const longestComment = 2000;

/** A person's grade of one answer. Issue messages are keys of the catalogue's `problems`. */
export const reviewForm = z.object({
  grade: z
    .string('grade')
    .trim()
    .regex(/^(100|\d{1,2})$/, 'grade')
    .transform(Number),
  comment: z
    .string('comment')
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= longestComment && isStorable(text), 'comment'),
});

export type ReviewProblem = 'grade' | 'comment';
