import { expect, inject, vi } from 'vitest';
import * as z from 'zod';

const box = z.object({
  mails: z.array(z.object({ id: z.string(), text: z.string(), links: z.array(z.string()) })),
});

/** Of an address, newest first. */
export async function mailsTo(email: string) {
  const query = new URLSearchParams({ to: email });
  const answer = await fetch(`${inject('serverUrl')}/dev/mailbox?${query}`, {
    headers: { Accept: 'application/json' },
  });
  return box.parse(await answer.json()).mails;
}

/** The mail that comes to an address after those known already. */
export function aMailTo(email: string, known = 0) {
  return vi.waitFor(
    async () => {
      const mails = await mailsTo(email);
      expect(mails.length).toBeGreaterThan(known);
      return mails[0]!;
    },
    { timeout: 8000, interval: 50 },
  );
}
