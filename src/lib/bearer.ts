import type { Context } from 'hono';

/** The token of `Authorization: Bearer …`, when it is one. */
export function bearerOf(c: Context): string | undefined {
  return /^Bearer +([\x21-\x7e]{1,512})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}
