import type { Context } from 'hono';

import type { ApiScope } from '../../db/schema/api.ts';
import type { AppEnv } from '../../env.ts';
import { bearerOf } from '../../lib/bearer.ts';
import { AppError } from '../../lib/errors.ts';
import { orLog } from '../../lib/log.ts';
import { sha256 } from '../../lib/secrets.ts';
import { hour } from '../../lib/time.ts';
import { type ApiKey, findKey, noteUse } from './key-queries.ts';

/** SHA-256 of the caller's key, which is looked up with the request's first read. Brakes by the key. */
export async function keyHashOf(c: Context<AppEnv>): Promise<string> {
  const key = bearerOf(c) ?? /^[\x21-\x7e]{1,512}$/.exec(c.req.header('X-API-KEY') ?? '')?.[0];
  if (key === undefined)
    throw new AppError('unauthorized', 'A key is required: Authorization: Bearer, or X-API-KEY');
  const hash = await sha256(key);
  const { success } = await c.env.API_LIMIT.limit({ key: hash });
  if (success) return hash;
  c.header('Retry-After', '60');
  throw new AppError('too_many_requests', 'Too many requests with this key');
}

/** The key that was found, if it may do this. */
export function requireKey(c: Context<AppEnv>, key: ApiKey | undefined, scope: ApiScope): ApiKey {
  if (!key) throw new AppError('unauthorized', 'The key is unknown or revoked');
  if (!key.scopes.includes(scope))
    throw new AppError('forbidden', `The key does not have the scope ${scope}`);
  const now = Date.now();
  if ((key.lastUsedAt ?? 0) < now - hour)
    c.executionCtx.waitUntil(orLog('api key', key.id, () => noteUse(c.var.db, key.id, now)));
  return key;
}

/** 400, but only to a caller who may ask at all. */
export async function refuse(
  c: Context<AppEnv>,
  keyHash: string,
  scope: ApiScope,
  problems: Record<string, string>,
): Promise<never> {
  requireKey(c, await findKey(c.var.db, keyHash), scope);
  throw new AppError('invalid', 'Some fields are wrong', problems);
}
