import { and, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { attempts, candidates, reviews } from '../../db/schema/attempts.ts';
import { accommodations } from '../../db/schema/conduct.ts';
import { decisions, invitations, mailTemplates } from '../../db/schema/people.ts';
import type { EventRow } from '../deliveries/destination.ts';
import type { MailName } from './mail-plan.ts';

/** What decides about the mail of an event; undefined when the attempt is gone. */
export async function findFacts(db: Database, { attemptId, subject }: EventRow) {
  const [row] = await db
    .select({
      versionId: attempts.versionId,
      source: attempts.source,
      graded: sql<number>`exists (select 1 from ${reviews} where attempt_id = ${attemptId})`.as(
        'graded',
      ),
      message: decisions.message,
    })
    .from(attempts)
    .leftJoin(decisions, and(eq(decisions.id, subject ?? ''), eq(decisions.attemptId, attempts.id)))
    .where(eq(attempts.id, attemptId));
  return row;
}

export type MailData = NonNullable<Awaited<ReturnType<typeof findMailData>>>;

/** The attempt with its candidate, and the organization's own words for this mail, where it has any. */
export async function findMailData(
  db: Database,
  { attemptId, decisionId }: { attemptId: string; decisionId?: string | undefined },
  mail: MailName,
) {
  const [row] = await db
    .select({
      id: attempts.id,
      versionId: attempts.versionId,
      state: attempts.state,
      language: attempts.language,
      total: attempts.total,
      takeEpoch: attempts.takeEpoch,
      resultEpoch: attempts.resultEpoch,
      email: candidates.email,
      candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
      organizationName: sql<string>`${organizations.name}`.as('organization_name'),
      expiresAt: invitations.expiresAt,
      accommodationPercent: accommodations.percent,
      message: decisions.message,
      subject: mailTemplates.subject,
      body: mailTemplates.body,
    })
    .from(attempts)
    .innerJoin(candidates, eq(candidates.id, attempts.candidateId))
    .innerJoin(organizations, eq(organizations.id, attempts.organizationId))
    .leftJoin(invitations, eq(invitations.attemptId, attempts.id))
    .leftJoin(accommodations, eq(accommodations.attemptId, attempts.id))
    .leftJoin(
      decisions,
      and(eq(decisions.id, decisionId ?? ''), eq(decisions.attemptId, attempts.id)),
    )
    .leftJoin(
      mailTemplates,
      and(
        eq(mailTemplates.organizationId, attempts.organizationId),
        sql`${mailTemplates.kind} = ${mail}`,
        eq(mailTemplates.language, attempts.language),
      ),
    )
    .where(eq(attempts.id, attemptId));
  return row;
}
