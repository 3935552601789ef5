import { and, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizationFace } from '../../db/organization-face.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { versions } from '../../db/schema/assessments.ts';
import { answers, attempts } from '../../db/schema/attempts.ts';
import { remarks } from '../../db/schema/conduct.ts';
import type { TokenClaims } from '../../lib/tokens.ts';
import type { OrganizationFace } from '../../ui/brand.tsx';
import { cachedContent, keepContent } from '../assessments/version-cache.ts';
import { commentUntil, earliestCommented } from './comment.ts';
import { type Health, healthOf } from './derive.ts';
import { selectHealth, selectHealthComment } from './queries.ts';

export interface OwnHealth extends OrganizationFace {
  health: Health;
  state: (typeof attempts.$inferSelect)['state'];
  comment: string | null;
  commentAt: number | null;
  /** Until when the comment can be changed, ms; null before the submission. */
  commentUntil: number | null;
}

/** What the candidate's own page about the record shows, in one round trip. */
export async function findOwnHealth(
  db: Database,
  { attemptId, versionId, epoch }: TokenClaims,
): Promise<OwnHealth | undefined> {
  const known = cachedContent(versionId);
  const reads = [
    db
      .select({
        questionIds: attempts.questionIds,
        language: attempts.language,
        state: attempts.state,
        startedAt: attempts.startedAt,
        submittedAt: attempts.submittedAt,
        ...organizationFace,
      })
      .from(attempts)
      .innerJoin(organizations, eq(organizations.id, attempts.organizationId))
      .where(
        and(
          eq(attempts.id, attemptId),
          eq(attempts.versionId, versionId),
          eq(attempts.takeEpoch, epoch),
        ),
      ),
    db.select().from(answers).where(eq(answers.attemptId, attemptId)),
    selectHealth(db, attemptId),
    selectHealthComment(db, attemptId),
  ] as const;
  const [[attempt], saved, batches, [remark], found] = known
    ? await db.batch(reads)
    : await db.batch([
        ...reads,
        db.select({ content: versions.content }).from(versions).where(eq(versions.id, versionId)),
      ]);
  const content = known ?? found?.[0]?.content;
  if (!attempt || !content) return undefined;
  keepContent(versionId, content);
  return {
    health: healthOf({ content, attempt, answers: saved, batches }),
    state: attempt.state,
    organizationName: attempt.organizationName,
    brandColor: attempt.brandColor,
    logoHash: attempt.logoHash,
    comment: remark?.comment ?? null,
    commentAt: remark?.commentAt ?? null,
    commentUntil: attempt.submittedAt === null ? null : commentUntil(attempt.submittedAt),
  };
}

/** Keeps the comment; null takes it back. False when the attempt takes none: not submitted, or too long ago. */
export async function saveHealthComment(
  db: Database,
  { attemptId, versionId, epoch }: TokenClaims,
  comment: string | null,
  now: number,
): Promise<boolean> {
  const rows = await db
    .insert(remarks)
    .select(
      // Every column, in the table's order: an insert … select binds by position.
      sql`select id, null, null, null, ${comment}, ${now} from ${attempts}
        where id = ${attemptId} and version_id = ${versionId} and take_epoch = ${epoch}
          and state in ('submitted', 'completed') and submitted_at > ${earliestCommented(now)}`,
    )
    .onConflictDoUpdate({
      target: remarks.attemptId,
      set: {
        healthComment: sql`excluded.health_comment`,
        healthCommentAt: sql`excluded.health_comment_at`,
      },
    })
    .returning({ attemptId: remarks.attemptId });
  return rows.length === 1;
}
