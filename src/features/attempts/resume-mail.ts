import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';

import type { Database } from '../../db/client.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { attempts, candidates } from '../../db/schema/attempts.ts';
import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import type { Destination } from '../deliveries/destination.ts';
import { sendMail } from '../notifications/mail.ts';
import { resumeMail } from '../notifications/templates.tsx';
import { takeUrl } from './addresses.ts';
import { findContent } from './sitting-queries.ts';

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
