import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { attempts, candidates } from '../../db/schema/attempts.ts';
import { privacyRequests } from '../../db/schema/conduct.ts';
import { insertEventIfChanged } from '../deliveries/queries.ts';
import type { DeskPlace, DeskQuery } from './desk.ts';

/** Each costs a row of the request, the attempt, the candidate and whoever answered. */
const pageSize = 10;

export type DeskRow = Awaited<ReturnType<typeof selectRequests>>[number];

export interface DeskRequests {
  rows: DeskRow[];
  /** Where the next page goes on; absent on the last one. */
  next?: DeskPlace | undefined;
}

/** An organization's requests: those that wait, by due date, or those answered, newest first. */
export async function listRequests(
  db: Database,
  organizationId: string,
  { show, after }: DeskQuery,
): Promise<DeskRequests> {
  const place = show === 'open' ? openAfter(after) : answeredAfter(after);
  const found = await selectRequests(
    db,
    and(eq(privacyRequests.organizationId, organizationId), ...place.where),
  )
    .orderBy(...place.order)
    .limit(pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  const more = last && found.length > pageSize;
  const at = last && (show === 'open' ? last.dueAt : (last.answeredAt ?? 0));
  return { rows, next: more && at !== undefined ? { at, id: last.id } : undefined };
}

export async function findRequest(
  db: Database,
  key: { organizationId: string; id: string },
): Promise<DeskRow | undefined> {
  const [row] = await selectRequests(db, ownRequest(key));
  return row;
}

/**
 * Answers it, once, with the event by which its candidate hears of it. The row as it is afterwards;
 * undefined when there is none.
 */
export async function answerRequest(
  db: Database,
  answer: {
    organizationId: string;
    id: string;
    answer: string;
    userId: string;
    eventId: string;
    now: number;
  },
): Promise<DeskRow | undefined> {
  const { organizationId, id } = answer;
  const [, , [row]] = await db.batch([
    db
      .update(privacyRequests)
      .set({ answer: answer.answer, answeredBy: answer.userId, answeredAt: answer.now })
      .where(and(ownRequest(answer), isNull(privacyRequests.answeredAt))),
    insertEventIfChanged(db, {
      id: answer.eventId,
      organizationId,
      attemptId: sql`(select attempt_id from ${privacyRequests} where id = ${id})`,
      type: 'privacy.answered',
      createdAt: answer.now,
      subject: id,
    }),
    selectRequests(db, ownRequest(answer)),
  ]);
  return row;
}

function ownRequest({ organizationId, id }: { organizationId: string; id: string }) {
  return and(eq(privacyRequests.id, id), eq(privacyRequests.organizationId, organizationId));
}

/** Joins are left joins, which are never reordered: the list's index gives the order. */
function selectRequests(db: Database, where: SQL | undefined) {
  return db
    .select({
      id: privacyRequests.id,
      attemptId: privacyRequests.attemptId,
      kind: privacyRequests.kind,
      message: privacyRequests.message,
      createdAt: privacyRequests.createdAt,
      dueAt: privacyRequests.dueAt,
      answeredAt: privacyRequests.answeredAt,
      answeredBy: privacyRequests.answeredBy,
      answer: privacyRequests.answer,
      candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
      answererName: sql<string | null>`${users.name}`.as('answerer_name'),
    })
    .from(privacyRequests)
    .leftJoin(attempts, eq(attempts.id, privacyRequests.attemptId))
    .leftJoin(candidates, eq(candidates.id, attempts.candidateId))
    .leftJoin(users, eq(users.id, privacyRequests.answeredBy))
    .where(where);
}

function openAfter(after: DeskPlace | undefined) {
  const { dueAt, id, answeredAt } = privacyRequests;
  return {
    where: [isNull(answeredAt), after && sql`(${dueAt}, ${id}) > (${after.at}, ${after.id})`],
    order: [asc(dueAt), asc(id)],
  };
}

function answeredAfter(after: DeskPlace | undefined) {
  const { id, answeredAt } = privacyRequests;
  return {
    where: [
      isNotNull(answeredAt),
      after && sql`(${answeredAt}, ${id}) < (${after.at}, ${after.id})`,
    ],
    order: [desc(answeredAt), desc(id)],
  };
}
