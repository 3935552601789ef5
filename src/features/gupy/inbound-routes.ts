import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError } from '../../lib/errors.ts';
import { sha256 } from '../../lib/secrets.ts';
import { wakeInbound } from './inbound-jobs.ts';
import { noteRefusal, receiveEvent } from './inbound-queries.ts';
import { readEnvelope, secretHeader } from './inbound.ts';
import { parseLossless } from './json.ts';

/** Webhooks from Gupy (GUPY.md C): stored, answered, and only then worked on. */
export const inboundRoutes = new Hono<AppEnv>();

/** The content type is not looked at: setting `clientHeaders` at Gupy replaces it. */
inboundRoutes.post('/gupy/webhooks/:path', async (c) => {
  const now = Date.now();
  const pathHash = await sha256(c.req.param('path'));
  const secretHash = await sha256(c.req.header(secretHeader) ?? '');
  const event = readEnvelope(parseLossless(await c.req.arrayBuffer()));
  const hashes = { pathHash, secretHash };
  const { organizationId, stored } = await receiveEvent(c.var.db, hashes, event, now);
  if (organizationId === undefined || !event) {
    c.executionCtx.waitUntil(noteRefusal(c.var.db, pathHash, now));
    throw organizationId === undefined
      ? new AppError('unauthorized', `The address or the header ${secretHeader} is not right`)
      : new AppError('invalid', 'The body is no event with id, event, date and data');
  }
  if (stored) c.executionCtx.waitUntil(wakeInbound(c.env, { organizationId, id: event.id }));
  return c.json({ received: true });
});
