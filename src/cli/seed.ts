import type { BatchItem } from 'drizzle-orm/batch';

import type { Database } from '../db/client.ts';
import { members, organizations, users } from '../db/schema/accounts.ts';
import { apiKeys, apiScopes } from '../db/schema/api.ts';
import { integrations, providerTokens } from '../db/schema/integrations.ts';
import { contentHash } from '../features/assessments/content-hash.ts';
import { backEnd } from '../features/assessments/library/back-end.ts';
import { bigFive } from '../features/assessments/library/big-five.ts';
import { customerService } from '../features/assessments/library/customer-service.ts';
import { javascript } from '../features/assessments/library/javascript.ts';
import { sql } from '../features/assessments/library/sql.ts';
import {
  createAssessment,
  createLink,
  publishStatements,
} from '../features/assessments/queries.ts';
import type { VersionContent } from '../features/questions/content.ts';
import { newId } from '../lib/ids.ts';
import { sha256 } from '../lib/secrets.ts';
import { second } from '../lib/time.ts';
import { type DemoAssessment, type DemoOrganization, demoOrganizations } from './demo.ts';

const library: Record<DemoAssessment, VersionContent> = {
  javascript,
  sql,
  atendimento: customerService,
  'big-five': bigFive,
  backend: backEnd,
};

type Statement = BatchItem<'sqlite'>;

/**
 * Fills an empty database with the demonstration. One batch: a start that is killed in the middle
 * leaves nothing, and the next one seeds again. Does nothing once there is an organization.
 */
export async function seed(db: Database, now = Date.now()): Promise<boolean> {
  const [first] = await db.select({ id: organizations.id }).from(organizations).limit(1);
  if (first) return false;
  const statements = await Promise.all(
    demoOrganizations.map((organization) => organizationStatements(db, organization, now)),
  );
  await db.batch(statements.flat() as [Statement, ...Statement[]]);
  return true;
}

async function organizationStatements(
  db: Database,
  organization: DemoOrganization,
  now: number,
): Promise<Statement[]> {
  const id = newId();
  const { name, slug, plan, brandColor } = organization;
  return [
    db.insert(organizations).values({ id, name, slug, plan, brandColor, createdAt: now }),
    ...organization.members.flatMap((member) => memberStatements(db, id, member, now)),
    ...(await gupyStatements(db, id, organization, now)),
    ...(await apiStatements(db, id, organization, now)),
    ...(await assessmentStatements(db, id, organization, now)),
  ];
}

function memberStatements(
  db: Database,
  organizationId: string,
  { name, email, role }: DemoOrganization['members'][number],
  now: number,
): Statement[] {
  const userId = newId();
  return [
    db.insert(users).values({ id: userId, name, email, emailVerified: true }),
    db.insert(members).values({ id: newId(), organizationId, userId, role, createdAt: now }),
  ];
}

async function gupyStatements(
  db: Database,
  organizationId: string,
  { gupy }: DemoOrganization,
  now: number,
): Promise<Statement[]> {
  if (!gupy) return [];
  return [
    db.insert(integrations).values({
      id: newId(),
      organizationId,
      kind: 'gupy',
      companyId: gupy.companyId,
      createdAt: now,
    }),
    db.insert(providerTokens).values({
      id: newId(),
      organizationId,
      name: 'Demonstração',
      tokenHash: await sha256(gupy.token),
      createdAt: now,
    }),
  ];
}

async function apiStatements(
  db: Database,
  organizationId: string,
  { apiKey }: DemoOrganization,
  now: number,
): Promise<Statement[]> {
  if (apiKey === undefined) return [];
  return [
    db.insert(apiKeys).values({
      id: newId(),
      organizationId,
      name: 'Demonstração',
      keyHash: await sha256(apiKey),
      hint: apiKey.slice(-4),
      scopes: [...apiScopes],
      createdAt: now,
    }),
  ];
}

async function assessmentStatements(
  db: Database,
  organizationId: string,
  { linkPrefix, gupy }: DemoOrganization,
  now: number,
): Promise<Statement[]> {
  if (linkPrefix === undefined) return [];
  const statements = Object.entries(library).map(async ([slug, content], index) => {
    const assessmentId = newId();
    const versionId = newId();
    // Lists show the newest first: the library's order, then.
    const createdAt = now - index * second;
    return [
      createAssessment(db, {
        id: assessmentId,
        organizationId,
        content,
        offeredToGupy: gupy !== undefined,
        createdAt,
      }),
      ...publishStatements(db, {
        id: versionId,
        organizationId,
        assessmentId,
        content,
        contentHash: await contentHash(content),
        publishedAt: createdAt,
      }),
      createLink(db, {
        id: newId(),
        organizationId,
        assessmentId,
        versionId,
        slug: `${linkPrefix}-${slug}`,
        name: 'Demonstração',
        attemptsAllowed: 3,
        createdAt,
      }),
    ];
  });
  return (await Promise.all(statements)).flat();
}
