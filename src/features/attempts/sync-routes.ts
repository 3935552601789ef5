import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { minute } from '../../lib/time.ts';
import { conductOf } from '../questions/conduct.ts';
import { isOver } from './clock.ts';
import { lastContact, noteContact } from './contact.ts';
import { creditFor, type OutageClaim, outageCapMs } from './outage.ts';
import { receiptOf } from './receipts.ts';
import { findContent, findSitting } from './sitting-queries.ts';
import { requireClaims } from './sitting-routes.tsx';
import { submitIfOver } from './submission.ts';
import { readAnswers, settle } from './sync.ts';
import { applySync, findContacts } from './sync-queries.ts';
import { syncMessage } from './sync-schema.ts';

/**
 * What the page's script and the server tell each other: answers up, receipts and the time down. An
 * empty message is a sign of life. Any message may come late, twice or out of order.
 */
export const syncRoutes = new Hono<AppEnv>();

syncRoutes.post('/a/:token/sync', async (c) => {
  const claims = await requireClaims(c);
  const message = await readMessage(c);
  const { db } = c.var;
  const content = await findContent(db, claims.versionId);
  if (!content) throw notFound();
  const now = Date.now();
  const capMs = outageCapMs(conductOf(content).outage, content.durationMinutes * minute);
  const { read, refused } = readAnswers(content, message.answers);
  const credit = message.outage && (await weigh(c, claims.attemptId, message.outage, now));
  const { attempt, sitting, stored } = await applySync(db, {
    attemptId: claims.attemptId,
    versionId: claims.versionId,
    takeEpoch: claims.epoch,
    device: message.device,
    take: message.take,
    leaving: message.leaving,
    answers: read.map(({ openMs, ...answer }) => ({
      ...answer,
      attemptId: claims.attemptId,
      versionId: claims.versionId,
      takeEpoch: claims.epoch,
      savedAt: now,
      timeMs: Math.min(openMs, content.durationMinutes * minute),
    })),
    outageCapMs: capMs,
    credit,
    now,
  });
  if (!attempt || attempt.takeEpoch !== claims.epoch) throw notFound();
  c.executionCtx.waitUntil(noteContact(claims.attemptId, now));

  const late = attempt.state !== 'in_progress' || isOver(attempt.deadlineAt ?? 0, now);
  const active = sitting === undefined || sitting.deviceId === message.device;
  const settled = settle(read, stored, { replaced: !active && !late, late });
  const kept = stored.filter(({ questionId }) => settled.kept.includes(questionId));
  const state = late && attempt.state === 'in_progress' ? await endNow(c, claims) : attempt.state;
  return c.json({
    now,
    deadline: attempt.deadlineAt,
    state,
    active,
    receipts: await Promise.all(kept.map((answer) => receiptOf(c.env.TOKEN_SECRET, answer))),
    refused: [...refused, ...settled.refused],
    creditedMs: sitting?.creditedMs ?? 0,
    ...(credit ? { credit } : {}),
  });
});

/** What a claimed outage is worth, by what the server itself knows of the silence. */
async function weigh(c: Context<AppEnv>, attemptId: string, claim: OutageClaim, now: number) {
  const [known, noted] = await Promise.all([
    findContacts(c.var.db, attemptId),
    lastContact(attemptId),
  ]);
  if (!known) return undefined;
  const contacts = {
    startedAt: known.startedAt ?? now,
    lastContactAt: Math.max(known.seenAt, known.savedAt, noted),
    creditedUntil: known.creditedUntil,
    creditedMs: known.creditedMs,
    now,
  };
  return creditFor(claim, contacts, known.outageCapMs);
}

async function endNow(c: Context<AppEnv>, claims: { attemptId: string; versionId: string }) {
  const sitting = await findSitting(c.var.db, claims);
  return sitting && (await submitIfOver(c.env, c.var.db, sitting)).attempt.state;
}

/** JSON whatever its declared type: a page that is being closed may only send plain text. */
async function readMessage(c: Context<AppEnv>) {
  const json: unknown = await c.req.json().catch(() => undefined);
  const message = syncMessage.safeParse(json);
  if (!message.success) throw new AppError('invalid', 'This is no message of a test page');
  return message.data;
}
