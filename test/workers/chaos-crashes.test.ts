import { afterEach, describe, it, vi } from 'vitest';

import { stopClock } from '../support/candidate.ts';
import {
  anEmployer,
  answerAll,
  aPerson,
  type Employer,
  live,
  type Person,
  settle,
} from '../support/chaos-people.ts';
import { aWorld, judged, long, randomOf, tell, type World } from '../support/chaos.ts';

/** `npm run chaos` takes every step, `npm test` some of them. */
const stride = long ? 1 : 3;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a process that dies', () => {
  it.for(['before', 'after'] as const)(
    '%s any step from the submission to the last write loses nothing',
    { timeout: 240_000 },
    async (side, test) => {
      const { world, employer } = await aStage();
      const random = randomOf(`crash ${side}`);
      const people: Person[] = [];
      let first = 1 + random.below(stride);
      for (let died = true; died; first += stride) {
        const person = await ready(employer);
        people.push(person);
        world.mortal = true;
        world.begin(({ number }) => (number === first ? side : 'done'));
        await live(world, person);
        died = world.dead;
        world.mortal = false;
        await settle(world, [person]);
      }
      const judgement = await judged(
        world,
        people.map(({ told }) => told),
      );
      const notes = [`${people.length - 1} crash points`, ...judgement.notes];
      tell(test, { experiment: 'crashes', what: `${side} a step`, ...judgement, notes });
    },
  );

  it(
    'again and again in one and the same attempt loses nothing',
    { timeout: 240_000 },
    async (test) => {
      const { world, employer } = await aStage();
      const random = randomOf('crash upon crash');
      const people: Person[] = [];
      let crashes = 0;
      for (let count = 0; count < (long ? 40 : 5); count += 1) {
        const person = await ready(employer);
        people.push(person);
        for (let life = 0; life < 5; life += 1) {
          const last = 1 + random.below(25);
          const side = random.next() < 0.5 ? 'before' : 'after';
          world.mortal = true;
          world.begin(({ number }) => (number === last ? side : 'done'));
          await live(world, person);
          crashes += world.dead ? 1 : 0;
          world.mortal = false;
          world.restart();
          vi.setSystemTime(Date.now() + 61_000);
        }
        await settle(world, [person]);
      }
      const judgement = await judged(
        world,
        people.map(({ told }) => told),
      );
      const notes = [`${crashes} crashes`, ...judgement.notes];
      tell(test, { experiment: 'crashes', what: 'again and again', ...judgement, notes });
    },
  );
});

/** Receivers are busy at first, so that each delivery has a second try to die in. */
async function aStage(): Promise<{ world: World; employer: Employer }> {
  stopClock();
  const employer = await anEmployer();
  const world = aWorld();
  world.answer = (before) => (before === 0 ? 503 : 200);
  return { world, employer };
}

async function ready(employer: Employer): Promise<Person> {
  const person = await aPerson(employer);
  await answerAll(person);
  return person;
}
