import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { backEnd } from '../../src/features/assessments/library/back-end.ts';
import { bigFive } from '../../src/features/assessments/library/big-five.ts';
import { customerService } from '../../src/features/assessments/library/customer-service.ts';
import { javascript } from '../../src/features/assessments/library/javascript.ts';
import { sql } from '../../src/features/assessments/library/sql.ts';
import { takePath } from '../../src/features/attempts/addresses.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import {
  aPublicLink,
  attemptOf,
  loseMessages,
  openPage,
  start,
  stopClock,
} from '../support/candidate.ts';
import { aVersionContent } from '../support/contents.ts';
import { textOf } from '../support/html.ts';
import { keyTexts, withOtherKeys } from '../support/tamper.ts';

const db = database(env.DB);

beforeEach(() => {
  loseMessages();
  stopClock();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const library = {
  javascript,
  sql,
  customerService,
  bigFive,
  backEnd,
  everyType: aVersionContent(),
};

describe.each(Object.entries(library))('the pages of %s', (_name, content) => {
  it.each(['pt-BR', 'en'])('look the same whatever its keys are (%s)', async (language) => {
    const whole = withoutPools(content);
    const pages = await pagesOf(whole, language);
    const { length } = whole.sections.flatMap(({ questions }) => questions);
    expect(pages).toHaveLength(length + 2);
    expect(pages).toEqual(await pagesOf(withOtherKeys(whole), language));
  });

  it('hold no explanation and no rubric', async () => {
    const pages = (await pagesOf(withoutPools(content), 'pt-BR')).map(textOf).join(' ');
    for (const text of keyTexts(content)) expect(pages).not.toContain(textOf(text).slice(0, 60));
  });

  it('have field names that do not tell an order', () => {
    for (const { type, content: inner, id } of questionsOf(content)) {
      if (type !== 'ordering') continue;
      const ids = (inner as { items: { id: string }[] }).items.map((item) => item.id);
      const sorted = ids.toSorted();
      if (id !== 'ordering') expect([sorted, sorted.toReversed()]).not.toContainEqual(ids);
    }
  });
});

function questionsOf(content: VersionContent) {
  return content.sections.flatMap(({ questions }) => questions);
}

/** The start page, every question and the review, with the address of the attempt left out. */
async function pagesOf(content: VersionContent, language: string): Promise<string[]> {
  const { slug, versionId } = await aPublicLink({ content });
  const started = await attemptOf(await start(slug));
  // The seed of every order is the attempt's id: it has to be the same one.
  const id = '0197f0a2-1b3c-7d4e-8f50-0123456789ab';
  await db.update(attempts).set({ id }).where(eq(attempts.id, started.id));
  const path = await takePath(env, { id, versionId });
  const addresses = [
    `/t/${slug}`,
    ...started.questionIds.map((_id, index) => `${path}/questions/${index + 1}`),
    `${path}/review`,
  ];
  const pages = [];
  for (const address of addresses)
    pages.push(await openPage(address, { 'Accept-Language': language }));
  await db.delete(attempts).where(eq(attempts.id, id));
  return pages.map((page) =>
    page
      .replaceAll(path, '/a/TOKEN')
      .replaceAll(slug, 'SLUG')
      .replace(/name="key" value="[^"]*"/, ''),
  );
}

/** With every question in every attempt. */
function withoutPools(content: VersionContent): VersionContent {
  return {
    ...content,
    sections: content.sections.map(({ draw: _draw, ...section }) => section),
  };
}
