import * as z from 'zod';

import { nextPath } from './next-path.ts';

/** The same rule as better-auth's own, on the trimmed, lower-case address. */
const address = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** What issueLinkToken makes: 256 bits, base64url. */
const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const signInQuery = z.object({ next: z.unknown().optional().transform(nextPath) });

/** Never fails: `email` is undefined when what was `typed` is no address. */
export const signInForm = z
  .object({ email: z.unknown().optional(), next: z.unknown().optional().transform(nextPath) })
  .transform(({ email, next }) => ({
    email: address.safeParse(email).data,
    typed: typeof email === 'string' ? email.slice(0, 254).toWellFormed().replaceAll('\0', '') : '',
    next,
  }));

/** Never fails: `token` is undefined when it can't be one of ours. */
export const confirmation = z.object({
  token: linkToken.optional().catch(undefined),
  next: z.unknown().optional().transform(nextPath),
});
