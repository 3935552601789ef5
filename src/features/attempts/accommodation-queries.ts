import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { versions } from '../../db/schema/assessments.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { accommodations, sectionClocks, timeChanges } from '../../db/schema/conduct.ts';
import { newId } from '../../lib/ids.ts';
import { minute } from '../../lib/time.ts';
import { moveSections } from './section-statements.ts';

/** Files or rewords a request, as long as nobody has decided on it and the attempt is not over. */
export function requestAccommodation(
  db: Database,
  attemptId: string,
  request: string,
  requestedAt: number,
) {
  return db
    .insert(accommodations)
    .select(
      // Every column, in the table's order: an insert … select binds by position.
      sql`select id, organization_id, ${request}, ${requestedAt}, null, null, null from ${attempts}
        where id = ${attemptId} and state in ('not_started', 'in_progress')`,
    )
    .onConflictDoUpdate({
      target: accommodations.attemptId,
      set: { request, requestedAt },
      setWhere: isNull(accommodations.decidedAt),
    });
}

/** What was asked for and decided; undefined when nothing was. */
export function selectAccommodation(db: Database, attemptId: string | SQL) {
  return db
    .select({
      request: accommodations.request,
      requestedAt: accommodations.requestedAt,
      decidedAt: accommodations.decidedAt,
      percent: accommodations.percent,
      deciderName: sql<string | null>`${users.name}`.as('decider_name'),
    })
    .from(accommodations)
    .leftJoin(users, eq(users.id, accommodations.decidedBy))
    .where(eq(accommodations.attemptId, attemptId));
}

/** Every change of the deadline after the start, in order. */
export function selectTimeChanges(db: Database, attemptId: string | SQL) {
  return db
    .select({
      kind: timeChanges.kind,
      ms: timeChanges.ms,
      fromAt: timeChanges.fromAt,
      toAt: timeChanges.toAt,
      createdAt: timeChanges.createdAt,
      changerName: sql<string | null>`${users.name}`.as('changer_name'),
    })
    .from(timeChanges)
    .leftJoin(users, eq(users.id, timeChanges.changedBy))
    .where(eq(timeChanges.attemptId, attemptId))
    .orderBy(asc(timeChanges.createdAt), asc(timeChanges.id))
    .limit(200);
}

interface Decision {
  organizationId: string;
  attemptId: string;
  userId: string;
  now: number;
}

/** Moves a running attempt's deadline. False when it is not running, or not this organization's. */
export async function addTime(db: Database, decision: Decision & { ms: number }) {
  const ms = sql`${decision.ms}`;
  const [inserted] = await db.batch(moveDeadline(db, decision, { kind: 'added', ms }));
  return inserted.length === 1;
}

/**
 * Grants a factor (percent of the duration; 100 says no). Before the start it waits for it; while the
 * attempt runs, the deadline moves. Decided once: false when it was already, or too late.
 */
export async function decideAccommodation(
  db: Database,
  decision: Decision & { percent: number },
): Promise<boolean> {
  const { organizationId, attemptId, percent, now } = decision;
  const open = sql`exists (
    select 1 from ${attempts}
    where id = ${attemptId} and organization_id = ${organizationId}
      and state in ('not_started', 'in_progress'))`;
  const decide = db
    .update(accommodations)
    .set({ percent, decidedAt: now, decidedBy: decision.userId })
    .where(
      and(
        eq(accommodations.attemptId, attemptId),
        eq(accommodations.organizationId, organizationId),
        isNull(accommodations.decidedAt),
        open,
      ),
    )
    .returning({ percent: accommodations.percent });
  const shareOf = (minutes: SQL) =>
    sql`cast(${minutes} * ${minute} * ${percent - 100} / 100 as integer)`;
  const ms = shareOf(sql`(
    select json_extract(content, '$.durationMinutes') from ${versions}
    where id = ${attempts.versionId})`);
  // A section's own limit is stretched, as it would have been had the section been opened afterwards.
  const sectionMs = shareOf(sql`(
    select json_extract(value, '$.minutes')
    from ${attempts} a join ${versions} v on v.id = a.version_id, json_each(v.content, '$.sections')
    where a.id = ${attemptId} and json_extract(value, '$.id') = ${sectionClocks.sectionId})`);
  const condition = sql`changes() = 1 and ${percent} > 100`;
  const change = { kind: 'accommodation', ms, sectionMs, condition } as const;
  const [decided] = await db.batch([decide, ...moveDeadline(db, decision, change)]);
  return decided.length === 1;
}

interface Change {
  kind: 'added' | 'accommodation';
  ms: SQL;
  /** What running sections gain; the same as the test without it. */
  sectionMs?: SQL;
  condition?: SQL;
}

/** The record of the change, then the change, of running sections, too: all of it, or nothing. */
function moveDeadline(
  db: Database,
  { organizationId, attemptId, userId, now }: Decision,
  { kind, ms, sectionMs, condition = sql`true` }: Change,
) {
  const id = newId();
  const moved = sql`(select ms from ${timeChanges} where attempt_id = ${attemptId} and id = ${id})`;
  return [
    db
      .insert(timeChanges)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select id, ${id}, ${kind}, ${ms}, null, null, ${userId}, ${now} from ${attempts}
          where id = ${attemptId} and organization_id = ${organizationId}
            and state = 'in_progress' and ${condition}`,
      )
      .returning({ id: timeChanges.id }),
    db
      .update(attempts)
      .set({ deadlineAt: sql`${attempts.deadlineAt} + ${moved}` })
      .where(and(eq(attempts.id, attemptId), sql`changes() = 1`)),
    moveSections(db, { attemptId, ms: sectionMs ?? moved, at: now }),
  ] as const;
}
