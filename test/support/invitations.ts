import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';

import { database } from '../../src/db/client.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { events } from '../../src/db/schema/deliveries.ts';
import { invitations } from '../../src/db/schema/people.ts';
import { takePath } from '../../src/features/attempts/addresses.ts';
import {
  createInvitation,
  type NewInvitation,
} from '../../src/features/invitations/create-queries.ts';
import { newId } from '../../src/lib/ids.ts';
import { day } from '../../src/lib/time.ts';
import { anAssessment, type MadeAssessment } from './makers.ts';

const db = database(env.DB);

type Invitable = Pick<MadeAssessment, 'id' | 'organizationId' | 'versionId'>;

export const lia = { name: 'Lia Prado', email: 'lia@candidate.example' };

/** An invitation that was made, with the address that goes to its candidate. */
export async function anInvitation(
  values: Partial<NewInvitation> & { assessment?: Invitable; now?: number } = {},
) {
  const { now = Date.now(), assessment: given, ...rest } = values;
  const assessment: Invitable = given ?? (await anAssessment());
  const { organizationId, id: assessmentId, versionId } = assessment;
  const own = { organizationId, assessmentId, invitedBy: null, key: newId() };
  const usual = { language: 'pt-BR' as const, percent: 100, expiresAt: now + 7 * day };
  const invited = await createInvitation(db, { ...own, ...lia, ...usual, ...rest }, now);
  if (invited.kind !== 'created') throw new Error(`the invitation is ${invited.kind}`);
  const { attemptId } = invited;
  return { ...invited, assessment, path: await takePath(env, { id: attemptId, versionId }) };
}

export async function invitationOf(attemptId: string) {
  const [row] = await db
    .select({ invitation: invitations, state: attempts.state })
    .from(invitations)
    .innerJoin(attempts, eq(attempts.id, invitations.attemptId))
    .where(eq(invitations.attemptId, attemptId));
  return { ...row!.invitation, state: row!.state };
}

/** The types of an attempt's events, in their order. */
export async function eventsOf(attemptId: string): Promise<string[]> {
  const rows = await db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.attemptId, attemptId))
    .orderBy(events.createdAt);
  return rows.map(({ type }) => type);
}
