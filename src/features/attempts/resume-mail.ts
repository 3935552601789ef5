import { sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { events } from '../../db/schema/deliveries.ts';
import { derivedId } from '../../lib/ids.ts';
import { minute } from '../../lib/time.ts';
import { insertEventIf } from '../deliveries/queries.ts';

/** No two resume mails of an attempt are asked for closer than this: nobody can flood a mailbox. */
const mailEvery = 5 * minute;

/** Asks for a resume mail, unless there was one just now. Returns the id of its event, to wake it. */
export async function requestResumeMail(
  db: Database,
  attempt: { id: string; organizationId: string },
  now: number,
): Promise<string> {
  const { id: attemptId, organizationId } = attempt;
  // A span of the clock has one event, by its id; the end of the span before may still be too close.
  const span = Math.floor(now / mailEvery);
  const id = await derivedId('resume', attemptId, String(span));
  const before = await derivedId('resume', attemptId, String(span - 1));
  const type = 'attempt.resume_requested';
  await insertEventIf(
    db,
    { id, organizationId, attemptId, type, createdAt: now },
    sql`not exists (select 1 from ${events} where id = ${before} and created_at > ${now - mailEvery})`,
  ).onConflictDoNothing();
  return id;
}
