import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { answerShown, attemptPath, main, place, press, startTest, travel } from './candidate.ts';
import {
  allSaved,
  answerHere,
  answerNext,
  attemptRow,
  expectStored,
  expectTimeRight,
  indicator,
  noteHere,
  settled,
  storedAnswers,
  timeShown,
  type Typed,
} from './typing.ts';
import { useChromium } from './visits.ts';

const chromium = useChromium();
const wait = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms));

async function aTest(link = 'sql') {
  const page = await chromium.visit();
  await startTest(page, link);
  await settled(page);
  return { page, path: attemptPath(page), typed: {} as Typed };
}

const offline = (page: Page, off = true) => page.context().setOffline(off);

/** Failed requests are what these tests are about. */
const networkTrouble = () =>
  expect(chromium.takeProblems().filter((text) => !/ERR_|status of 5/.test(text))).toEqual([]);

describe('a candidate who types', () => {
  it('has every change saved within 3 s, without doing anything for it', async () => {
    const { page, typed } = await aTest();
    await answerHere(page, typed);
    const begin = performance.now();
    await expectStored(page, typed);
    await allSaved(page);
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(await page.locator('.progress').innerText()).toContain(
      '1 de 15 respondidas · tudo salvo',
    );
  });

  it('moves between questions with no request at all', async () => {
    const { page, typed } = await aTest();
    await answerNext(page, typed, 1);
    await allSaved(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await press(page);
    await travel(page, 'back', 2);
    await travel(page, 'back', 1);
    expect(asked.filter((url) => !url.endsWith('/sync'))).toEqual([]);
    await expectStored(page, typed);
  });
});

describe('without network', () => {
  it('for 5 s, in the middle of typing, nothing is lost', async () => {
    const { page, typed } = await aTest();
    await answerNext(page, typed, 2);
    await allSaved(page);
    await offline(page);
    await answerNext(page, typed, 3);
    expect(await indicator(page, 'trouble').innerText()).toContain(
      'sem conexão · 3 respostas esperam neste aparelho',
    );
    await wait(5000);
    expect(Object.keys(storedAnswers(page))).toHaveLength(2);
    await offline(page, false);
    await expectStored(page, typed);
    await allSaved(page);
    networkTrouble();
  });

  it.each([
    ['2 minutes', '02:00', 2],
    ['30 minutes', '30:00', 30],
  ])(
    'for %s by the page’s clock, the time goes on and nothing is lost',
    async (_span, span, minutes) => {
      const page = await chromium.visit();
      await page.clock.install();
      const typed: Typed = {};
      await startTest(page, 'backend');
      await settled(page);
      await answerNext(page, typed, 1);
      await allSaved(page);
      const before = await timeShown(page);
      await offline(page);
      await answerNext(page, typed, 2);
      await page.clock.fastForward(span);
      await expect.poll(() => timeShown(page)).toBeLessThan(before - (minutes - 1) * 60_000);
      await answerNext(page, typed, 2);
      await offline(page, false);
      await expectStored(page, typed);
      await allSaved(page);
      // The server's own time has not moved by as much: the page shows what it says again.
      await expectTimeRight(page);
      networkTrouble();
    },
  );

  it('a reload brings page, answers and time back', async () => {
    const { page, typed } = await aTest();
    await answerNext(page, typed, 1);
    await allSaved(page);
    await offline(page);
    await answerNext(page, typed, 2);
    await answerHere(page, typed);
    const shown = await answerShown(page);
    await wait(300);
    await page.reload();
    await indicator(page, 'trouble').waitFor();
    expect(await place(page)).toEqual({ number: 4, total: 15 });
    expect(await answerShown(page)).toEqual(shown);
    await expectTimeRight(page);
    await travel(page, 'back', 3);
    await offline(page, false);
    await expectStored(page, typed);
    networkTrouble();
  });

  it('a killed tab loses nothing: the next one sends what it left', async () => {
    const { page, path, typed } = await aTest();
    await offline(page);
    await answerNext(page, typed, 3);
    await wait(300);
    const next = await page.context().newPage();
    await page.close();
    await offline(next, false);
    await next.goto(path);
    await expectStored(path, typed);
    await allSaved(next);
    expect(await next.locator('.progress').innerText()).toContain('3 de 15 respondidas');
    networkTrouble();
  });

  it('back and forward lead through the questions as ever', async () => {
    const { page, typed } = await aTest();
    await offline(page);
    await answerNext(page, typed, 2);
    for (const [way, number] of [
      ['back', 2],
      ['back', 1],
      ['forward', 2],
      ['forward', 3],
    ] as const) {
      await travel(page, way, number);
      const shown: Typed = {};
      if (typed[number]) await noteHere(page, shown);
      expect(shown[number]).toEqual(typed[number]);
    }
    await offline(page, false);
    await expectStored(page, typed);
    networkTrouble();
  });

  it('a submission waits and says so; then the result is there and the device forgets', async () => {
    const { page, path, typed } = await aTest();
    await offline(page);
    await answerNext(page, typed, 2);
    await press(page, page.getByRole('button', { name: 'Revisar e enviar' }));
    expect(await page.locator('main').innerText()).toContain('Faltam 13 questões sem resposta.');
    await page.locator('[name=confirm]').check();
    await main(page).click();
    await page.locator('main').getByText('Seu envio está guardado neste aparelho.').waitFor();
    expect(attemptRow(path)['state']).toBe('in_progress');
    await offline(page, false);
    await page.getByRole('heading', { name: 'Teste concluído' }).waitFor();
    await expectStored(path, typed);
    expect(attemptRow(path)).toMatchObject({ state: 'completed', submitted_by: 'candidate' });
    await expect.poll(() => page.evaluate(kept)).toEqual([]);
    networkTrouble();
  });
});

describe('when the server fails', () => {
  it('the page says so, keeps the answers and tries again until they are stored', async () => {
    const { page, typed } = await aTest();
    let failures = 0;
    await page.route('**/sync', (route) => {
      failures += 1;
      return failures <= 3
        ? route.fulfill({ status: failures === 2 ? 429 : 500 })
        : route.fallback();
    });
    await answerNext(page, typed, 2);
    await page.locator('main').getByText('não conseguimos salvar agora').waitFor();
    await expectStored(page, typed);
    await allSaved(page);
    expect(failures).toBeGreaterThan(3);
    chromium.takeProblems();
  });

  it('an answer that was stored but not acknowledged does not stand in the way of the next', async () => {
    const { page, typed } = await aTest('atendimento');
    await page.route('**/sync', async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort().catch(() => undefined);
    });
    await answerHere(page, typed);
    await expectStored(page, typed);
    await page.locator('.choice').nth(2).click();
    typed[1] = (await answerShown(page)).map(([, value]) => value!);
    await page.unroute('**/sync');
    await page.reload();
    await expectStored(page, typed);
    await allSaved(page);
    chromium.takeProblems();
  });
});

/** Every address for which this browser keeps something of a test. */
const kept = `(async () => {
  const database = await new Promise((resolve) => {
    const asked = indexedDB.open('aferi', 1);
    asked.onsuccess = () => resolve(asked.result);
  });
  const rows = await new Promise((resolve) => {
    const asked = database.transaction('sittings').objectStore('sittings').getAllKeys();
    asked.onsuccess = () => resolve(asked.result);
  });
  database.close();
  const shells = await (await caches.open('shells')).keys();
  return [...rows, ...shells.map(({ url }) => url).filter((url) => !/generated|favicon/.test(url))];
})()`;
