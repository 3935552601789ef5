import { sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { remarks } from '../../db/schema/conduct.ts';
import type { TokenClaims } from '../../lib/tokens.ts';
import type { RatingForm } from './rating.ts';

/** Keeps what the candidate says of the test. False when it is not over, or the token was revoked. */
export async function saveRating(
  db: Database,
  { attemptId, versionId, epoch }: TokenClaims,
  { rating, comment }: RatingForm,
  now: number,
): Promise<boolean> {
  const rows = await db
    .insert(remarks)
    .select(
      // Every column, in the table's order: an insert … select binds by position.
      sql`select id, ${rating}, ${comment || null}, ${now}, null, null from ${attempts}
        where id = ${attemptId} and version_id = ${versionId} and result_epoch = ${epoch}
          and state in ('submitted', 'completed')`,
    )
    .onConflictDoUpdate({
      target: remarks.attemptId,
      set: {
        rating: sql`excluded.rating`,
        ratingComment: sql`excluded.rating_comment`,
        ratedAt: sql`excluded.rated_at`,
      },
    })
    .returning({ attemptId: remarks.attemptId });
  return rows.length === 1;
}
