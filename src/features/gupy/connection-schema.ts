import * as z from 'zod';

import { isStorable } from '../../lib/text.ts';
import { longestTag, tagPlaceholders } from './timeline-text.ts';

export const mostTags = 5;

/** Printable, without spaces: what a header can carry. */
export const tokenForm = z.object({
  token: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{8,2000}$/),
});

const score = z
  .string()
  .trim()
  .regex(/^(|100|\d{1,2})$/)
  .transform((text) => (text === '' ? null : Number(text)));

const placeholder = new RegExp(`\\{\\{(${tagPlaceholders.join('|')})\\}\\}`, 'g');

/** One tag a line; what is left of a template without its placeholders has no braces. */
const tags = z
  .string()
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine(
    (lines) =>
      lines.length <= mostTags &&
      lines.every(
        (line) =>
          line.length <= longestTag &&
          isStorable(line) &&
          !/[{}]/.test(line.replaceAll(placeholder, '')),
      ),
  );

export const writingForm = z
  .object({
    tags,
    cutOff: score,
    moveFrom: score,
    moveStep: z
      .string()
      .trim()
      .max(120)
      .refine(isStorable)
      .transform((text) => text || null),
  })
  .refine(({ moveFrom, moveStep }) => (moveFrom === null) === (moveStep === null), {
    path: ['moveStep'],
  });

export const writingFields = ['tags', 'cutOff', 'moveFrom', 'moveStep'] as const;
export type WritingField = (typeof writingFields)[number];

/** What the page says about the request that led to it. */
export const connectionNotice = z
  .enum(['connected', 'saved', 'removed'])
  .optional()
  .catch(undefined);
export type ConnectionNotice = z.infer<typeof connectionNotice>;
