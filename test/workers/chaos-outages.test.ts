import { env } from 'cloudflare:workers';
import { afterEach, describe, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { destinations } from '../../src/destinations.ts';
import { sweepDeliveries, tryDelivery } from '../../src/features/deliveries/engine.ts';
import { replayDelivery, replayParked } from '../../src/features/deliveries/replay-queries.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { sum } from '../chaos/count.ts';
import { mails, stopClock } from '../support/candidate.ts';
import { anEmployer, aPerson, type Person, settle } from '../support/chaos-people.ts';
import { aWorld, judged, long, pause, randomOf, tell } from '../support/chaos.ts';
import { aMember } from '../support/members.ts';
import { postForm } from '../support/pages.ts';

const db = database(env.DB);
const context = { env, db };
const [minute, hour] = [60_000, 3_600_000];
const words = messagesFor('pt-BR').deliveries.alert;
const gupy = 'Resultado para a Gupy';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an outage', () => {
  it('of 74 hours is outlasted by every result, unaided', { timeout: 240_000 }, async (test) => {
    const { world, people, owner } = await anOutage(74);
    const judgement = await judged(
      world,
      people.map(({ told }) => told),
    );
    const subjects = (await mails(owner.email)).map(({ subject }) => subject);
    const parked = subjects.filter((subject) => subject === words['delivery.parked'].subject(gupy));
    tell(test, {
      experiment: 'outages',
      what: '74 h: delivered unaided',
      ...judgement,
      wrongStates: judgement.wrongStates + parked.length,
      notes: [`${world.received.length} requests`, ...judgement.notes],
    });
  });

  it(
    'of 80 hours parks every result, with one alert, and a replay delivers',
    { timeout: 240_000 },
    async (test) => {
      const { world, people, owner, organizationId } = await anOutage(80);
      const told = people.map((person) => person.told);
      const meanwhile = await judged(world, told, 'parked');
      const subjects = (await mails(owner.email)).map(({ subject }) => subject);
      const alerts = subjects.filter(
        (subject) => subject === words['delivery.parked'].subject(gupy),
      );
      const requests = world.received.length;
      await replayParked(db, owner.userId, { organizationId });
      await settle(world, people);
      const atLast = await judged(world, told);
      tell(test, {
        experiment: 'outages',
        what: '80 h: parked, then replayed',
        ...sum([meanwhile, atLast]),
        n: people.length,
        wrongStates: meanwhile.wrongStates + atLast.wrongStates + (alerts.length === 1 ? 0 : 1),
        notes: [
          `${requests} requests, ${alerts.length} alert of parking`,
          ...meanwhile.notes,
          ...atLast.notes,
        ],
      });
    },
  );
});

describe('replays against the schedule', () => {
  it('never run two tries of one delivery at once', { timeout: 240_000 }, async (test) => {
    const random = randomOf('replay');
    const { world, people, owner, organizationId } = await aStage(long ? 20 : 4);
    world.wait = () => random.below(4);
    await sweepDeliveries(context, destinations);
    let replays = 0;
    for (const { told } of people) {
      const { id } = (await env.DB.prepare(
        `select id from deliveries where attempt_id = ? and kind = 'gupy.result_webhook'`,
      )
        .bind(told.attempt)
        .first<{ id: string }>())!;
      const replay = async () => {
        const done = await replayDelivery(db, { organizationId, id, userId: owner.userId });
        replays += done === 'replayed' ? 1 : 0;
        await tryDelivery(context, destinations, id);
      };
      const automatic = () => tryDelivery(context, destinations, id);
      const sweep = () => sweepDeliveries(context, destinations);
      vi.setSystemTime(Date.now() + minute);
      await Promise.all(
        random.shuffled([replay, replay, replay, automatic, automatic, sweep]).map(async (act) => {
          await pause(random.below(6));
          await act();
        }),
      );
    }
    world.answer = () => 200;
    world.wait = () => 0;
    await settle(world, people);
    const judgement = await judged(
      world,
      people.map(({ told }) => told),
    );
    tell(test, {
      experiment: 'replays',
      what: 'against the schedule and each other',
      ...judgement,
      notes: [`${replays} replays`, ...judgement.notes],
    });
  });
});

/** Finished results of one company, whose receiver is away. */
async function aStage(count: number) {
  const start = stopClock();
  const employer = await anEmployer();
  const { organizationId } = employer.company;
  const owner = await aMember({ organizationId });
  const world = aWorld();
  world.answer = () => 503;
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const person = await aPerson(employer);
    const answer = await postForm(`${person.path}/submission`, { confirm: 'on' });
    person.told.submitted = answer.status === 303;
    people.push(person);
  }
  world.queue.splice(0);
  return { start, world, people, owner, organizationId };
}

/** All of an outage, by the minute where something is due and else in leaps, and three hours more. */
async function anOutage(hours: number) {
  const stage = await aStage(long ? 12 : 3);
  const back = stage.start + hours * hour;
  stage.world.answer = () => (Date.now() >= back ? 200 : 503);
  while (Date.now() < back + 3 * hour) {
    await sweepDeliveries(context, destinations);
    stage.world.queue.splice(0);
    vi.setSystemTime(await nextDue());
  }
  return stage;
}

/** The minute in which something is due again, at most half an hour from now. */
async function nextDue(): Promise<number> {
  const now = Date.now();
  const { at } = (await env.DB.prepare(
    `select min(at) as at from (
      select next_at as at from deliveries union all select open_until from lanes) where at > ?`,
  )
    .bind(now)
    .first<{ at: number | null }>())!;
  const next = Math.min(at ?? Infinity, now + 30 * minute);
  return now + Math.ceil((next - now) / minute) * minute;
}
