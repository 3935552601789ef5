import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { organizations } from '../../src/db/schema/accounts.ts';
import { assessments, links, versions } from '../../src/db/schema/assessments.ts';
import { bigFive } from '../../src/features/assessments/library/big-five.ts';
import {
  createAssessment,
  createLink,
  publishVersion,
} from '../../src/features/assessments/queries.ts';

const db = database(env.DB);
const renamed = { ...bigFive, name: { 'pt-BR': 'Cinco grandes' } };

beforeEach(async () => {
  for (const id of ['ours', 'theirs'])
    await db
      .insert(organizations)
      .values({ id, name: id, slug: id, plan: 'business', createdAt: 1 });
  await createAssessment(db, {
    id: 'assessment',
    organizationId: 'ours',
    content: bigFive,
    offeredToGupy: true,
    createdAt: 1,
  });
});

const publish = (id: string, organizationId = 'ours', content = bigFive) =>
  publishVersion(db, {
    id,
    organizationId,
    assessmentId: 'assessment',
    content,
    contentHash: `hash of ${id}`,
    publishedAt: 2,
  });

const versionNumbers = async () =>
  (await db.select().from(versions).orderBy(versions.number)).map(({ id, number }) => [id, number]);

describe('publishing', () => {
  it('turns a draft into version 1', async () => {
    expect(await db.select().from(assessments).get()).toMatchObject({
      state: 'draft',
      latestVersionId: null,
    });
    await publish('first');
    expect(await versionNumbers()).toEqual([['first', 1]]);
    expect(await db.select().from(assessments).get()).toMatchObject({
      state: 'published',
      latestVersionId: 'first',
    });
  });

  it('numbers simultaneous versions without a gap', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => publish(id)));
    expect((await versionNumbers()).map(([, number]) => number)).toEqual([1, 2, 3]);
  });

  it('shows the new texts in lists and leads the links to the new version', async () => {
    await publish('first');
    await createLink(db, {
      id: 'link',
      organizationId: 'ours',
      assessmentId: 'assessment',
      versionId: 'first',
      slug: 'five',
      name: 'Five',
      createdAt: 1,
    });
    await publish('second', 'ours', renamed);
    expect(await db.select().from(links).get()).toMatchObject({ versionId: 'second' });
    expect(await db.select().from(assessments).get()).toMatchObject({
      name: 'Cinco grandes',
      draft: renamed,
      updatedAt: 2,
    });
  });

  it('leaves the older version as it was', async () => {
    await publish('first');
    await publish('second', 'ours', renamed);
    const first = await db.select().from(versions).where(eq(versions.id, 'first')).get();
    expect(first?.content).toEqual(bigFive);
    await expect(
      db.update(versions).set({ content: renamed }).where(eq(versions.id, 'first')),
    ).rejects.toThrow();
  });

  it("does nothing to another organization's assessment", async () => {
    await publish('first');
    await publish('stolen', 'theirs', renamed);
    expect(await versionNumbers()).toEqual([['first', 1]]);
    expect(await db.select().from(assessments).get()).toMatchObject({ latestVersionId: 'first' });
  });
});
