import * as z from 'zod';

import { type FormFields, single } from '../../lib/form.ts';
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

/** Assessment → its own cut-off; null: the connection's counts. */
export const cutOffsForm = z.record(z.string(), score);

export const cutOffField = (assessmentId: string) => `cutOff.${assessmentId}`;

/** The same, as typed. */
export function typedCutOffs(fields: FormFields): Record<string, string> {
  const start = cutOffField('');
  const names = Object.keys(fields).filter((name) => name.startsWith(start));
  return Object.fromEntries(names.map((name) => [name.slice(start.length), single(fields, name)]));
}

/** What the page says about the request that led to it. */
export const connectionNotice = z
  .enum(['connected', 'saved', 'removed'])
  .optional()
  .catch(undefined);
export type ConnectionNotice = z.infer<typeof connectionNotice>;
