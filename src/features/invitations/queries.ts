import { and, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments, versions } from '../../db/schema/assessments.ts';
import { attempts, type AttemptState, candidates } from '../../db/schema/attempts.ts';
import { accommodations } from '../../db/schema/conduct.ts';
import { events } from '../../db/schema/deliveries.ts';
import { invitations } from '../../db/schema/people.ts';
import type { Language } from '../../i18n/languages.ts';
import { derivedId } from '../../lib/ids.ts';
import { minute } from '../../lib/time.ts';
import { insertEventIf } from '../deliveries/queries.ts';
import { nextReminderAt } from './reminders.ts';

/** Of each, its attempt, its candidate and what it carries are read: together below 60 rows. */
const pageSize = 10;

export interface InvitationKey {
  organizationId: string;
  attemptId: string;
}

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;
export type InvitedAssessment = NonNullable<
  Awaited<ReturnType<typeof listInvitations>>['assessment']
>;

/** An invitation's place in the list of its assessment, which begins with the newest. */
export interface Place {
  createdAt: number;
  attemptId: string;
}

/** An assessment and a page of its invitations, from a place on (`from`) or after it. */
export async function listInvitations(
  db: Database,
  { organizationId, assessmentId }: { organizationId: string; assessmentId: string },
  where?: { from: Place } | { after: Place },
) {
  const place = sql`(${invitations.createdAt}, ${invitations.attemptId})`;
  const bound = (at: Place) => sql`(${at.createdAt}, ${at.attemptId})`;
  const [[assessment], found] = await db.batch([
    db
      .select({
        id: assessments.id,
        name: assessments.name,
        state: assessments.state,
        language: sql<Language | null>`${versions.content} ->> '$.language'`.as('language'),
      })
      .from(assessments)
      .leftJoin(versions, eq(versions.id, assessments.latestVersionId))
      .where(and(eq(assessments.id, assessmentId), eq(assessments.organizationId, organizationId))),
    selectInvitations(
      db,
      and(
        eq(invitations.assessmentId, assessmentId),
        // Not for choosing an index by.
        sql`+${invitations.organizationId} = ${organizationId}`,
        where &&
          ('from' in where
            ? sql`${place} <= ${bound(where.from)}`
            : sql`${place} < ${bound(where.after)}`),
      ),
    )
      .orderBy(desc(invitations.createdAt), desc(invitations.attemptId))
      .limit(pageSize + 1),
  ]);
  return { assessment, rows: found.slice(0, pageSize), more: found.length > pageSize };
}

export async function findInvitation(db: Database, key: InvitationKey) {
  const [row] = await selectInvitations(db, ownInvitation(key));
  return row;
}

function selectInvitations(db: Database, where: SQL | undefined) {
  // Left joins are never reordered: the list's own index gives the order.
  return db
    .select({
      attemptId: invitations.attemptId,
      assessmentId: invitations.assessmentId,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      remindersSent: invitations.remindersSent,
      state: sql<AttemptState>`${attempts.state}`.as('state'),
      versionId: sql<string>`${attempts.versionId}`.as('version_id'),
      takeEpoch: sql<number>`${attempts.takeEpoch}`.as('take_epoch'),
      total: attempts.total,
      name: sql<string>`${candidates.name}`.as('candidate_name'),
      email: sql<string>`${candidates.email}`.as('candidate_email'),
      percent: accommodations.percent,
    })
    .from(invitations)
    .leftJoin(attempts, eq(attempts.id, invitations.attemptId))
    .leftJoin(candidates, eq(candidates.id, attempts.candidateId))
    .leftJoin(accommodations, eq(accommodations.attemptId, invitations.attemptId))
    .where(where)
    .$dynamic();
}

function ownInvitation({ organizationId, attemptId }: InvitationKey) {
  return and(eq(invitations.attemptId, attemptId), eq(invitations.organizationId, organizationId));
}

/** A new end. False when the invitation is over or used meanwhile, or was reminded of just now. */
export async function extendInvitation(
  db: Database,
  key: InvitationKey,
  { createdAt, remindersSent }: Pick<InvitationRow, 'createdAt' | 'remindersSent'>,
  expiresAt: number,
  now: number,
): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ expiresAt, nextReminderAt: nextReminderAt(createdAt, expiresAt, remindersSent, now) })
    .where(
      and(
        ownInvitation(key),
        isNull(invitations.closedAt),
        gt(invitations.expiresAt, now),
        eq(invitations.remindersSent, remindersSent),
        attemptIs(key, 'not_started'),
      ),
    )
    .returning({ attemptId: invitations.attemptId });
  return rows.length === 1;
}

/** No two mails of an invitation are asked for closer than this: nobody can flood a mailbox. */
const mailEvery = 5 * minute;

/**
 * Has the invitation mailed once more. `found` is it as it was before; `eventId` is absent when it is over
 * or finished, or was mailed just now.
 */
export async function resendInvitation(db: Database, key: InvitationKey, now: number) {
  const { organizationId, attemptId } = key;
  // A span of the clock has one event, by its id; the end of the span before may still be too close.
  const span = Math.floor(now / mailEvery);
  const id = await derivedId('invitation resent', attemptId, String(span));
  const before = await derivedId('invitation resent', attemptId, String(span - 1));
  const event = { id, organizationId, attemptId, createdAt: now };
  const [[found], inserted] = await db.batch([
    selectInvitations(db, ownInvitation(key)),
    insertEventIf(
      db,
      { ...event, type: 'invitation.created' },
      sql`exists (
          select 1 from ${invitations} i join ${attempts} a on a.id = i.attempt_id
          where i.attempt_id = ${attemptId} and i.organization_id = ${organizationId}
            and i.created_at <= ${now - mailEvery} and (a.state = 'in_progress'
              or (a.state = 'not_started' and i.expires_at > ${now})))
        and not exists (
          select 1 from ${events} where id = ${before} and created_at > ${now - mailEvery})`,
    )
      .onConflictDoNothing()
      .returning({ id: events.id }),
  ]);
  return { found, eventId: inserted[0]?.id };
}

/**
 * Takes an invitation back, whether or not the test was begun. `found` is it as it was before; `cancelled`
 * is false when the test was over already. Its address stays, and says what happened.
 */
export async function cancelInvitation(db: Database, key: InvitationKey, now: number) {
  const [[found], cancelled] = await db.batch([
    selectInvitations(db, ownInvitation(key)),
    db
      .update(attempts)
      .set({ state: 'cancelled' })
      .where(
        and(
          eq(attempts.id, key.attemptId),
          sql`state in ('not_started', 'in_progress')`,
          sql`exists (select 1 from ${invitations} where ${ownInvitation(key)})`,
        ),
      )
      .returning({ id: attempts.id }),
    db
      .update(invitations)
      .set({ closedAt: now, nextReminderAt: null })
      .where(and(ownInvitation(key), sql`changes() = 1`)),
  ]);
  return { found, cancelled: cancelled.length === 1 };
}

function attemptIs({ attemptId }: InvitationKey, state: AttemptState): SQL {
  return sql`exists (select 1 from ${attempts} where id = ${attemptId} and state = ${state})`;
}
