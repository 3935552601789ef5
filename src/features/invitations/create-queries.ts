import { and, eq, or, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { attempts, candidates } from '../../db/schema/attempts.ts';
import { accommodations } from '../../db/schema/conduct.ts';
import { invitations } from '../../db/schema/people.ts';
import type { Language } from '../../i18n/languages.ts';
import { derivedId, newId } from '../../lib/ids.ts';
import { insertAttempt, insertCandidate } from '../attempts/start-queries.ts';
import { insertEventIfChanged } from '../deliveries/queries.ts';
import { nextReminderAt } from './reminders.ts';

export interface NewInvitation {
  /** Asking again with the same key, for the same person, invites once: of a form, a file's row, a message. */
  key: string;
  organizationId: string;
  assessmentId: string;
  /** Null: a rule of the organization's invites, not a person. */
  invitedBy: string | null;
  name: string;
  /** Trimmed and lower case, as `emailAddress` leaves it. */
  email: string;
  language: Language;
  /** The time that the person has, in percent of the duration; 100 carries no accommodation. */
  percent: number;
  expiresAt: number;
}

/**
 * `same`: this very invitation was made before; `open`: the person has another one that is not finished;
 * `unknown`: the organization has no such published assessment. Only `created` wrote anything.
 */
export type Invited =
  | { kind: 'created'; attemptId: string; eventId: string }
  | { kind: 'same'; attemptId: string }
  | { kind: 'open'; attemptId: string }
  | { kind: 'unknown' };

/**
 * Invites a person, in one round trip: the candidate, the attempt that waits for its start, what it
 * carries, and the event that has it mailed. Wake the event afterwards.
 */
export async function createInvitation(
  db: Database,
  invitation: NewInvitation,
  now: number,
): Promise<Invited> {
  const { organizationId, assessmentId, name, email, percent, expiresAt } = invitation;
  const id = await derivedId('invitation', organizationId, assessmentId, invitation.key, email);
  const eventId = newId();
  const own = and(
    eq(assessments.id, assessmentId),
    eq(assessments.organizationId, organizationId),
    eq(assessments.state, 'published'),
  );
  const version = sql`(select ${assessments.latestVersionId} from ${assessments} where ${own})`;
  const offered = sql`${version} is not null`;
  const free = sql`not exists (
    select 1 from ${attempts} a cross join ${invitations} i on i.attempt_id = a.id
    where a.candidate_id = c.id and i.assessment_id = ${assessmentId}
      and (a.state = 'in_progress' or (a.state = 'not_started' and i.expires_at > ${now})))`;
  const attempt = {
    id,
    organizationId,
    assessmentId,
    versionId: version,
    source: 'invitation' as const,
    state: 'not_started' as const,
    questionIds: [],
    language: invitation.language,
    createdAt: now,
  };
  const reminder = nextReminderAt(now, expiresAt, 0, now);
  const [[assessment], [earlier], , , [created]] = await db.batch([
    db.select({ versionId: assessments.latestVersionId }).from(assessments).where(own),
    selectEarlier(db, invitation, id, now),
    ...insertCandidate(db, { organizationId, email, name, createdAt: now }, offered),
    insertAttempt(db, attempt, email, sql`${offered} and ${free}`),
    // Every column, in the table's order: an insert … select binds by position.
    db.insert(invitations).select(
      sql`select ${id}, ${organizationId}, ${assessmentId}, ${invitation.invitedBy}, ${now},
        ${expiresAt}, 0, ${reminder}, null where changes() = 1`,
    ),
    ...(percent === 100 ? [] : [insertAccommodation(db, invitation, id, now)]),
    insertEventIfChanged(db, {
      id: eventId,
      organizationId,
      attemptId: id,
      type: 'invitation.created',
      createdAt: now,
    }),
  ]);
  if (created) return { kind: 'created', attemptId: id, eventId };
  if (!assessment) return { kind: 'unknown' };
  if (!earlier) throw new Error('an invitation was refused for no reason');
  return { kind: earlier.id === id ? 'same' : 'open', attemptId: earlier.id };
}

/** This very invitation if it was made already, else one of the person's that is not finished. */
function selectEarlier(
  db: Database,
  { organizationId, assessmentId, email }: NewInvitation,
  id: string,
  now: number,
) {
  // Left joins are never reordered: the person comes first, whatever the tables' sizes.
  return db
    .select({ id: sql<string>`${attempts.id}`.as('id') })
    .from(candidates)
    .leftJoin(attempts, eq(attempts.candidateId, candidates.id))
    .leftJoin(invitations, eq(invitations.attemptId, attempts.id))
    .where(
      and(
        eq(candidates.organizationId, organizationId),
        eq(candidates.email, email),
        eq(invitations.assessmentId, assessmentId),
        or(
          eq(attempts.id, id),
          eq(attempts.state, 'in_progress'),
          and(eq(attempts.state, 'not_started'), sql`${invitations.expiresAt} > ${now}`),
        ),
      ),
    )
    .orderBy(sql`${attempts.id} <> ${id}`)
    .limit(1);
}

/** Decided before anybody asked: the start finds it as it finds a granted request. */
function insertAccommodation(
  db: Database,
  { organizationId, percent, invitedBy }: NewInvitation,
  id: string,
  now: number,
) {
  // Every column, in the table's order: an insert … select binds by position.
  return db.insert(accommodations).select(
    sql`select ${id}, ${organizationId}, '', ${now}, ${now}, ${invitedBy}, ${percent}
      where changes() = 1`,
  );
}
