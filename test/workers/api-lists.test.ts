import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { aClient, askApi, type Client, created, take } from '../support/api.ts';
import { loseMessages } from '../support/candidate.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { expectError, scoredContent } from '../support/gupy.ts';
import { anAssessment } from '../support/makers.ts';
import { postForm } from '../support/pages.ts';

let client: Client;
beforeEach(async () => {
  loseMessages();
  vi.spyOn(console, 'log').mockReturnValue();
  client = await aClient();
});
afterEach(() => vi.restoreAllMocks());

const list = async (path: string) => {
  const answer = await askApi(`/api/v1${path}`, client.key);
  expect(answer.status).toBe(200);
  return answer.json<any>();
};

describe('the catalogue', () => {
  it('has every published assessment once, page by page, oldest first', async () => {
    const { organizationId } = client;
    const ids = [];
    for (let number = 1; number <= 5; number += 1)
      ids.push((await anAssessment({ organizationId, createdAt: number })).id);
    await anAssessment();
    ids.push(client.assessment.id);
    const found = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const { assessments, next } = await list(`/assessments?limit=2${after}`);
      found.push(...assessments.map(({ id }: { id: string }) => id));
      after = `&after=${next}`;
      expect(next === null).toBe(page === 2);
    }
    expect(found).toEqual(ids);
  });

  it('tells of each its name, time, language, competencies and how many questions one gets', async () => {
    const content = aVersionContent({
      ...scoredContent,
      sections: [
        aSection({ draw: 1, questions: [aQuestion('single-choice'), aQuestion('numeric')] }),
        aSection({ id: 'second', questions: [aQuestion('true-false')] }),
      ],
    });
    client = await aClient({ content });
    const { assessments } = await list('/assessments');
    expect(assessments).toEqual([
      {
        id: client.assessment.id,
        name: expect.stringMatching(/./),
        description: expect.any(String),
        category: content.category ?? null,
        level: content.level ?? null,
        language: content.language,
        durationMinutes: content.durationMinutes,
        questions: 2,
        competencies: [
          { id: 'logic', name: 'Lógica', tier: 'major' },
          { id: 'speed', name: 'Velocidade', tier: 'minor' },
        ],
      },
    ]);
  });

  it('refuses limits and cursors that are none', async () => {
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'after=x', 'after=1.%27'])
      await expectError(await askApi(`/api/v1/assessments?${query}`, client.key), 400, 'invalid');
  });
});

const since = (cursor: string) => list(`/attempts?finishedSince=${encodeURIComponent(cursor)}`);

const everything = async (from: string) => {
  const found: any[] = [];
  let cursor = from;
  for (;;) {
    const page = await list(`/attempts?limit=3&finishedSince=${encodeURIComponent(cursor)}`);
    found.push(...page.attempts);
    cursor = page.next;
    if (!page.more) return { found, cursor };
  }
};

const begin = async () => (await list('/attempts')).next as string;

describe('what was finished since a cursor', () => {
  it('begins empty, and keeps its place', async () => {
    const cursor = await begin();
    expect(await since(cursor)).toEqual({ attempts: [], next: cursor, more: false });
  });

  it('has each completed attempt once, in the order of completion, and no other', async () => {
    const start = await begin();
    const [first, second, open] = [
      await created(client, { externalId: 'first' }),
      await created(client),
      await created(client),
    ];
    await postForm(`${open.testUrl}/start`, { consent: 'on' });
    await take(second);
    await take(first);
    const { found } = await everything(start);
    expect(found.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(found[1]).toEqual({
      id: first.id,
      assessmentId: client.assessment.id,
      externalId: 'first',
      total: 100,
      completedAt: expect.stringMatching(/Z$/),
    });
  });

  it('begins at a time, too', async () => {
    const early = await created(client);
    await take(early);
    const [{ completedAt }] = (await list('/attempts')).attempts;
    const late = await created(client);
    await take(late);
    const { attempts } = await since(completedAt);
    expect(attempts.map(({ id }: { id: string }) => id)).toEqual([early.id, late.id]);
    expect((await since(new Date(Date.now() + 60_000).toISOString())).attempts).toEqual([]);
  });

  it('misses nothing when many are completed at the same moment, while it is being read', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => created(client)));
    for (const { testUrl } of made) await postForm(`${testUrl}/start`, { consent: 'on' });
    // All clocks stand still: only the order of the database is left to tell them apart.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const found: string[] = [];
    let cursor = await begin();
    const submissions = Promise.all(
      made.map(({ testUrl }) => postForm(`${testUrl}/submission`, { confirm: 'on' })),
    );
    const read = async () => {
      const part = await everything(cursor);
      found.push(...part.found.map(({ id }) => id));
      cursor = part.cursor;
    };
    for (let round = 0; round < 5; round += 1) await read();
    await submissions;
    await read();
    vi.useRealTimers();
    expect(found.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
  });

  it('knows when a late clock wrote an earlier time', async () => {
    const [first, second] = [await created(client), await created(client)];
    await take(first);
    const cursor = await begin();
    await postForm(`${second.testUrl}/start`, { consent: 'on' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60_000 });
    await postForm(`${second.testUrl}/submission`, { confirm: 'on' });
    vi.useRealTimers();
    const { found } = await everything(cursor);
    expect(found.map(({ id }) => id)).toEqual([second.id]);
  });

  it('shows nothing of another organization', async () => {
    await take(await created(client));
    client = await aClient();
    expect((await list('/attempts')).attempts).toEqual([]);
  });
});
