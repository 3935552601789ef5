import type { Context } from 'hono';

import type { AppEnv } from '../env.ts';
import { notFound } from './errors.ts';
import { type Purpose, readToken, type TokenClaims } from './tokens.ts';

/**
 * The claims of the token in the path (`:token`), signed for this purpose; anything else there is simply
 * not found. The epoch is the caller's to check, with its first read.
 */
export async function requireToken(c: Context<AppEnv>, purpose: Purpose): Promise<TokenClaims> {
  const claims = await readToken(c.env.TOKEN_SECRET, purpose, c.req.param('token') ?? '');
  if (!claims) throw notFound();
  return claims;
}
