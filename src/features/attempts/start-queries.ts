import { and, desc, eq, not, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';

import type { Database } from '../../db/client.ts';
import { organizationFace } from '../../db/organization-face.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { webhookEndpoints } from '../../db/schema/api.ts';
import { links, versions } from '../../db/schema/assessments.ts';
import { attempts, candidates, candidateTerms } from '../../db/schema/attempts.ts';
import { accommodations } from '../../db/schema/conduct.ts';
import { newId } from '../../lib/ids.ts';
import { searchable } from '../../lib/text.ts';
import { insertEventIf } from '../deliveries/queries.ts';
import { requestAccommodation } from './accommodation-queries.ts';
import { insertApplication } from './application-queries.ts';
import type { applicationOf } from './application.ts';
import { startIsOver } from './expiry-queries.ts';

/** A public link with what its first page shows. */
export async function findLink(db: Database, slug: string) {
  const [link] = await selectLink(db, slug);
  return link;
}

/** A link, and the attempts that one e-mail address already has there, newest first. */
export async function findLinkAndAttempts(db: Database, slug: string, email: string) {
  const [[link], earlier] = await db.batch([
    selectLink(db, slug),
    db
      .select({ id: attempts.id, versionId: attempts.versionId, state: attempts.state })
      .from(candidates)
      .innerJoin(attempts, eq(attempts.candidateId, candidates.id))
      .innerJoin(links, eq(links.id, attempts.linkId))
      .where(
        and(
          eq(links.slug, slug),
          eq(candidates.organizationId, links.organizationId),
          eq(candidates.email, email),
        ),
      )
      .orderBy(desc(attempts.createdAt))
      .limit(50),
  ]);
  return { link, earlier };
}

export type LinkPage = NonNullable<Awaited<ReturnType<typeof findLink>>>;

function selectLink(db: Database, slug: string) {
  return db
    .select({
      id: links.id,
      slug: links.slug,
      organizationId: links.organizationId,
      assessmentId: links.assessmentId,
      versionId: links.versionId,
      opensAt: links.opensAt,
      closesAt: links.closesAt,
      attemptsAllowed: links.attemptsAllowed,
      enabled: links.enabled,
      jobReference: links.jobReference,
      ...organizationFace,
      content: versions.content,
    })
    .from(links)
    .innerJoin(versions, eq(versions.id, links.versionId))
    .innerJoin(organizations, eq(organizations.id, links.organizationId))
    .where(eq(links.slug, slug));
}

type NewAttempt = typeof attempts.$inferInsert;

/** The attempt's own columns; the candidate is found by organization and e-mail inside the statement. */
export type AttemptDraft = Omit<NewAttempt, 'candidateId' | 'source'>;

type Sourced = Required<Pick<NewAttempt, 'source'>>;

/**
 * The statements that make a candidate known: the person, once per organization, and the words under
 * which lists find them. An address that is already known keeps its first name: whoever types it here
 * has not shown that it is theirs.
 */
export function insertCandidate(
  db: Database,
  candidate: { organizationId: string; email: string; name: string; createdAt: number },
  condition: SQL = sql`true`,
) {
  const id = newId();
  const { organizationId, email, name, createdAt } = candidate;
  const terms = JSON.stringify(searchTerms(name, email));
  return [
    db
      .insert(candidates)
      .select(
        sql`select ${id}, ${organizationId}, ${email}, ${name}, ${createdAt} where ${condition}`,
      )
      .onConflictDoNothing(),
    db
      .insert(candidateTerms)
      .select(
        sql`select ${organizationId}, value, ${id} from json_each(${terms}) where changes() = 1`,
      ),
  ] as const;
}

/**
 * The words of a name, each once, as searches compare them. An address is found by the index that makes
 * it unique, and is a term only when it has accents, which a search would not.
 */
export function searchTerms(name: string, email: string): string[] {
  const words = searchable(name).split(/[^\p{L}\p{N}]+/u);
  const address = searchable(email);
  return [...new Set(address === email ? words : [...words, address])].filter(Boolean).slice(0, 12);
}

/**
 * Inserts an attempt for the candidate with this e-mail (`c` in the condition's SQL), if the condition
 * holds and the id is free. One row comes back when it was inserted.
 */
export function insertAttempt(
  db: Database,
  attempt: Omit<AttemptDraft, 'versionId'> & Sourced & { versionId: string | SQL },
  email: string,
  condition: SQL,
) {
  // Every column, in the table's order: an insert … select binds by position.
  return db
    .insert(attempts)
    .select(
      sql`select ${attempt.id}, ${attempt.organizationId}, ${attempt.assessmentId}, ${attempt.versionId},
        ${attempt.linkId ?? null}, c.id, ${attempt.state}, ${JSON.stringify(attempt.questionIds)},
        ${attempt.language}, ${attempt.noticeVersion ?? null}, ${attempt.noticeAcceptedAt ?? null},
        ${attempt.createdAt}, ${attempt.startedAt ?? null}, ${attempt.deadlineAt ?? null},
        null, null, null, null, 0, 0, ${attempt.source}, 0
        from ${candidates} c
        where c.organization_id = ${attempt.organizationId} and c.email = ${email} and ${condition}`,
    )
    .onConflictDoNothing()
    .returning({ id: attempts.id });
}

/**
 * Makes an attempt that waits for its start, and what an ATS asked for with it: an insert of one row
 * where `changes() = 1`. False when the condition fails or the id is taken: then nothing is written.
 */
export async function registerAttempt(
  db: Database,
  person: { email: string; name: string },
  attempt: AttemptDraft & Sourced,
  condition: SQL,
  registration: BatchItem<'sqlite'>,
): Promise<boolean> {
  const { organizationId, createdAt } = attempt;
  const outcome = await db.batch([
    ...insertCandidate(db, { organizationId, createdAt, ...person }),
    insertAttempt(db, attempt, person.email, condition),
    registration,
  ]);
  return outcome[2].length === 1;
}

interface Filed {
  /** What is asked for; '' for nothing. */
  accommodation?: string;
  application?: ReturnType<typeof applicationOf>;
}

/**
 * Makes a candidate's attempt at a link, started. False when a simultaneous request already used up
 * the attempts or left one unfinished: then nothing is written.
 */
export async function startLinkAttempt(
  db: Database,
  person: { email: string; name: string },
  attempt: AttemptDraft & { linkId: string },
  attemptsAllowed: number,
  /** Filed with the attempt. */
  { accommodation = '', application }: Filed = {},
): Promise<boolean> {
  const mine = sql`from ${attempts} a where a.candidate_id = c.id and a.link_id = ${attempt.linkId}`;
  const free = sql`not exists (select 1 ${mine} and a.state in ('not_started', 'in_progress'))
    and (select count(*) ${mine} and a.state not in ('cancelled', 'expired')) < ${attemptsAllowed}`;
  const { organizationId, createdAt } = attempt;
  const filed = [
    ...(accommodation ? [requestAccommodation(db, attempt.id, accommodation, createdAt)] : []),
    ...(application ? [insertApplication(db, attempt, application)] : []),
  ];
  const results = await db.batch([
    ...insertCandidate(db, { organizationId, createdAt, ...person }),
    insertAttempt(db, { ...attempt, source: 'link' }, person.email, free),
    ...(attempt.state === 'in_progress' ? [insertStarted(db, attempt.id, createdAt)] : []),
    ...filed,
  ]);
  return results[2].length === 1;
}

/**
 * Starts an attempt that was waiting for it; false when it was not, or when it is too late for that: then
 * it is expired from now on. An accommodation stretches the time in the statement itself, so that one
 * decided at this very moment is not missed.
 */
export async function startRegisteredAttempt(
  db: Database,
  attemptId: string,
  started: {
    questionIds: string[];
    language: NewAttempt['language'];
    noticeVersion: string;
    startedAt: number;
    deadlineAt: number;
  },
): Promise<boolean> {
  const waiting = and(eq(attempts.id, attemptId), eq(attempts.state, 'not_started'));
  const over = startIsOver(started.startedAt);
  const [rows] = await db.batch([
    db
      .update(attempts)
      .set({
        ...started,
        deadlineAt: sql`${started.startedAt} + ${started.deadlineAt - started.startedAt} * coalesce(
          (select percent from ${accommodations} where attempt_id = ${attemptId}), 100) / 100`,
        state: 'in_progress',
        noticeAcceptedAt: started.startedAt,
      })
      .where(and(waiting, not(over)))
      .returning({ id: attempts.id }),
    insertStarted(db, attemptId, started.startedAt),
    db.update(attempts).set({ state: 'expired' }).where(and(waiting, over)),
  ]);
  return rows.length === 1;
}

/**
 * Right after the statement that starts an attempt: the event, where a customer's webhook awaits it.
 * Others pay no row. No wake-up follows: the sweep finds it within a minute.
 */
function insertStarted(db: Database, attemptId: string, createdAt: number) {
  const organizationId = sql`(select organization_id from ${attempts} where id = ${attemptId})`;
  return insertEventIf(
    db,
    { id: newId(), organizationId, attemptId, type: 'attempt.started', createdAt },
    sql`changes() = 1 and exists (
      select 1 from ${webhookEndpoints} e, json_each(e.events) wanted
      where e.organization_id = ${organizationId} and e.enabled = 1
        and wanted.value = 'attempt.started')`,
  );
}
