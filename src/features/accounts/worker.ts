import { WorkerEntrypoint } from 'cloudflare:workers';

import { database } from '../../db/client.ts';
import { type Device, issueLinkToken, redeemLinkToken } from './auth.ts';

/** What the product's Worker asks of this one, over its service binding ACCOUNTS. */
export class Accounts extends WorkerEntrypoint<Pick<Env, 'DB' | 'AUTH_SECRET'>> {
  /** A new link token for an address; whether it may sign in is decided when the link is used. */
  issueLinkToken(email: string): Promise<string> {
    return issueLinkToken(this.env.AUTH_SECRET, database(this.env.DB), email);
  }

  /** Uses a token up and opens a session: its Set-Cookie headers, undefined when it opens nothing. */
  redeemLinkToken(token: string, device: Device): Promise<string[] | undefined> {
    return redeemLinkToken(this.env.AUTH_SECRET, database(this.env.DB), token, device);
  }
}

/** Nothing is served from here: a Worker just has to have a default export. */
export default { fetch: () => new Response(null, { status: 404 }) };
