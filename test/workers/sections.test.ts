import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { messagesFor } from '../../src/i18n/messages.ts';
import {
  answerQuestion,
  aSitting,
  attemptOf,
  loseMessages,
  openPage,
  sendAnswer,
  stopClock,
  storedAnswers,
  submit,
} from '../support/candidate.ts';
import { formsIn, textOf } from '../support/html.ts';
import { fetchPage, sendForm } from '../support/pages.ts';
import { aTimedSitting, clocksOf, hidden, openSection } from '../support/sections.ts';
import { sync, typed } from '../support/sync.ts';

const { section: words } = messagesFor('pt-BR').sitting;
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

/** An attempt whose timed section was opened just now. */
async function opened(minutes?: number) {
  const sitting = await aTimedSitting(minutes);
  await openSection(sitting.path);
  return { ...sitting, startedAt: Date.now() };
}

describe('a section with a limit', () => {
  it('is announced before the start', async () => {
    const { link } = await aTimedSitting();
    const page = textOf(await openPage(`/t/${link.slug}`));
    expect(page).toContain(words.rule(2, 'Contra o relógio', '10 min'));
  });

  it('shows what it has and nothing of its questions until it is opened', async () => {
    const { path } = await aTimedSitting();
    for (const address of ['questions/3', 'questions/4']) {
      const page = await openPage(`${path}/${address}`);
      expect(textOf(page)).toContain(words.limit('10 min', 2));
      expect(textOf(page)).toContain(words.warning);
    }
    expect(await clocksOf(path)).toEqual([]);
  });

  it('lets no word of its questions out before, by whatever address', async () => {
    const { path } = await aTimedSitting();
    const part = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };
    const answers = await Promise.all([
      ...[
        '',
        '/questions/3',
        '/questions/4',
        '/review',
        '/parts',
        '/receipts',
        '/receipts.json',
      ].map((address) => fetchPage(`${path}${address}`)),
      ...['/privacy', '/data', '/data.json', '/health'].map((at) => fetchPage(`${path}${at}`)),
      fetchPage(`${path}/questions/3`, { headers: part }),
      // Forms that come back, and what would come back of a save.
      sendAnswer(path, 'single-choice', { value: 'no such option', number: '3' }),
      sendAnswer(path, 'single-choice', { value: 'b', number: '3' }),
      sendAnswer(path, 'free-text', { value: 'Sim', number: '4' }),
    ]);
    const { refused } = await sync(path, { answers: [typed('single-choice', 'b')] });
    expect(refused).toEqual([{ question: 'single-choice', reason: 'closed' }]);
    for (const answer of answers) {
      const text = await answer.text();
      for (const secret of hidden) expect(text, answer.url).not.toContain(secret);
    }
    expect(await storedAnswers(path)).toEqual({});
  });

  it('starts once, however often and at whatever moment it is asked for', async () => {
    const { path } = await aTimedSitting();
    const now = Date.now();
    const answers = await Promise.all([1, 2, 3, 4].map(() => openSection(path)));
    later(minute);
    answers.push(await openSection(path));
    for (const answer of answers) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('Location')).toBe(`${path}/questions/3`);
    }
    expect(await clocksOf(path)).toMatchObject([
      { sectionId: 'timed', startedAt: now, deadlineAt: now + 10 * minute },
    ]);
    expect(await openPage(`${path}/questions/3`)).toContain(hidden[0]);
  });

  it.each(['free', 'unknown'])('is the only thing that can be opened: not %s', async (section) => {
    const { path } = await aTimedSitting();
    expect((await openSection(path, section)).status).toBe(404);
    expect(await clocksOf(path)).toEqual([]);
  });

  it('is not opened when the test is over', async () => {
    const { path } = await aTimedSitting();
    await submit(path);
    expect((await openSection(path)).headers.get('Location')).toBe(path);
    expect(await clocksOf(path)).toEqual([]);
  });

  it('ends with the test at the latest', async () => {
    const { path } = await aTimedSitting();
    later(25 * minute);
    await openSection(path);
    const [clock] = await clocksOf(path);
    expect(clock?.deadlineAt).toBe((await attemptOf(path)).deadlineAt);
  });
});

describe('an answer in a section with a limit', () => {
  it.each([
    ['in time', 9 * minute, true],
    ['within the grace', 10 * minute + 9000, true],
    ['after it', 10 * minute + 11_000, false],
  ])('%s: is saved is %3$s', async (_when, ms, saved) => {
    const { path } = await opened();
    later(ms);
    const { receipts, refused } = await sync(path, { answers: [typed('single-choice', 'b')] });
    await sendAnswer(path, 'free-text', { value: 'Sim', number: '4' });
    expect(Object.keys(await storedAnswers(path))).toHaveLength(saved ? 2 : 0);
    expect(receipts).toHaveLength(saved ? 1 : 0);
    expect(refused).toEqual(saved ? [] : [{ question: 'single-choice', reason: 'closed' }]);
  });

  it('that comes late says so, without closing the rest of the test', async () => {
    const { path } = await opened();
    await answerQuestion(path, 3, { value: 'b' });
    later(10 * minute + 11_000);
    const answer = await sendAnswer(path, 'free-text', { value: 'Sim', number: '4' });
    expect(answer.headers.get('Location')).toBe(`${path}/questions/4?notice=late`);
    const page = textOf(await openPage(`${path}/questions/4?notice=late`));
    expect(page).toContain(words.late);
    expect(page).toContain(words.goOn(5));
    await answerQuestion(path, 1, { value: 'true' });
    expect(await storedAnswers(path)).toEqual({ 'single-choice': 'b', 'true-false': true });
  });

  it('may be the stored one once more', async () => {
    const { path } = await opened();
    await answerQuestion(path, 3, { value: 'b' });
    later(11 * minute);
    const answer = await sendAnswer(path, 'single-choice', { value: 'b', number: '3' });
    expect(answer.headers.get('Location')).toBe(`${path}/questions/4`);
  });
});

describe('a section whose time is up', () => {
  it('is closed on its pages, in the map and in what the page keeps, from its end on', async () => {
    const { path } = await opened();
    await answerQuestion(path, 3, { value: 'b' });
    later(10 * minute);
    expect(textOf(await openPage(`${path}/questions/3`))).toContain(words.overTitle);
    const review = await openPage(`${path}/review`);
    expect(review).toContain(`Questão 4, sem resposta, ${words.closed}`);
    const { parts } = await partsOf(path);
    expect(JSON.stringify(parts)).not.toContain(hidden[0]);
    expect(parts[`${path}/questions/5`]).toContain('Questão de project-link');
  });

  it('lacks no answer: the last page counts only what can still be answered', async () => {
    const { path } = await opened();
    await answerQuestion(path, 1, { value: 'true' });
    await answerQuestion(path, 2, { value: '3.5' });
    later(10 * minute);
    const { unanswered, allOpenAnswered } = messagesFor('pt-BR').candidate.review;
    expect(textOf(await openPage(`${path}/review`))).toContain(unanswered(1));
    await answerQuestion(path, 5, { value: 'https://example.com' });
    const review = textOf(await openPage(`${path}/review`));
    expect(review).toContain(allOpenAnswered);
    expect(review).toContain('3 de 5 respondidas');
  });

  it('is not where a candidate who comes back goes on', async () => {
    const { path } = await opened();
    await answerQuestion(path, 1, { value: 'true' });
    await answerQuestion(path, 2, { value: '3.5' });
    expect((await fetchPage(path)).headers.get('Location')).toBe(`${path}/questions/3`);
    later(10 * minute);
    expect((await fetchPage(path)).headers.get('Location')).toBe(`${path}/questions/5`);
  });
});

describe('what the page keeps for a time without network', () => {
  it('has the questions of open sections and the way into the others', async () => {
    const { path } = await aTimedSitting();
    const before = (await partsOf(path)).parts;
    expect(before[`${path}/questions/3`]).toContain(`${path}/sections/timed/start`);
    expect(before[`${path}/questions/5`]).toContain('Questão de project-link');
    await openSection(path);
    const { parts } = await partsOf(path);
    expect(parts[`${path}/questions/3`]).toContain(hidden[0]);
    expect(parts[`${path}/questions/4`]).toContain(hidden[1]);
  });

  it('hears with every message when the opened sections end', async () => {
    const { path, startedAt } = await opened();
    expect(await sync(path)).toMatchObject({ sections: { timed: startedAt + 10 * minute } });
  });
});

describe('without JavaScript', () => {
  it('a test with such a section can be taken from start to end', async () => {
    const { path } = await aTimedSitting();
    await answerQuestion(path, 1, { value: 'true' });
    const next = await answerQuestion(path, 2, { value: '3.5' });
    const opening = await openPage(next.headers.get('Location')!);
    const form = (await formsIn(opening)).find(({ action }) => action.endsWith('/start'))!;
    const first = await sendForm(form.action, '');
    const page = await openPage(first.headers.get('Location')!);
    expect(page).toContain(words.clock.label);
    await answerQuestion(path, 3, { value: 'b' });
    await answerQuestion(path, 4, { value: 'Sim.' });
    await answerQuestion(path, 5, { value: 'https://example.com' });
    await submit(path);
    expect((await attemptOf(path)).state).toBe('submitted');
    expect(Object.keys(await storedAnswers(path))).toHaveLength(5);
  });
});

describe('an assessment without such sections', () => {
  it('has no clock but its own, and says nothing of any', async () => {
    const { path } = await aSitting();
    expect(await openPage(`${path}/questions/1`)).not.toContain('data-section');
    expect(await sync(path)).not.toHaveProperty('sections');
  });
});

async function partsOf(path: string) {
  const answer = await fetchPage(`${path}/parts`);
  return answer.json<{ parts: Record<string, string> }>();
}
