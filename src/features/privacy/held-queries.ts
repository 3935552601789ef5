import { asc, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { apiRegistrations } from '../../db/schema/api.ts';
import { assessments, versions } from '../../db/schema/assessments.ts';
import {
  answers,
  attempts,
  candidates,
  gupyRegistrations,
  reviews,
} from '../../db/schema/attempts.ts';
import {
  accommodations,
  healthBatches,
  remarks,
  sittings,
  timeChanges,
} from '../../db/schema/conduct.ts';
import { deliveries } from '../../db/schema/deliveries.ts';
import { gupyApplications } from '../../db/schema/integrations.ts';
import { invitations } from '../../db/schema/people.ts';
import type { TokenClaims } from '../../lib/tokens.ts';
import { cachedContent, keepContent } from '../assessments/version-cache.ts';
import { selectAttempt } from '../attempts/sitting-queries.ts';
import { ownAttempt, selectRequests } from './own-queries.ts';

export type HeldRows = NonNullable<Awaited<ReturnType<typeof findHeld>>>;

/**
 * Every row about an attempt, in one round trip. Not read: token epochs, hashes that stand for the
 * document, the payloads and answers of deliveries (addresses that open doors are in them), the names and
 * notes of those who graded.
 */
export async function findHeld(db: Database, claims: TokenClaims) {
  const { attemptId, versionId } = claims;
  const known = cachedContent(versionId);
  const reads = [
    selectAttempt(db, attemptId, versionId),
    selectOrigin(db, claims),
    db.select().from(answers).where(eq(answers.attemptId, attemptId)),
    selectGrades(db, attemptId),
    selectTimeChanges(db, attemptId),
    selectAccommodation(db, attemptId),
    db
      .select()
      .from(healthBatches)
      .where(eq(healthBatches.attemptId, attemptId))
      .orderBy(asc(healthBatches.receivedAt)),
    db.select().from(sittings).where(eq(sittings.attemptId, attemptId)),
    db.select().from(remarks).where(eq(remarks.attemptId, attemptId)),
    selectRequests(db, attemptId),
    selectDeliveries(db, attemptId),
  ] as const;
  const [
    rows,
    origins,
    saved,
    grades,
    changes,
    asked,
    health,
    session,
    said,
    requests,
    sent,
    found,
  ] = known ? await db.batch(reads) : await db.batch([...reads, selectContent(db, versionId)]);
  const [attempt] = rows;
  const [origin] = origins;
  const content = known ?? found?.[0]?.content;
  // The origin is read by the token's epoch: a revoked token finds none.
  if (!attempt || !origin || !content) return undefined;
  keepContent(versionId, content);
  return {
    attempt,
    origin,
    content,
    answers: saved,
    grades,
    timeChanges: changes,
    accommodation: asked[0],
    healthBatches: health,
    session: session[0],
    remarks: said[0],
    requests,
    deliveries: sent,
  };
}

/** From where the attempt came, and the candidate behind it. */
function selectOrigin(db: Database, claims: TokenClaims) {
  return db
    .select({
      assessmentName: sql<string>`${assessments.name}`.as('assessment_name'),
      candidateSince: sql<number>`${candidates.createdAt}`.as('candidate_since'),
      invitedAt: sql<number | null>`${invitations.createdAt}`.as('invited_at'),
      invitationExpiresAt: invitations.expiresAt,
      remindersSent: invitations.remindersSent,
      gupyJobId: gupyRegistrations.jobId,
      gupyRetest: gupyRegistrations.retest,
      gupyCallback: gupyRegistrations.callbackUrl,
      gupyResultWebhook: gupyRegistrations.resultWebhookUrl,
      applicationJobId: sql<string | null>`${gupyApplications.jobId}`.as('application_job_id'),
      applicationId: gupyApplications.applicationId,
      apiExternalId: apiRegistrations.externalId,
      apiMetadata: apiRegistrations.metadata,
      apiCallback: sql<string | null>`${apiRegistrations.callbackUrl}`.as('api_callback'),
      apiWebhook: apiRegistrations.webhookUrl,
      apiSince: sql<number | null>`${apiRegistrations.createdAt}`.as('api_since'),
      gupySince: sql<number | null>`${gupyRegistrations.createdAt}`.as('gupy_since'),
    })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .leftJoin(gupyRegistrations, eq(gupyRegistrations.attemptId, attempts.id))
    .leftJoin(gupyApplications, eq(gupyApplications.attemptId, attempts.id))
    .leftJoin(apiRegistrations, eq(apiRegistrations.attemptId, attempts.id))
    .leftJoin(invitations, eq(invitations.attemptId, attempts.id))
    .where(ownAttempt(claims));
}

function selectGrades(db: Database, attemptId: string) {
  return db
    .select({
      questionId: reviews.questionId,
      grade: reviews.grade,
      reviewedAt: reviews.reviewedAt,
      hasComment: sql<number>`${reviews.comment} <> ''`.as('has_comment'),
    })
    .from(reviews)
    .where(eq(reviews.attemptId, attemptId))
    .orderBy(asc(reviews.questionId));
}

function selectTimeChanges(db: Database, attemptId: string) {
  return db
    .select({
      kind: timeChanges.kind,
      ms: timeChanges.ms,
      fromAt: timeChanges.fromAt,
      toAt: timeChanges.toAt,
      createdAt: timeChanges.createdAt,
    })
    .from(timeChanges)
    .where(eq(timeChanges.attemptId, attemptId))
    .orderBy(asc(timeChanges.createdAt));
}

function selectAccommodation(db: Database, attemptId: string) {
  return db
    .select({
      request: accommodations.request,
      requestedAt: accommodations.requestedAt,
      decidedAt: accommodations.decidedAt,
      percent: accommodations.percent,
    })
    .from(accommodations)
    .where(eq(accommodations.attemptId, attemptId));
}

function selectDeliveries(db: Database, attemptId: string) {
  return db
    .select({
      kind: deliveries.kind,
      destination: deliveries.destination,
      state: deliveries.state,
      tries: deliveries.tries,
      createdAt: deliveries.createdAt,
      finishedAt: deliveries.finishedAt,
    })
    .from(deliveries)
    .where(eq(deliveries.attemptId, attemptId))
    .orderBy(asc(deliveries.createdAt));
}

function selectContent(db: Database, versionId: string) {
  return db.select({ content: versions.content }).from(versions).where(eq(versions.id, versionId));
}
