import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';

import type { Database } from '../../db/client.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { attempts, candidates } from '../../db/schema/attempts.ts';
import { events } from '../../db/schema/deliveries.ts';
import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { derivedId } from '../../lib/ids.ts';
import { minute } from '../../lib/time.ts';
import type { Destination } from '../deliveries/destination.ts';
import { insertEventIf } from '../deliveries/queries.ts';
import { sendMail } from '../notifications/mail.ts';
import { resumeMail } from '../notifications/templates.tsx';
import { takeUrl } from './addresses.ts';
import { findContent } from './sitting-queries.ts';

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

const template = z.object({ attemptId: z.uuid() });

/**
 * The way back to an attempt, mailed to its candidate. The payload names the attempt instead of being
 * the mail: the mail holds the attempt's token, which derives from a secret and is stored nowhere.
 */
export const resumeMailDestination: Destination = {
  kind: 'mail',
  plan: async (_context, event) =>
    event.type === 'attempt.resume_requested'
      ? [{ destination: 'resume', payload: JSON.stringify({ attemptId: event.attemptId }) }]
      : [],
  send: async ({ env, db }, { payload }) => {
    const { attemptId } = template.parse(JSON.parse(payload));
    const attempt = await findRecipient(db, attemptId);
    const content = attempt && (await findContent(db, attempt.versionId));
    if (!attempt || !content) return { error: 'the attempt is gone', hopeless: true };
    const { text } = localize(content.name, attempt.language, content.language);
    await sendMail(env, {
      to: attempt.email,
      ...resumeMail({
        t: messagesFor(attempt.language),
        candidateName: attempt.name,
        organizationName: attempt.organizationName,
        assessmentName: text,
        url: await takeUrl(env, attempt, attempt.takeEpoch),
        finished: attempt.state !== 'in_progress' && attempt.state !== 'not_started',
      }),
    });
    return { status: 202 };
  },
};

async function findRecipient(db: Database, attemptId: string) {
  const [row] = await db
    .select({
      id: attempts.id,
      versionId: attempts.versionId,
      state: attempts.state,
      language: attempts.language,
      takeEpoch: attempts.takeEpoch,
      email: candidates.email,
      name: candidates.name,
      organizationName: sql<string>`${organizations.name}`.as('organization_name'),
    })
    .from(attempts)
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .innerJoin(organizations, eq(organizations.id, attempts.organizationId))
    .where(eq(attempts.id, attemptId));
  return row;
}
