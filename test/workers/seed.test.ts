import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { seed } from '../../src/cli/seed.ts';
import { database } from '../../src/db/client.ts';
import { members, organizations, users } from '../../src/db/schema/accounts.ts';
import { apiKeys } from '../../src/db/schema/api.ts';
import { assessments, links, versions } from '../../src/db/schema/assessments.ts';
import { integrations, providerTokens } from '../../src/db/schema/integrations.ts';
import { contentHash } from '../../src/features/assessments/content-hash.ts';
import { sha256 } from '../../src/lib/secrets.ts';
import { askApi } from '../support/api.ts';

const db = database(env.DB);

beforeEach(() => seed(db));

describe('the demonstration', () => {
  it('has three organizations with their plans', async () => {
    const rows = await db.select().from(organizations);
    expect(Object.fromEntries(rows.map((row) => [row.name, row.plan]))).toEqual({
      'Acme Demonstração': 'enterprise',
      'Beta Demonstração': 'business',
      'Casa Pequena': 'starter',
    });
  });

  it('has the members that its documents name', async () => {
    const rows = await db
      .select({ email: users.email, role: members.role, organization: organizations.name })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .orderBy(users.email);
    expect(rows).toEqual([
      { email: 'ana@acme.example', role: 'owner', organization: 'Acme Demonstração' },
      { email: 'bruno@beta.example', role: 'owner', organization: 'Beta Demonstração' },
      { email: 'carla@casapequena.example', role: 'owner', organization: 'Casa Pequena' },
      { email: 'rui@acme.example', role: 'viewer', organization: 'Acme Demonstração' },
    ]);
  });

  it('has a key of the open API, of which it keeps only the hash', async () => {
    const keys = await db.select({ keyHash: apiKeys.keyHash }).from(apiKeys);
    expect(keys).toEqual([{ keyHash: await sha256('demo-api-key-beta') }]);
    const answer = await askApi('/api/v1/assessments', 'demo-api-key-beta');
    expect((await answer.json<any>()).assessments).toHaveLength(5);
  });

  it('knows both companies of Gupy, and only the hashes of their tokens', async () => {
    const rows = await db
      .select({ companyId: integrations.companyId, tokenHash: providerTokens.tokenHash })
      .from(integrations)
      .innerJoin(providerTokens, eq(providerTokens.organizationId, integrations.organizationId))
      .orderBy(integrations.companyId);
    expect(rows).toEqual([
      { companyId: '1', tokenHash: await sha256('demo-gupy-token-acme') },
      { companyId: '2', tokenHash: await sha256('demo-gupy-token-beta') },
    ]);
  });

  it('opens its five assessments to the public in both demo organizations', async () => {
    const rows = await db
      .select({ slug: links.slug, organization: organizations.slug, versionId: links.versionId })
      .from(links)
      .innerJoin(organizations, eq(organizations.id, links.organizationId))
      .innerJoin(assessments, eq(assessments.latestVersionId, links.versionId));
    expect(rows.map((row) => `${row.organization} /t/${row.slug}`).toSorted()).toEqual([
      'acme /t/demo-atendimento',
      'acme /t/demo-backend',
      'acme /t/demo-big-five',
      'acme /t/demo-javascript',
      'acme /t/demo-sql',
      'beta /t/beta-atendimento',
      'beta /t/beta-backend',
      'beta /t/beta-big-five',
      'beta /t/beta-javascript',
      'beta /t/beta-sql',
    ]);
  });

  it('offers every assessment to Gupy, published once', async () => {
    const rows = await db
      .select({
        state: assessments.state,
        offeredToGupy: assessments.offeredToGupy,
        number: versions.number,
      })
      .from(assessments)
      .innerJoin(versions, eq(versions.assessmentId, assessments.id));
    expect(rows).toHaveLength(10);
    for (const row of rows)
      expect(row).toEqual({ state: 'published', offeredToGupy: true, number: 1 });
  });

  it('keeps contents whose hashes can be checked', async () => {
    for (const version of await db.select().from(versions))
      expect(await contentHash(version.content)).toBe(version.contentHash);
  });

  it('is laid once: a second start changes nothing', async () => {
    const before = await db.select().from(assessments);
    expect(await seed(db)).toBe(false);
    expect(await db.select().from(assessments)).toEqual(before);
    expect(await db.$count(organizations)).toBe(3);
  });
});
