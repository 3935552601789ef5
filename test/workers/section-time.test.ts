import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { requestAccommodation } from '../../src/features/attempts/accommodation-queries.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import {
  attemptOf,
  loseMessages,
  openPage,
  stopClock,
  storedAnswers,
} from '../support/candidate.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';
import { aTimedContent, aTimedSitting, clocksOf, openSection } from '../support/sections.ts';
import { sync, typed } from '../support/sync.ts';

const db = database(env.DB);
const t = messagesFor('pt-BR');
const minute = 60_000;
const later = (ms: number) => void vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  loseMessages();
  stopClock();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Its section of 10 of the 30 minutes was opened just now; outages may add 3. */
async function opened(minutes?: number) {
  const { path, attemptId, link } = await aTimedSitting(minutes);
  await openSection(path);
  await sync(path, { take: true });
  return { path, attemptId, link, ends: await endOf(path) };
}

async function endOf(path: string): Promise<number> {
  const [clock] = await clocksOf(path);
  return clock!.deadlineAt;
}

const testEnd = async (path: string) => (await attemptOf(path)).deadlineAt!;

async function aRecruiter(sitting: { attemptId: string; link: { organizationId: string } }) {
  const { organizationId } = sitting.link;
  const { headers } = await aSignedInMember({ organizationId, role: 'recruiter' });
  const result = `/results/${sitting.attemptId}`;
  return {
    addTime: (minutes: string) => postForm(`${result}/time`, { minutes }, headers),
    decide: (percent: string) => postForm(`${result}/accommodation`, { percent }, headers),
    open: () => fetchPage(result, { headers }),
  };
}

describe('an outage', () => {
  it('moves the end of a running section by as much as that of the test, once', async () => {
    const { path, ends } = await opened();
    const from = Date.now();
    later(2 * minute);
    const claim = { outage: { from, to: Date.now() } };
    const [answer] = await Promise.all([sync(path, claim), sync(path, claim)]);
    expect(answer.deadline - ends).toBe(22 * minute);
    expect(answer.sections).toEqual({ timed: ends + 2 * minute });
    await sync(path, claim);
    expect(await endOf(path)).toBe(ends + 2 * minute);
  });

  it('in which the section ended lets in what was typed in time', async () => {
    const { path, ends } = await opened();
    later(9 * minute);
    await sync(path);
    const from = Date.now();
    later(2 * minute);
    const answer = await sync(path, {
      answers: [typed('single-choice', 'b')],
      outage: { from, to: Date.now() },
    });
    expect(answer.refused).toEqual([]);
    expect(answer.sections).toEqual({ timed: ends + 2 * minute });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b' });
  });

  it('that is longer than what outages may add lets in nothing', async () => {
    const { path } = await opened();
    later(9 * minute);
    await sync(path);
    const from = Date.now();
    later(5 * minute);
    const { refused } = await sync(path, {
      answers: [typed('single-choice', 'b')],
      outage: { from, to: Date.now() },
    });
    expect(refused).toEqual([{ question: 'single-choice', reason: 'closed' }]);
  });

  it('gives nothing to a section that was over before', async () => {
    const { path, ends } = await opened();
    later(11 * minute);
    await sync(path);
    const from = Date.now();
    later(minute);
    const { credit } = await sync(path, { outage: { from, to: Date.now() } });
    expect(credit?.ms).toBe(minute);
    expect(await endOf(path)).toBe(ends);
  });

  it('is broken by the opening of a section, and none before it counts for that one', async () => {
    const { path } = await aTimedSitting();
    await sync(path, { take: true });
    const from = Date.now();
    later(2 * minute);
    await openSection(path);
    const ends = await endOf(path);
    later(minute);
    const { credit } = await sync(path, { outage: { from, to: Date.now() } });
    expect(credit).toMatchObject({ from, ms: 2 * minute });
    expect(await endOf(path)).toBe(ends);
  });
});

describe('time that a recruiter adds', () => {
  it('moves a running section with the test, and the page hears of it', async () => {
    const sitting = await opened();
    const { addTime } = await aRecruiter(sitting);
    const before = await testEnd(sitting.path);
    await addTime('7');
    const answer = await sync(sitting.path);
    expect(answer.deadline).toBe(before + 7 * minute);
    expect(answer.sections).toEqual({ timed: sitting.ends + 7 * minute });
  });

  it('does not open a section again that is over', async () => {
    const sitting = await opened();
    later(10 * minute + 1);
    await (await aRecruiter(sitting)).addTime('7');
    expect(await endOf(sitting.path)).toBe(sitting.ends);
  });

  it('never takes a section past the end of the test', async () => {
    const sitting = await opened(60);
    expect(sitting.ends).toBe(await testEnd(sitting.path));
    await (await aRecruiter(sitting)).addTime('7');
    expect(await endOf(sitting.path)).toBe(sitting.ends + 7 * minute);
    expect(await endOf(sitting.path)).toBe(await testEnd(sitting.path));
  });
});

describe('an accommodation', () => {
  it('stretches a section that is opened after it', async () => {
    const sitting = await aTimedSitting();
    await requestAccommodation(db, sitting.attemptId, 'Mais tempo.', Date.now());
    await (await aRecruiter(sitting)).decide('150');
    await openSection(sitting.path);
    expect(await endOf(sitting.path)).toBe(Date.now() + 15 * minute);
    const page = await fetchPage(`${sitting.path}/questions/3`);
    expect(await page.text()).toContain(`data-section="timed"`);
  });

  it('that is granted meanwhile stretches the running one by its own share', async () => {
    const sitting = await opened();
    const before = await testEnd(sitting.path);
    await requestAccommodation(db, sitting.attemptId, 'Mais tempo.', Date.now());
    await (await aRecruiter(sitting)).decide('150');
    expect(await testEnd(sitting.path)).toBe(before + 15 * minute);
    expect(await endOf(sitting.path)).toBe(sitting.ends + 5 * minute);
  });

  it('that is refused moves nothing', async () => {
    const sitting = await opened();
    await requestAccommodation(db, sitting.attemptId, 'Mais tempo.', Date.now());
    await (await aRecruiter(sitting)).decide('100');
    expect(await endOf(sitting.path)).toBe(sitting.ends);
  });

  it('cannot be had by opening again', async () => {
    const sitting = await opened();
    await requestAccommodation(db, sitting.attemptId, 'Mais tempo.', Date.now());
    await (await aRecruiter(sitting)).decide('125');
    const ends = await endOf(sitting.path);
    later(minute);
    await openSection(sitting.path);
    expect(await endOf(sitting.path)).toBe(ends);
  });
});

describe('two sections with limits', () => {
  it('run each for itself, also at once', async () => {
    const { sections } = aTimedContent();
    const { path } = await aTimedSitting(10, {
      sections: sections.map((each) => (each.id === 'last' ? { ...each, minutes: 5 } : each)),
    });
    const start = Date.now();
    await openSection(path);
    later(2 * minute);
    await openSection(path, 'last');
    expect(await clocksOf(path)).toMatchObject([
      { sectionId: 'last', deadlineAt: start + 7 * minute },
      { sectionId: 'timed', deadlineAt: start + 10 * minute },
    ]);
    later(6 * minute);
    const { receipts, refused } = await sync(path, {
      answers: [typed('single-choice', 'b'), typed('project-link', 'https://example.com')],
    });
    expect(receipts.map(({ question }) => question)).toEqual(['single-choice']);
    expect(refused).toEqual([{ question: 'project-link', reason: 'closed' }]);
  });
});

describe('afterwards', () => {
  it('the times of a section are in the candidate’s own copy and on the result’s page', async () => {
    const sitting = await opened();
    const copy = await (await fetchPage(`${sitting.path}/data.json`)).json();
    const startedAt = new Date(Date.now()).toISOString();
    const deadlineAt = new Date(sitting.ends).toISOString();
    expect(copy).toMatchObject({
      sections: [{ id: 'timed', title: 'Contra o relógio', startedAt, deadlineAt }],
    });
    const data = textOf(await openPage(`${sitting.path}/data`));
    expect(data).toContain(t.privacy.data.sections);
    const { open } = await aRecruiter(sitting);
    const result = textOf(await (await open()).text());
    expect(result).toContain(t.time.panel.section('Contra o relógio'));
    expect(result).toContain('das 09:00 BRT às 09:10 BRT');
  });
});
