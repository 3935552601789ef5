import { env } from 'cloudflare:workers';
import { vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import type { Told } from '../chaos/oracle.ts';
import { claimsOf } from './candidate.ts';
import type { World } from './chaos.ts';
import { aCompany, anOffer, type Company, registered, startTest } from './gupy.ts';
import { postForm } from './pages.ts';
import { sendSync, type Synced } from './sync.ts';

/** Candidates of one company at Gupy. */
export interface Employer {
  company: Company;
  testId: string;
  people: bigint;
}

export interface Person {
  path: string;
  told: Told;
}

export async function anEmployer(): Promise<Employer> {
  const company = await aCompany();
  return { company, testId: await anOffer(company), people: 0n };
}

/** A candidate who has begun. */
export async function aPerson(employer: Employer): Promise<Person> {
  employer.people += 1n;
  const test = await registered(employer.company, employer.testId, {
    document_id: employer.people,
  });
  await startTest(test);
  const path = new URL(test.test_url).pathname;
  const { attemptId } = await claimsOf(path);
  return { path, told: { attempt: attemptId, receipts: new Map(), submitted: false } };
}

/** Answers; what gets no answer is sent again, as the page's script does. */
export async function answerAll({ path, told }: Person): Promise<void> {
  const values = { 'single-choice': 'b', numeric: '12', 'true-false': 'true' };
  for (const [index, [question, value]] of Object.entries(values).entries()) {
    const message = {
      device: 'chaos-chaos-chaos-chaos',
      take: index === 0,
      answers: [{ question, revision: index + 1, fields: { value } }],
    };
    const answer = await untilAnswered(() => sendSync(path, message));
    const { receipts } = await answer.json<Synced>();
    for (const receipt of receipts) told.receipts.set(receipt.question, receipt);
  }
  if (told.receipts.size !== Object.keys(values).length) throw new Error('A save was refused');
}

export async function untilAnswered(ask: () => Promise<Response>): Promise<Response> {
  for (let round = 0; round < 500; round += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer && answer.status < 500) return answer;
  }
  throw new Error('500 times no answer');
}

/** What a process does until it has nothing to do or dies: the submission, its messages, the clock. */
export async function live(world: World, { path, told }: Person): Promise<void> {
  if (!told.submitted) {
    const sending = postForm(`${path}/submission`, { confirm: 'on' });
    const answer = await sending.catch(() => undefined);
    // A dead process answers nobody.
    told.submitted = answer?.status === 303 && !world.dead;
  }
  await world.consume().catch(() => undefined);
  await ring(env).catch(() => undefined);
}

/** Life after life in a world without trouble, each when something is due, until nothing is left to do. */
export async function settle(world: World, people: readonly Person[], most = 40): Promise<void> {
  world.restart();
  for (let round = 0; round < most; round += 1) {
    const { unplanned, nextAt } = await whatIsLeft();
    const silent = people.filter(({ told }) => !told.submitted);
    if (silent.length === 0 && unplanned === 0 && nextAt === null) return;
    vi.setSystemTime(Math.max(Date.now() + 61_000, nextAt ?? 0));
    for (const person of silent) await live(world, person);
    await world.consume();
    await ring(env);
  }
}

async function whatIsLeft() {
  const { results } = await env.DB.prepare(
    `select (select count(*) from events where planned_at is null) as unplanned,
      (select min(next_at) from deliveries) as nextAt`,
  ).all<{ unplanned: number; nextAt: number | null }>();
  return results[0]!;
}
