import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';

import { seed } from '../../src/cli/seed.ts';
import { database } from '../../src/db/client.ts';
import { second } from '../../src/lib/time.ts';
import {
  answerFields,
  finish,
  formRequest,
  getRequest,
  questionsOf,
  redirected,
  register,
  startAttempt,
  startRegistered,
  syncRequest,
} from './journeys.ts';
import { Meter } from './measure.ts';

/** QUALITY.md: of an attempt with 20 questions, from its first page to the mail that tells of its end. */
const rowsBudget = 45;
/** What handing one result over to Gupy adds: the plan, which is also the claim, and the try's end. */
const deliveryBudget = 8;
/** Where mails go out and no copy of them is kept. */
const production = { ENVIRONMENT: 'production' } as const;

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response());
  await seed(database(env.DB));
});
afterEach(() => vi.restoreAllMocks());

/** Rows written up to each step of an attempt, by name. */
function ledger(title: string) {
  const meter = new Meter(production);
  const rows: string[][] = [];
  let before = 0;
  return {
    meter,
    send: (request: Request) => meter.send(request),
    step(name: string) {
      const { rowsWritten } = meter.counts;
      rows.push([name, String(rowsWritten - before), String(rowsWritten)]);
      before = rowsWritten;
    },
    report: () =>
      fetch(inject('reportUrl'), {
        method: 'POST',
        body: JSON.stringify({ title, head: ['Step', 'rows written', 'so far'], rows }),
      }),
  };
}

it('a whole attempt of 20 questions through a public link writes at most 45 rows', async () => {
  const { meter, send, step, report } = ledger('2a An attempt through a public link');
  await send(getRequest('/t/demo-javascript'));
  const path = await startAttempt(send, 'demo-javascript', 'maria.silva@example.com');
  step('start');
  await finish(send, path, { submit: false });
  step('20 answers');
  await send(getRequest(`${path}/review`));
  await finish(send, path);
  step('submission');
  await meter.consumeWakeUps();
  step('event planned, mail sent');
  vi.restoreAllMocks();
  await report();
  expect(meter.counts.rowsWritten).toBeGreaterThan(20);
  expect(meter.counts.rowsWritten).toBeLessThanOrEqual(rowsBudget);
});

it("through the page's script it writes one row more for each minute", async () => {
  const { meter, send, step, report } = ledger(
    "2c An attempt through the page's script, 20 minutes",
  );
  const minutes = 20;
  vi.useFakeTimers({ toFake: ['Date'] });
  const path = await startAttempt(send, 'demo-javascript', 'maria.silva@example.com');
  step('start');
  for (const question of await questionsOf(path)) {
    const save = { question: question.id, revision: 1, fields: answerFields(question) };
    await send(syncRequest(path, [save]));
    // What the page sends while nothing changes.
    for (let sign = 0; sign < 6; sign += 1) {
      vi.setSystemTime(Date.now() + 10 * second);
      await send(syncRequest(path));
    }
  }
  step('20 answers, and a sign of life every 10 s');
  await redirected(send, formRequest(`${path}/submission`, { confirm: 'on' }));
  await meter.consumeWakeUps();
  step('submission and mail');
  vi.useRealTimers();
  vi.restoreAllMocks();
  await report();
  expect(meter.counts.rowsWritten).toBeLessThanOrEqual(rowsBudget + minutes);
});

it('a whole attempt of 20 questions for Gupy writes at most 45 rows, and its delivery at most 8', async () => {
  const id = await env.DB.prepare(
    "select id from assessments where name like 'JavaScript%'",
  ).first<string>('id');
  await noteGoingLive(id!);
  const { meter, send, step, report } = ledger('2b An attempt for Gupy');
  const { path } = await register(send, id!);
  step('registration');
  await startRegistered(send, path);
  step('start');
  await finish(send, path, { submit: false });
  step('20 answers');
  await finish(send, path);
  step('submission');
  const attempt = meter.counts.rowsWritten;
  await meter.consumeWakeUps();
  step('event planned and delivered');
  expect(globalThis.fetch).toHaveBeenCalledOnce();
  vi.restoreAllMocks();
  await report();
  expect(attempt).toBeLessThanOrEqual(rowsBudget);
  expect(meter.counts.rowsWritten - attempt).toBeLessThanOrEqual(deliveryBudget);
});

/** What only the first attempt of an organization writes: that each step of going live was reached. */
async function noteGoingLive(testId: string): Promise<void> {
  const meter = new Meter(production);
  const send = (request: Request) => meter.send(request);
  const { path } = await register(send, testId, { document_id: 1, email: 'first@example.com' });
  await startRegistered(send, path);
  await finish(send, path);
  await meter.consumeWakeUps();
  vi.mocked(globalThis.fetch).mockClear();
}
