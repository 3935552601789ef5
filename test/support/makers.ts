import { env } from 'cloudflare:workers';

import { database } from '../../src/db/client.ts';
import type { Plan, Role } from '../../src/db/schema/accounts.ts';
import { deliveries, type DeliveryState, events, tries } from '../../src/db/schema/deliveries.ts';
import { contentHash } from '../../src/features/assessments/content-hash.ts';
import {
  createAssessment,
  createLink,
  type NewLink,
  publishStatements,
} from '../../src/features/assessments/queries.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { newId } from '../../src/lib/ids.ts';
import { minute } from '../../src/lib/time.ts';
import { aVersionContent } from './contents.ts';
import { aMember, anOrganization, aSessionCookie } from './members.ts';

const db = database(env.DB);

/** A member with the Cookie header of a session; of a new organization unless told which. */
export async function aSignedInMember(
  values: { role?: Role; organizationId?: string; plan?: Plan } = {},
) {
  const { plan, organizationId, ...rest } = values;
  const organization = organizationId ?? (await anOrganization(plan ? { plan } : {})).id;
  const member = await aMember({ ...rest, organizationId: organization });
  return { ...member, headers: { Cookie: await aSessionCookie(member.userId) } };
}

export interface MadeAssessment {
  id: string;
  organizationId: string;
  versionId: string;
  content: VersionContent;
  linkId: string;
  slug: string;
}

/** A published assessment with one version and one public link. */
export async function anAssessment(
  values: {
    organizationId?: string;
    content?: Partial<VersionContent>;
    offeredToGupy?: boolean;
    createdAt?: number;
    link?: Partial<NewLink>;
  } = {},
): Promise<MadeAssessment> {
  const organizationId = values.organizationId ?? (await anOrganization()).id;
  const { offeredToGupy = true, createdAt = Date.now() } = values;
  const content = aVersionContent(values.content);
  const [id, versionId] = [newId(), newId()];
  const own = { organizationId, assessmentId: id };
  await db.batch([
    createAssessment(db, { id, organizationId, content, offeredToGupy, createdAt }),
    ...publishStatements(db, {
      ...own,
      id: versionId,
      content,
      contentHash: await contentHash(content),
      publishedAt: createdAt,
    }),
  ]);
  const link = await aLink({ id, organizationId, versionId }, { createdAt, ...values.link });
  return { id, organizationId, versionId, content, linkId: link.id, slug: link.slug };
}

/** One more public link of an assessment. */
export async function aLink(
  assessment: Pick<MadeAssessment, 'id' | 'organizationId' | 'versionId'>,
  values: Partial<NewLink> = {},
): Promise<{ id: string; slug: string }> {
  const id = newId();
  const link = {
    id,
    organizationId: assessment.organizationId,
    assessmentId: assessment.id,
    versionId: assessment.versionId,
    slug: `link-${id}`,
    name: 'Vaga de teste',
    createdAt: Date.now(),
    ...values,
  };
  await createLink(db, link);
  return link;
}

/** A delivery of an attempt's completion event, with as many tries as told. */
export async function aDelivery(
  attempt: { id: string; organizationId: string },
  values: {
    kind?: string;
    destination?: string;
    state?: DeliveryState;
    nextAt?: number;
    createdAt?: number;
    tries?: Partial<typeof tries.$inferInsert>[];
  } = {},
): Promise<string> {
  const { state = 'delivered', createdAt = Date.now() } = values;
  const [id, eventId] = [newId(), newId()];
  const open = state === 'pending' || state === 'sending' || state === 'waiting';
  const tried = values.tries ?? [{ status: 200, durationMs: 120 }];
  const event = { id: eventId, organizationId: attempt.organizationId, attemptId: attempt.id };
  await db.batch([
    db
      .insert(events)
      .values({ ...event, type: 'attempt.completed', createdAt, plannedAt: createdAt }),
    db.insert(deliveries).values({
      id,
      eventId,
      organizationId: attempt.organizationId,
      attemptId: attempt.id,
      kind: values.kind ?? 'gupy.result_webhook',
      lane: `${attempt.organizationId} ${values.kind ?? 'gupy.result_webhook'} private-api.gupy.io`,
      destination: values.destination ?? 'https://private-api.gupy.io/results',
      state,
      payload: '{}',
      tries: tried.length,
      nextAt: open ? (values.nextAt ?? createdAt + minute) : null,
      lastStatus: tried.at(-1)?.status ?? null,
      lastError: tried.at(-1)?.error ?? null,
      createdAt,
      finishedAt: open ? null : createdAt,
    }),
    ...tried.map((row, index) =>
      db.insert(tries).values({ startedAt: createdAt, ...row, deliveryId: id, number: index + 1 }),
    ),
  ]);
  return id;
}
