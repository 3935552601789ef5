import * as z from 'zod';

import { localizedText } from '../../i18n/languages.ts';
import { contentId } from './content-id.ts';

/** One thing to choose or to put in order; its text is inline Markdown. */
export const option = z.strictObject({ id: contentId, text: localizedText(2000) });

/** A list of options (or of anything with an id) whose ids differ. */
export const distinct = <Item extends z.ZodType<{ id: string }>>(
  item: Item,
  { min, max }: { min: number; max: number },
) => z.array(item).min(min).max(max).refine(haveDistinctIds, 'id_repeats');

/** The answer "this one of the options". */
export const oneOf = (options: readonly { id: string }[]) =>
  z
    .string({
      error: (issue) => (Array.isArray(issue.input) ? 'too_many_options' : 'answer_invalid'),
    })
    .refine((id) => options.some((item) => item.id === id), 'unknown_option');

function haveDistinctIds(items: readonly { id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}
