import * as z from 'zod';

/** Where a page of the list ended: the moment it is ordered by, and the request. */
export interface DeskPlace {
  at: number;
  id: string;
}

/** Undefined for anything but a place of ours: the list then begins at its start. */
const place = z
  .string()
  .regex(/^\d{1,16}\.[0-9a-f-]{36}$/)
  .transform((text): DeskPlace => {
    const [at, id] = text.split('.');
    return { at: Number(at), id: id! };
  })
  .optional()
  .catch(undefined);

export const deskQuery = z.object({
  show: z.enum(['open', 'answered']).catch('open'),
  after: place,
  sent: z.literal('1').optional().catch(undefined),
});

export type DeskQuery = z.infer<typeof deskQuery>;

export function deskAddress(show: DeskQuery['show'], after?: DeskPlace): string {
  const query = new URLSearchParams({
    ...(show === 'open' ? {} : { show }),
    ...(after && { after: `${after.at}.${after.id}` }),
  }).toString();
  return query ? `/privacy?${query}` : '/privacy';
}
