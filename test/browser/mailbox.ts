import { expect, inject, vi } from 'vitest';
import * as z from 'zod';

const box = z.object({
  mails: z.array(z.object({ id: z.string(), text: z.string(), links: z.array(z.string()) })),
});

/** The newest mail to an address, as soon as it is there. */
export function aMailTo(email: string) {
  return vi.waitFor(
    async () => {
      const answer = await fetch(
        `${inject('serverUrl')}/dev/mailbox?${new URLSearchParams({ to: email })}`,
        {
          headers: { Accept: 'application/json' },
        },
      );
      const [mail] = box.parse(await answer.json()).mails;
      expect(mail).toBeDefined();
      return mail!;
    },
    { timeout: 8000, interval: 50 },
  );
}
