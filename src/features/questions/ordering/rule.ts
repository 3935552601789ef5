import * as z from 'zod';

import { distinct, option } from '../options.ts';
import { field, scored, type FormFields, type Rule } from '../rule.ts';

/** The items in the right order; candidates see them shuffled. */
const content = z.strictObject({ items: distinct(option, { min: 2, max: 10 }) });

export type Ordering = z.infer<typeof content>;

/**
 * Kendall's tau (1938), not below 0: of all pairs of items, those in the right order minus those
 * inverted, over all pairs. One swap of neighbours costs little, a random order is worth about 0,
 * a reversed one 0. Counting exact positions instead would give nothing to a list off by one.
 */
export const ordering: Rule<Ordering, string[]> = {
  type: 'ordering',
  content,
  answer: ({ items }) =>
    z.array(z.string('answer_invalid'), 'answer_invalid').superRefine((ids, context) => {
      const message = orderProblem(items, ids);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    }),
  fromForm,
  score: ({ items }, answer, measured) =>
    scored(answer === null ? 0 : Math.max(0, kendallTau(items, answer)), measured),
  needsReview: false,
};

/** The name of an item's own field, a select of positions 1…n. */
export const positionField = (itemId: string) => `position-${itemId}`;

function orderProblem(items: Ordering['items'], ids: string[]): string | undefined {
  if (ids.length > items.length) return 'answer_invalid';
  if (!ids.every((id) => items.some((item) => item.id === id))) return 'unknown_option';
  if (new Set(ids).size < ids.length) return 'order_repeats';
  return ids.length < items.length ? 'order_incomplete' : undefined;
}

/**
 * The items by chosen position. Items without one are left out (an incomplete order), and items that
 * share one all come as the first of them (a repeated id), so that the schema can tell what is wrong.
 */
function fromForm({ items }: Ordering, fields: FormFields): unknown {
  const atPosition = new Map<number, string[]>();
  for (const { id } of items) {
    const sent = field(fields, positionField(id));
    if (sent === undefined) continue;
    const position = typeof sent === 'string' && /^\d{1,2}$/.test(sent) ? Number(sent) : 0;
    if (position < 1 || position > items.length) return { invalidPosition: id };
    const [first = id] = atPosition.get(position) ?? [];
    atPosition.set(position, [...(atPosition.get(position) ?? []), first]);
  }
  const order = items.flatMap((_item, index) => atPosition.get(index + 1) ?? []);
  return order.length === 0 ? null : order;
}

function kendallTau(items: Ordering['items'], answer: string[]): number {
  const places = items.map((item) => answer.indexOf(item.id));
  let balance = 0;
  for (const [index, place] of places.entries())
    for (const later of places.slice(index + 1)) balance += place < later ? 1 : -1;
  return balance / ((items.length * (items.length - 1)) / 2);
}
