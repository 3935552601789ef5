import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { links, versions } from '../../db/schema/assessments.ts';
import {
  answers,
  attempts,
  candidates,
  gupyRegistrations,
  results,
  reviews,
} from '../../db/schema/attempts.ts';
import { remarks } from '../../db/schema/conduct.ts';
import { invitations } from '../../db/schema/people.ts';
import { selectAccommodation, selectTimeChanges } from '../attempts/accommodation-queries.ts';
import { sectionClockList } from '../attempts/section-statements.ts';
import { listDeliveries, listTries } from '../deliveries/queries.ts';
import { selectApplication } from '../gupy/application-queries.ts';
import { selectHealth, selectHealthComment } from '../health/queries.ts';
import { selectDecisions } from './decision-queries.ts';

export interface ResultKey {
  organizationId: string;
  attemptId: string;
}

export type ResultRecord = NonNullable<Awaited<ReturnType<typeof findResult>>>;

/** An attempt with all that its result's page shows, in one round trip. */
export async function findResult(db: Database, key: ResultKey) {
  return recordOf(await db.batch(resultReads(db, key)));
}

/** The reads of a result, for a batch that writes first. Give what they return to `recordOf`. */
export function resultReads(db: Database, key: ResultKey) {
  const own = ownAttempt(db, key);
  return [
    selectAttempt(db, key),
    db.select().from(answers).where(eq(answers.attemptId, own)),
    selectReviews(db, own),
    listDeliveries(db, key.attemptId),
    listTries(db, key.attemptId),
    selectHealth(db, own),
    selectHealthComment(db, own),
    selectAccommodation(db, own),
    selectTimeChanges(db, own),
    selectDecisions(db, own),
    selectApplication(db, own),
  ] as const;
}

type Answered<Reads extends readonly unknown[]> = { [Index in keyof Reads]: Awaited<Reads[Index]> };

/** Undefined for a missing attempt, and for somebody else's: nothing of it is in the record then. */
export function recordOf([
  found,
  saved,
  reviewed,
  deliveries,
  tries,
  batches,
  [remark],
  [accommodation],
  timeChanges,
  decisions,
  [application],
]: Answered<ReturnType<typeof resultReads>>) {
  const [row] = found;
  if (!row) return undefined;
  const { content, ...attempt } = row;
  return {
    attempt,
    content,
    answers: saved,
    reviews: reviewed,
    deliveries,
    tries,
    batches,
    remark,
    accommodation,
    timeChanges,
    decisions,
    application,
  };
}

function selectAttempt(db: Database, { organizationId, attemptId }: ResultKey) {
  return db
    .select({
      ...getTableColumns(attempts),
      content: versions.content,
      contentHash: versions.contentHash,
      versionNumber: sql<number>`${versions.number}`.as('version_number'),
      // D1 answers a batch with rows keyed by column name: two columns called `name` would be one.
      candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
      candidateEmail: sql<string>`${candidates.email}`.as('candidate_email'),
      linkName: sql<string | null>`${links.name}`.as('link_name'),
      jobId: gupyRegistrations.jobId,
      inviterName: sql<string | null>`${users.name}`.as('inviter_name'),
      invitationExpiresAt: invitations.expiresAt,
      result: results.result,
      sectionClocks: sectionClockList,
      rating: remarks.rating,
      ratingComment: remarks.ratingComment,
    })
    .from(attempts)
    .innerJoin(versions, eq(versions.id, attempts.versionId))
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .leftJoin(links, eq(links.id, attempts.linkId))
    .leftJoin(gupyRegistrations, eq(gupyRegistrations.attemptId, attempts.id))
    .leftJoin(invitations, eq(invitations.attemptId, attempts.id))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .leftJoin(results, eq(results.attemptId, attempts.id))
    .leftJoin(remarks, eq(remarks.attemptId, attempts.id))
    .where(and(eq(attempts.id, attemptId), eq(attempts.organizationId, organizationId)));
}

function selectReviews(db: Database, own: SQL) {
  return db
    .select({
      questionId: reviews.questionId,
      grade: reviews.grade,
      comment: reviews.comment,
      reviewedAt: reviews.reviewedAt,
      reviewerName: users.name,
    })
    .from(reviews)
    .innerJoin(users, eq(users.id, reviews.reviewerId))
    .where(eq(reviews.attemptId, own))
    .orderBy(asc(reviews.questionId));
}

/** The attempt's id, if it is this organization's. */
function ownAttempt(db: Database, { organizationId, attemptId }: ResultKey): SQL {
  const own = and(eq(attempts.id, attemptId), eq(attempts.organizationId, organizationId));
  return sql`(${db.select({ id: attempts.id }).from(attempts).where(own)})`;
}
