import { type Context, Hono } from 'hono';

import type { Database } from '../../db/client.ts';
import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { minute } from '../../lib/time.ts';
import { requireToken } from '../../lib/token-path.ts';
import { healthNews } from '../health/news.ts';
import { conductOf } from '../questions/conduct.ts';
import { isOver } from './clock.ts';
import { noteContact, recentContacts } from './contact.ts';
import { creditFor, type OutageClaim, outageCapMs } from './outage.ts';
import { receiptOf } from './receipts.ts';
import { endsOf, hasTimedSections, isClosed, timedSectionOf } from './section-clock.ts';
import { isAnswered } from './sheet.ts';
import { findContent, findSitting } from './sitting-queries.ts';
import { submitIfOver } from './submission.ts';
import { applySync, findContacts } from './sync-queries.ts';
import { syncMessage } from './sync-schema.ts';
import { readAnswers, settle } from './sync.ts';

/**
 * What the page's script and the server tell each other: answers up, receipts and the time down. An
 * empty message is a sign of life. Any message may come late, twice or out of order.
 */
export const syncRoutes = new Hono<AppEnv>();

syncRoutes.post('/a/:token/sync', async (c) => {
  const claims = await requireToken(c, 'take');
  const message = await readMessage(c);
  const { db } = c.var;
  const content = await findContent(db, claims.versionId);
  if (!content) throw notFound();
  const now = Date.now();
  const own = {
    attemptId: claims.attemptId,
    versionId: claims.versionId,
    takeEpoch: claims.epoch,
  };
  const { read, refused } = readAnswers(content, message.answers, c.var.t);
  const timed = hasTimedSections(content);
  const credit = message.outage && (await weigh(db, claims.attemptId, message.outage, now));
  const sync = applySync(db, {
    ...own,
    device: message.device,
    take: message.take,
    leaving: message.leaving,
    answers: read.map(({ openMs, ...answer }) => ({
      ...own,
      ...answer,
      timedSection: timedSectionOf(content, answer.questionId),
      savedAt: now,
      timeMs: Math.min(openMs, content.durationMinutes * minute),
    })),
    outageCapMs: outageCapMs(conductOf(content).outage, content.durationMinutes * minute),
    credit,
    timed,
    health: await healthNews(c.req, c.env, { ...message, attemptId: own.attemptId, content, now }),
    now,
  });
  const [{ attempt, stored, credited }] = await Promise.all([
    sync,
    noteContact(own.attemptId, now),
  ]);
  if (!attempt || attempt.takeEpoch !== claims.epoch) throw notFound();

  const late = attempt.state !== 'in_progress' || isOver(attempt.deadlineAt ?? 0, now);
  const active = attempt.deviceId === null || attempt.deviceId === message.device;
  const closed = (questionId: string) => {
    const section = timedSectionOf(content, questionId);
    return section !== null && isClosed(section, attempt.sectionClocks, now);
  };
  const settled = settle(read, stored, { replaced: !active && !late, late, closed });
  const kept = stored.filter(({ questionId }) => settled.kept.includes(questionId));
  return c.json({
    now,
    deadline: attempt.deadlineAt,
    /** When the opened sections with a limit end. */
    ...(timed ? { sections: endsOf(attempt.sectionClocks) } : {}),
    state: late && attempt.state === 'in_progress' ? await endNow(c, own) : attempt.state,
    active,
    receipts: await Promise.all(kept.map((answer) => receiptOf(c.env.TOKEN_SECRET, answer))),
    /** Of the receipts' questions, those whose stored answer is "none". */
    blank: kept.filter((answer) => !isAnswered(answer)).map(({ questionId }) => questionId),
    refused: [...refused, ...settled.refused],
    creditedMs: attempt.creditedMs ?? 0,
    ...(credit && credited ? { credit } : {}),
  });
});

/** What a claimed outage is worth, by what the server itself knows of the silence. */
async function weigh(db: Database, attemptId: string, claim: OutageClaim, now: number) {
  const [known, noted] = await Promise.all([
    findContacts(db, attemptId),
    recentContacts(attemptId),
  ]);
  if (!known) return undefined;
  const { seenAt, savedAt, sectionAt, outageCapMs: capMs, ...rest } = known;
  const requests = [seenAt, savedAt, sectionAt, ...noted];
  return creditFor(claim, { ...rest, startedAt: known.startedAt ?? now, requests, now }, capMs);
}

/** The page itself said that it is here, and its time is over: nothing more can come. */
async function endNow(c: Context<AppEnv>, own: { attemptId: string; versionId: string }) {
  const sitting = await findSitting(c.var.db, own);
  if (!sitting) throw notFound();
  return (await submitIfOver(c.env, c.var.db, sitting, { atOnce: true })).attempt.state;
}

/** JSON whatever its declared type: a page that is being closed may only send plain text. */
async function readMessage(c: Context<AppEnv>) {
  const json: unknown = await c.req.json().catch(() => undefined);
  const message = syncMessage.safeParse(json);
  if (!message.success) throw new AppError('invalid', 'This is no message of a test page');
  return message.data;
}
