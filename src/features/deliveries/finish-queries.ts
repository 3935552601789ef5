import { and, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { deliveries, lanes, tries } from '../../db/schema/deliveries.ts';
import { derivedId, newId } from '../../lib/ids.ts';
import { hour } from '../../lib/time.ts';
import { newsOf } from './breaker.ts';
import { type Claim, lease } from './claim-queries.ts';
import { countFailure, forgetFailures, returnProbe } from './lane-queries.ts';
import { insertEventIf, insertEventIfChanged } from './queries.ts';
import type { Outcome, Verdict } from './schedule.ts';

/**
 * Records what came of a try: the delivery's new state, the try, what it says of the lane, and whom to
 * tell. A finisher whose lease was taken over only completes its own try's row.
 */
export async function finishTry(
  db: Database,
  claim: Claim,
  outcome: Outcome,
  verdict: Verdict,
  times: { startedAt: number; finishedAt: number },
): Promise<void> {
  const end = {
    durationMs: times.finishedAt - times.startedAt,
    status: outcome.status ?? null,
    error: outcome.error ?? null,
    answer: outcome.answer ?? null,
  };
  await db.batch([
    db
      .update(deliveries)
      .set({
        state: verdict.state,
        nextAt: verdict.nextAt,
        lastStatus: end.status,
        lastError: end.error,
        finishedAt: verdict.nextAt === null ? times.finishedAt : null,
        replayedBy: null,
      })
      .where(
        and(
          eq(deliveries.id, claim.id),
          eq(deliveries.tries, claim.tries),
          eq(deliveries.state, 'sending'),
        ),
      ),
    ...(await parkedNews(db, claim, verdict, times.finishedAt)),
    db
      .insert(tries)
      .values({
        deliveryId: claim.id,
        number: claim.tries,
        startedAt: times.startedAt,
        replayedBy: claim.replayedBy,
        ...end,
      })
      .onConflictDoUpdate({ target: [tries.deliveryId, tries.number], set: end }),
    ...laneNews(db, claim, outcome, times.finishedAt),
  ]);
}

/**
 * One for each period in which its lane fails, else one for each hour: a burst of refusals is one mail.
 * What a person replayed needs none: they look at it.
 */
async function parkedNews(db: Database, claim: Claim, verdict: Verdict, now: number) {
  if (verdict.state !== 'parked' || claim.replayedBy !== null) return [];
  const { organizationId, attemptId, lane } = claim;
  const period = claim.failingSince ?? Math.floor(now / hour);
  const id = await derivedId('delivery.parked', lane, String(period));
  const type = 'delivery.parked';
  const event = { id, organizationId, attemptId, type, createdAt: now, subject: claim.id } as const;
  return [insertEventIfChanged(db, event).onConflictDoNothing()];
}

function laneNews(db: Database, claim: Claim, outcome: Outcome, now: number) {
  const { organizationId, attemptId, lane } = claim;
  const leaseEndsAt = claim.nextAt ?? 0;
  const wasProbe = claim.openUntil !== null && claim.openUntil <= leaseEndsAt - lease;
  const news = newsOf(outcome);
  if (news === 'fails') return [countFailure(db, claim, wasProbe, now)];
  if (news === 'nothing') return wasProbe ? [returnProbe(db, lane, leaseEndsAt, now)] : [];
  // Whoever was told that it fails is told that it works, by the one who removes the failure.
  const told = sql`exists (select 1 from ${lanes} where id = ${lane} and alerted_at is not null)`;
  const type = 'lane.recovered';
  const of = { organizationId, attemptId, type, subject: lane } as const;
  const event = { ...of, id: newId(), createdAt: now };
  return [insertEventIf(db, event, told), forgetFailures(db, lane)];
}
