import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { stopClock } from '../support/candidate.ts';
import {
  anEmployer,
  answerAll,
  aPerson,
  type Employer,
  type Person,
  settle,
  untilAnswered,
} from '../support/chaos-people.ts';
import { aWorld, handOut, judged, long, randomOf, tell, type World } from '../support/chaos.ts';
import { postForm } from '../support/pages.ts';
import type { Seeded } from '../support/seeded.ts';

let employer: Employer;
beforeEach(async () => {
  stopClock();
  employer = await anEmployer();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('D1 errors', () => {
  it.for(
    [0.01, 0.1, 0.5].flatMap((rate) =>
      (['before', 'after'] as const).map((side) => [rate, side] as const),
    ),
  )(
    'in %d of all calls, %s the commit, lose nothing',
    { timeout: 240_000 },
    async ([rate, side], test) => {
      const random = randomOf(`D1 ${rate} ${side}`);
      const world = aWorld();
      world.answer = () => (random.next() < 0.3 ? 503 : 200);
      const people = await somePeople(long ? 15 : 3);
      let errors = 0;
      world.begin(({ of }) => {
        if (of !== 'd1' || random.next() >= rate) return 'done';
        errors += 1;
        return side;
      });
      for (const person of people) {
        await answerAll(person);
        const submission = () => postForm(`${person.path}/submission`, { confirm: 'on' });
        person.told.submitted = (await untilAnswered(submission)).status === 303;
        await world.consume().catch(() => undefined);
      }
      for (let minute = 0; minute < 4; minute += 1) {
        vi.setSystemTime(Date.now() + 61_000);
        await ring(env).catch(() => undefined);
        await world.consume().catch(() => undefined);
      }
      await settle(world, people);
      await report(test, world, people, 'D1 errors', `${rate * 100} % ${side} the commit`, errors);
    },
  );
});

describe('a queue', () => {
  const ways: [string, (world: World, random: Seeded) => Promise<void>][] = [
    ['that loses every message', async (world) => void world.queue.splice(0)],
    ['that hands out each message five times, shuffled, beside the clock', fiveTimes],
    [
      'that is late: the clock was first',
      async (world) => {
        const late = world.queue.splice(0).map(({ body }) => body);
        await ring(env);
        await handOut(late);
      },
    ],
  ];

  it.for(ways)('%s loses and doubles nothing', { timeout: 120_000 }, async ([what, run], test) => {
    const random = randomOf(what);
    const world = aWorld();
    const people = await finished(world, random, () => run(world, random));
    await report(test, world, people, 'queue', what, world.received.length, 'requests');
  });

  it('that is off loses nothing', { timeout: 120_000 }, async (test) => {
    const world = aWorld();
    world.begin(({ of }) => (of === 'queue' ? 'before' : 'done'));
    const people = await finished(world, randomOf('off'), () => ring(env));
    await report(test, world, people, 'queue', 'that is off', world.received.length, 'requests');
  });
});

describe('a poison row among many', () => {
  it(
    'holds up none of the others, and goes once it is mended',
    { timeout: 120_000 },
    async (test) => {
      const world = aWorld();
      const people = await somePeople(long ? 100 : 20);
      for (const person of people) await submitted(person);
      world.queue.splice(0);
      const poison = people[3]!.told.attempt;
      const broken = 'update results set result = ? where attempt_id = ?';
      const { result } = (await env.DB.prepare('select result from results where attempt_id = ?')
        .bind(poison)
        .first<{ result: string }>())!;
      await env.DB.prepare(broken).bind('{', poison).run();
      await ring(env);
      const rest = people.filter(({ told }) => told.attempt !== poison);
      expect(new Set(world.received.map(({ id }) => id)).size).toBe(rest.length);
      await env.DB.prepare(broken).bind(result, poison).run();
      await settle(world, people);
      await report(test, world, people, 'poison', 'a result that cannot be read', 1, 'poisoned');
    },
  );

  it('of messages fails alone', { timeout: 120_000 }, async (test) => {
    const random = randomOf('poison messages');
    const world = aWorld();
    const people = await somePeople(long ? 99 : 19);
    for (const person of people) await submitted(person);
    const bodies = random.shuffled([
      ...world.queue.splice(0).map(({ body }) => body),
      { poison: 1 },
    ]);
    while (bodies.length > 0) await handOut(bodies.splice(0, 10));
    // By messages alone: what a lane had no place for was gone on with.
    await world.consume();
    await report(test, world, people, 'poison', 'a message that cannot be read', 1, 'poisoned');
  });
});

async function somePeople(count: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) people.push(await aPerson(employer));
  return people;
}

async function submitted(person: Person): Promise<void> {
  const answer = await postForm(`${person.path}/submission`, { confirm: 'on' });
  person.told.submitted = answer.status === 303;
}

/** People who all submit to a receiver that is busy at times; then messages go their way, minute after minute. */
async function finished(world: World, random: Seeded, way: () => Promise<void>): Promise<Person[]> {
  world.answer = (before) => (before === 0 && random.next() < 0.5 ? 503 : 200);
  const people = await somePeople(long ? 24 : 5);
  for (const person of people) {
    await answerAll(person);
    await submitted(person);
  }
  for (let minute = 0; minute < 3; minute += 1) {
    await way();
    vi.setSystemTime(Date.now() + 61_000);
  }
  await settle(world, people);
  return people;
}

async function fiveTimes(world: World, random: Seeded): Promise<void> {
  const bodies = world.queue.splice(0).map(({ body }) => body);
  const many = random.shuffled(Array.from({ length: 5 }, () => bodies).flat());
  const batches: Promise<unknown>[] = [ring(env)];
  while (many.length > 0) batches.push(handOut(many.splice(0, 1 + random.below(10))));
  await Promise.all(batches);
}

async function report(
  test: Parameters<typeof tell>[0],
  world: World,
  people: readonly Person[],
  experiment: string,
  what: string,
  count: number,
  of = 'errors',
): Promise<void> {
  const judgement = await judged(
    world,
    people.map(({ told }) => told),
  );
  tell(test, { experiment, what, ...judgement, notes: [`${count} ${of}`, ...judgement.notes] });
}
