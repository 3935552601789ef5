// better-auth is heavy, so it lives in a Worker of its own: only worker.ts may name this module. Its own
// HTTP handler is mounted nowhere, so none of its paths exists; only the two calls below run.
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { isAPIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins/magic-link';

import type { Database } from '../../db/client.ts';
import { accounts, sessions, users, verifications } from '../../db/schema/accounts.ts';
import { newId } from '../../lib/ids.ts';
import { newSecret, secretValues } from '../../lib/secrets.ts';
import { second } from '../../lib/time.ts';
import { isMemberUser } from './queries.ts';
import { linkLifetime, sessionCookie, sessionLifetime } from './session.ts';

/** What a session's row remembers of where it was opened. */
export interface Device {
  userAgent: string;
  address: string | null;
}

/** A new link token for this address; whether it may sign in is decided when the link is used. */
export async function issueLinkToken(secret: string, db: Database, email: string): Promise<string> {
  let issued: string | undefined;
  const auth = authentication(secret, db, (token) => {
    issued = token;
  });
  await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
  if (!issued) throw new Error('better-auth issued no token');
  return issued;
}

/**
 * Uses the token up and opens a session: its Set-Cookie headers. Undefined when the token is unknown,
 * expired or used, or its address belongs to no member (any more).
 */
export async function redeemLinkToken(
  secret: string,
  db: Database,
  token: string,
  { userAgent, address }: Device,
): Promise<string[] | undefined> {
  const auth = authentication(secret, db, () => {});
  try {
    const { headers } = await auth.api.magicLinkVerify({
      query: { token },
      headers: new Headers({
        'user-agent': userAgent.slice(0, 200),
        ...(address === null ? {} : { 'cf-connecting-ip': address }),
      }),
      returnHeaders: true,
    });
    return headers.getSetCookie();
  } catch (error) {
    // It refuses by redirecting to a page of errors; without callbackURL success never redirects.
    if (isAPIError(error) && error.status === 'FOUND') return undefined;
    throw error;
  }
}

function authentication(secret: string, db: Database, onToken: (token: string) => void) {
  return betterAuth({
    // Part of no link: ours are made by the product's Worker.
    baseURL: 'https://accounts.invalid',
    secret: secretValues(secret)[0]!,
    // `transaction` stays off: D1 has no interactive ones. The token is consumed by one DELETE.
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      usePlural: true,
      schema: { users, sessions, accounts, verifications },
    }),
    session: { expiresIn: sessionLifetime / second },
    databaseHooks: {
      // Members are made by operators; who isn't one gets no session, whatever link they hold.
      session: { create: { before: async ({ userId }) => isMemberUser(db, userId) } },
    },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
      // The prefix is written into the name, because useSecureCookies would add `__Secure-`.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: sessionCookie,
          attributes: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: linkLifetime / second,
        storeToken: 'hashed',
        generateToken: newSecret,
        sendMagicLink: ({ token }) => onToken(token),
      }),
    ],
    // Errors are thrown to us; its own log lines would name people.
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}
