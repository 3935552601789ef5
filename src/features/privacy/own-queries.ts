import { and, desc, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizationFace } from '../../db/organization-face.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { privacyRequests } from '../../db/schema/conduct.ts';
import type { TokenClaims } from '../../lib/tokens.ts';
import { dueAt, openLimit } from './requests.ts';

export type OwnRights = NonNullable<Awaited<ReturnType<typeof findRights>>>;
export type OwnRequest = OwnRights['requests'][number];

/** What the page of a candidate's rights shows, in one round trip. */
export async function findRights(db: Database, claims: TokenClaims) {
  return rightsOf(await db.batch(selectRights(db, claims)));
}

export interface NewRequest {
  id: string;
  kind: OwnRequest['kind'];
  message: string;
  now: number;
}

/**
 * Asks, unless too many of the attempt's requests are open. The id makes a repetition ask nothing.
 * `asked` is null when it was refused; undefined: no such attempt, or the token was revoked.
 */
export async function createRequest(db: Database, claims: TokenClaims, request: NewRequest) {
  const { id, kind, message, now } = request;
  const [, ...found] = await db.batch([
    db
      .insert(privacyRequests)
      .select(
        // Every column, in the table's order: an insert … select binds by position.
        sql`select ${id}, organization_id, id, ${kind}, ${message}, ${now}, ${dueAt(now)}, null, null, null
          from ${attempts} where ${ownAttempt(claims)}
          and (select count(*) from ${privacyRequests}
            where attempt_id = ${claims.attemptId} and answered_at is null) < ${openLimit}`,
      )
      .onConflictDoNothing(),
    ...selectRights(db, claims),
  ]);
  const rights = rightsOf(found);
  return rights && { rights, asked: rights.requests.find((each) => each.id === id) ?? null };
}

/** Of the attempt's own token, and only while it was not revoked. */
export function ownAttempt({ attemptId, versionId, epoch }: TokenClaims) {
  return and(
    eq(attempts.id, attemptId),
    eq(attempts.versionId, versionId),
    eq(attempts.takeEpoch, epoch),
  );
}

function selectRights(db: Database, claims: TokenClaims) {
  return [
    db
      .select({
        state: attempts.state,
        noticeVersion: attempts.noticeVersion,
        noticeAcceptedAt: attempts.noticeAcceptedAt,
        ...organizationFace,
        assessmentName: sql<string>`${assessments.name}`.as('assessment_name'),
      })
      .from(attempts)
      .innerJoin(organizations, eq(organizations.id, attempts.organizationId))
      .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
      .where(ownAttempt(claims)),
    selectRequests(db, claims.attemptId),
  ] as const;
}

/** An attempt's requests, newest first; without the member who answered, who is no business of theirs. */
export function selectRequests(db: Database, attemptId: string) {
  return db
    .select({
      id: privacyRequests.id,
      kind: privacyRequests.kind,
      message: privacyRequests.message,
      createdAt: privacyRequests.createdAt,
      dueAt: privacyRequests.dueAt,
      answeredAt: privacyRequests.answeredAt,
      answer: privacyRequests.answer,
    })
    .from(privacyRequests)
    .where(eq(privacyRequests.attemptId, attemptId))
    .orderBy(desc(privacyRequests.createdAt), desc(privacyRequests.id))
    .limit(100);
}

type Rows = { [Index in 0 | 1]: Awaited<ReturnType<typeof selectRights>[Index]> };

function rightsOf({ 0: found, 1: requests }: Rows) {
  const [attempt] = found;
  return attempt && { attempt, requests };
}
