import { and, eq, gt, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { invitations } from '../../db/schema/people.ts';
import { derivedId } from '../../lib/ids.ts';
import { insertEventIfChanged } from '../deliveries/queries.ts';
import { nextReminderAt } from './reminders.ts';

/** Notes the end of invitations that are past it: an attempt that was never started is expired then. */
export async function closePastInvitations(
  db: Database,
  now: number,
  limit: number,
): Promise<void> {
  const past = sql`(
    select attempt_id from ${invitations} where closed_at is null and expires_at <= ${now}
    order by expires_at limit ${limit})`;
  await db.batch([
    db
      .update(attempts)
      .set({ state: 'expired' })
      .where(and(eq(attempts.state, 'not_started'), sql`id in ${past}`)),
    db
      .update(invitations)
      .set({ closedAt: now, nextReminderAt: null })
      .where(sql`attempt_id in ${past}`),
  ]);
}

export type DueReminder = Awaited<ReturnType<typeof listDueReminders>>[number];

/** Invitations to remind of now. Those whose test is finished or cancelled are reminded of no more. */
export async function listDueReminders(db: Database, now: number, limit: number) {
  const due = sql`${invitations} i cross join ${attempts} a on a.id = i.attempt_id
    where i.next_reminder_at <= ${now} and a.state`;
  const [, rows] = await db.batch([
    db
      .update(invitations)
      .set({ nextReminderAt: null })
      .where(
        sql`attempt_id in (
        select i.attempt_id from ${due} not in ('not_started', 'in_progress') limit ${limit})`,
      ),
    db
      .select({
        attemptId: invitations.attemptId,
        organizationId: invitations.organizationId,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        remindersSent: invitations.remindersSent,
        nextReminderAt: invitations.nextReminderAt,
      })
      .from(invitations)
      .where(sql`${invitations.nextReminderAt} <= ${now}`)
      .orderBy(invitations.nextReminderAt)
      .limit(limit),
  ]);
  return rows;
}

/**
 * Counts a reminder and has it mailed. Undefined when somebody else did that, or when the test was
 * finished or the invitation moved meanwhile.
 */
export async function sendReminder(
  db: Database,
  due: DueReminder,
  now: number,
): Promise<string | undefined> {
  const { attemptId, organizationId, createdAt, expiresAt } = due;
  const number = due.remindersSent + 1;
  const id = await derivedId('invitation reminder', attemptId, String(number));
  const [sent] = await db.batch([
    db
      .update(invitations)
      .set({
        remindersSent: number,
        nextReminderAt: nextReminderAt(createdAt, expiresAt, number, now),
      })
      .where(
        and(
          eq(invitations.attemptId, attemptId),
          eq(invitations.nextReminderAt, due.nextReminderAt ?? 0),
          eq(invitations.remindersSent, due.remindersSent),
          gt(invitations.expiresAt, now),
          sql`exists (select 1 from ${attempts}
            where id = ${attemptId} and state in ('not_started', 'in_progress'))`,
        ),
      )
      .returning({ attemptId: invitations.attemptId }),
    insertEventIfChanged(db, {
      id,
      organizationId,
      attemptId,
      type: 'invitation.reminder',
      createdAt: now,
    }),
  ]);
  return sent.length === 1 ? id : undefined;
}
