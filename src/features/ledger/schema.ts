import * as z from 'zod';

import { deliveryStates } from '../../db/schema/deliveries.ts';
import { day } from '../../lib/time.ts';

/** Of São Paulo, where the pages' times are told from: without summer time since 2019. */
const offset = '-03:00';

const empty = z.literal('').transform(() => undefined);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([empty, schema]).optional().catch(undefined);

const date = z.iso.date().refine((text) => !Number.isNaN(startOf(text)));

const fields = {
  kind: optional(z.string().regex(/^[a-z_.]{1,60}$/)),
  assessment: optional(z.uuid()),
  from: optional(date),
  to: optional(date),
};

/** What narrows the ledger. What can't be read is as good as not given: it is an address, no form. */
export const ledgerQuery = z.object({
  ...fields,
  view: z.literal('missing').optional().catch(undefined),
  state: optional(z.enum(deliveryStates)),
  cursor: optional(z.string().regex(/^\d{1,15}\.[0-9a-f-]{36}$/)),
  replayed: optional(z.coerce.number().int().min(0).max(1000)),
});
export type LedgerQuery = z.infer<typeof ledgerQuery>;

export const replayForm = z.object(fields);

/** A filter's days as moments, the last day included. */
export function period({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return {
    from: from === undefined ? undefined : startOf(from),
    to: to === undefined ? undefined : startOf(to) + day,
  };
}

function startOf(text: string): number {
  return Date.parse(`${text}T00:00:00${offset}`);
}

/** Where a page of the ledger goes on: after this row. */
export interface Place {
  createdAt: number;
  id: string;
}

export function readPlace(cursor: string | undefined): Place | undefined {
  const [createdAt, id] = cursor?.split('.') ?? [];
  return id === undefined ? undefined : { createdAt: Number(createdAt), id };
}

export function writePlace({ createdAt, id }: Place): string {
  return `${createdAt}.${id}`;
}

/** The page's address with this filter. */
export function ledgerAddress(
  query: Partial<Record<keyof LedgerQuery, string | number | undefined>>,
  path = '/deliveries',
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}
