import { type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { links } from '../../db/schema/assessments.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { invitations } from '../../db/schema/people.ts';

/** In SQL about a row of `attempts`: its invitation is past its end, or its link is closed. */
export function startIsOver(now: number): SQL {
  return sql`(
    exists (select 1 from ${invitations} i where i.attempt_id = ${attempts.id} and i.expires_at <= ${now})
    or exists (select 1 from ${links} l
      where l.id = ${attempts.linkId} and (l.enabled = 0 or l.closes_at <= ${now})))`;
}

/** How many a sweep closes; the next one, a minute later, goes on. */
const sweepLimit = 200;

/** Attempts of links whose start was put off, and whose link has closed meanwhile, are `expired`. */
export async function expirePutOff(db: Database, now: number): Promise<void> {
  await db
    .update(attempts)
    .set({ state: 'expired' })
    .where(
      // As the partial index `attempts_waiting` says it: nothing else is read.
      sql`id in (
        select a.id from ${attempts} a cross join ${links} l on l.id = a.link_id
        where a.state = 'not_started' and a.link_id is not null
          and (l.enabled = 0 or l.closes_at <= ${now}) limit ${sweepLimit})`,
    );
}
