import { and, eq, getTableColumns, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizationFace } from '../../db/organization-face.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { apiRegistrations } from '../../db/schema/api.ts';
import { versions } from '../../db/schema/assessments.ts';
import {
  answers,
  attempts,
  candidates,
  gupyRegistrations,
  results,
} from '../../db/schema/attempts.ts';
import { accommodations, remarks, sittings } from '../../db/schema/conduct.ts';
import { invitations } from '../../db/schema/people.ts';
import type { TokenClaims } from '../../lib/tokens.ts';
import type { OrganizationFace } from '../../ui/brand.tsx';
import { cachedContent, keepContent } from '../assessments/version-cache.ts';
import type { VersionContent } from '../questions/content.ts';
import type { Result } from '../scoring/result.ts';
import { hasTimedSections, type SectionClock } from './section-clock.ts';
import { noSectionClocks, sectionClockList } from './section-statements.ts';

export type AttemptRow = typeof attempts.$inferSelect;
export type AnswerRow = typeof answers.$inferSelect;

/** An attempt with all that its candidate's pages show. */
export interface Sitting {
  attempt: AttemptRow &
    OrganizationFace & {
      candidateName: string;
      candidateEmail: string;
      callbackUrl: string | null;
      /** Whether Gupy gets a line about the test's conditions with the result. */
      healthLine: boolean;
      /** The same, of an attempt that came through the open API. */
      apiCallbackUrl: string | null;
      /** Until when an invitation can be started; null for an attempt of any other origin. */
      invitationExpiresAt: number | null;
      /** Frozen at completion; null before. */
      result: Result | null;
      /** What the candidate asked for, and the percent of the duration granted; null while undecided. */
      accommodationRequest: string | null;
      accommodationRequestedAt: number | null;
      accommodationPercent: number | null;
      /** Of the page's script (`sittings`); all null where there is none. */
      deviceId: string | null;
      seenAt: number | null;
      leftAt: number | null;
      outageCapMs: number | null;
      creditedMs: number | null;
      /** Of the sections with a limit that were opened. */
      sectionClocks: SectionClock[];
      /** What its candidate said of the test, afterwards. */
      rating: number | null;
      ratingComment: string | null;
    };
  answers: AnswerRow[];
  content: VersionContent;
}

/** One round trip, whether or not the version's content is at hand already. */
export async function findSitting(
  db: Database,
  { attemptId, versionId }: Pick<TokenClaims, 'attemptId' | 'versionId'>,
): Promise<Sitting | undefined> {
  const known = cachedContent(versionId);
  const reads = [
    selectAttempt(db, attemptId, versionId, !known || hasTimedSections(known)),
    db.select().from(answers).where(eq(answers.attemptId, attemptId)),
  ] as const;
  const [[attempt], saved, found] = known
    ? await db.batch(reads)
    : await db.batch([...reads, selectContent(db, versionId)]);
  const content = known ?? found?.[0]?.content;
  if (!attempt || !content) return undefined;
  keepContent(versionId, content);
  return { attempt, answers: saved, content };
}

/** A version's content, read only when this isolate has not seen it yet. */
export async function findContent(
  db: Database,
  versionId: string,
): Promise<VersionContent | undefined> {
  const known = cachedContent(versionId);
  if (known) return known;
  const [row] = await selectContent(db, versionId);
  if (row) keepContent(versionId, row.content);
  return row?.content;
}

/** The attempt with what its pages show of others; `timed` unless no section of it has a limit. */
export function selectAttempt(db: Database, attemptId: string, versionId: string, timed = true) {
  return db
    .select({
      ...getTableColumns(attempts),
      ...organizationFace,
      // Aliased as the organization's name is, and for the same reason.
      candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
      candidateEmail: sql<string>`${candidates.email}`.as('candidate_email'),
      callbackUrl: gupyRegistrations.callbackUrl,
      healthLine: organizations.healthLine,
      apiCallbackUrl: sql<string | null>`(
        select callback_url from ${apiRegistrations} where attempt_id = ${attempts.id})`.as(
        'api_callback_url',
      ),
      invitationExpiresAt: invitations.expiresAt,
      result: results.result,
      accommodationRequest: accommodations.request,
      accommodationRequestedAt: accommodations.requestedAt,
      accommodationPercent: accommodations.percent,
      deviceId: sittings.deviceId,
      seenAt: sittings.seenAt,
      leftAt: sittings.leftAt,
      outageCapMs: sittings.outageCapMs,
      creditedMs: sittings.creditedMs,
      sectionClocks: timed ? sectionClockList : noSectionClocks,
      rating: remarks.rating,
      ratingComment: remarks.ratingComment,
    })
    .from(attempts)
    .innerJoin(organizations, eq(organizations.id, attempts.organizationId))
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .leftJoin(gupyRegistrations, eq(gupyRegistrations.attemptId, attempts.id))
    .leftJoin(invitations, eq(invitations.attemptId, attempts.id))
    .leftJoin(results, eq(results.attemptId, attempts.id))
    .leftJoin(accommodations, eq(accommodations.attemptId, attempts.id))
    .leftJoin(sittings, eq(sittings.attemptId, attempts.id))
    .leftJoin(remarks, eq(remarks.attemptId, attempts.id))
    .where(and(eq(attempts.id, attemptId), eq(attempts.versionId, versionId)));
}

function selectContent(db: Database, versionId: string) {
  return db.select({ content: versions.content }).from(versions).where(eq(versions.id, versionId));
}
