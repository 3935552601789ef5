import { expect, it, test } from 'vitest';

import { answerHash } from '../../src/features/attempts/receipts.ts';
import { type Count, holds } from '../chaos/count.ts';
import { killCycles } from '../chaos/kills.ts';
import { judge, type Received, type Rows } from '../chaos/oracle.ts';
import { markdown, succeeded } from '../chaos/report.ts';
import { seeded } from '../support/seeded.ts';

it('node and workerd killed while candidates submit: nothing is lost, nothing is half there', async () => {
  const judgement = await killCycles(seeded(1), 2, false);
  expect(judgement).toSatisfy(holds);
}, 120_000);

test('the oracle is content with a submitted attempt that arrived once', async () => {
  expect(await judged()).toEqual({ ...fine, n: 1 });
});

test.each<[string, (evidence: Evidence) => void, Partial<Count>]>([
  ['an answer with a receipt that is gone', ({ rows }) => void rows.answers.pop(), { lost: 1 }],
  [
    'an answer that was changed behind its receipt',
    ({ rows }) => (rows.answers[0]!['value'] = '"c"'),
    { lost: 1 },
  ],
  [
    'an older revision than the receipt’s',
    ({ rows }) => (rows.answers[0]!['revision'] = 1),
    { lost: 1 },
  ],
  [
    'a submission that was answered and did not happen',
    ({ rows }) => (rows.attempts[0]!['state'] = 'in_progress'),
    { lost: 1, halfApplied: 1 },
  ],
  ['a completed attempt without result', ({ rows }) => void rows.results.pop(), { halfApplied: 1 }],
  [
    'a completed attempt without event',
    ({ rows }) => void rows.events.pop(),
    // Nobody would ever plan it: the delivery that is there came from nowhere.
    { halfApplied: 2 },
  ],
  [
    'a planned event without delivery',
    ({ rows, received }) => {
      rows.deliveries.pop();
      received.pop();
    },
    { halfApplied: 1, lost: 1 },
  ],
  ['a delivery that never arrived', ({ received }) => void received.pop(), { lost: 1 }],
  [
    'a delivery that still waits',
    ({ rows }) => (rows.deliveries[0]!['state'] = 'waiting'),
    { wrongStates: 2 },
  ],
  [
    'a try that left no trace',
    ({ rows }) => (rows.deliveries[0]!['tries'] = 2),
    { halfApplied: 1 },
  ],
  [
    'a second request that nothing explains',
    ({ received }) => void received.push({ ...received[0]! }),
    { duplicates: 1, wrongStates: 1 },
  ],
  ['other bytes than planned', ({ received }) => (received[0]!.body = 'else'), { wrongStates: 1 }],
  [
    'a request that no delivery made',
    ({ received }) => void received.push({ id: 'x', body: '', status: 200 }),
    { wrongStates: 1 },
  ],
])('the oracle sees %s', async (_what, spoil, counts) => {
  const judgement = await judged(spoil);
  expect(judgement).toMatchObject({ ...fine, ...counts, notes: expect.anything() });
  expect(judgement).not.toSatisfy(holds);
  expect(judgement.notes).not.toEqual([]);
});

test('a duplicate is unavoidable after a try that was cut short', async () => {
  const judgement = await judged(({ rows, received }) => {
    received.push({ ...received[0]! });
    rows.tries.unshift({ delivery_id: 'd', number: 1, duration_ms: null, status: null });
    rows.tries[1]!['number'] = 2;
    rows.deliveries[0]!['tries'] = 2;
  });
  expect(judgement).toMatchObject({ duplicates: 1, unavoidable: 1, wrongStates: 0 });
  expect(judgement).toSatisfy(holds);
});

test('the report says what does not hold, with its seed', () => {
  const count = { ...fine, n: 3, experiment: 'kills', what: 'twice', ms: 1200 };
  const run = { seed: 42, counts: [count], failures: [], ms: 5000, versions: { node: '24' } };
  expect(succeeded([count], [])).toBe(true);
  expect(markdown(run)).toContain('| yes | kills | twice | 3 | 0 | 0 | 0 | 0 of 3 |');
  const lost = { ...count, lost: 1, notes: ['a result is gone'] };
  expect(succeeded([lost], [])).toBe(false);
  expect(succeeded([count], ['no server'])).toBe(false);
  expect(succeeded([], [])).toBe(false);
  const text = markdown({ ...run, counts: [lost], failures: ['no server'] });
  for (const part of ['--seed 42', '**NO**', '- a result is gone', 'no server'])
    expect(text).toContain(part);
});

const fine = {
  n: 1,
  lost: 0,
  halfApplied: 0,
  duplicates: 0,
  unavoidable: 0,
  wrongStates: 0,
  notes: [] as string[],
};

interface Evidence {
  rows: Rows;
  received: Received[];
}

/** One attempt that went well, but for what is done to its traces. */
async function judged(spoil: (evidence: Evidence) => unknown = () => undefined) {
  const body = '{"a":1}';
  const rows: Rows = {
    attempts: [{ id: 'a', state: 'completed' }],
    answers: [{ attempt_id: 'a', question_id: 'q', value: '"b"', revision: 2 }],
    results: [{ attempt_id: 'a' }],
    events: [{ id: 'e', attempt_id: 'a', planned_at: 5 }],
    deliveries: [
      {
        id: 'd',
        attempt_id: 'a',
        kind: 'gupy.result_webhook',
        state: 'delivered',
        payload: body,
        tries: 1,
        next_at: null,
      },
    ],
    tries: [{ delivery_id: 'd', number: 1, duration_ms: 3, status: 200 }],
  };
  const received = [{ id: 'd', body, status: 200 }];
  spoil({ rows, received });
  const receipts = new Map([['q', { revision: 2, answerHash: await answerHash('b') }]]);
  return judge([{ attempt: 'a', receipts, submitted: true }], rows, received);
}
