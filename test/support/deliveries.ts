import { env } from 'cloudflare:workers';
import { asc, eq } from 'drizzle-orm';
import { vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import type { Destination } from '../../src/features/deliveries/destination.ts';
import { findEvent } from '../../src/features/deliveries/queries.ts';
import type { Outcome } from '../../src/features/deliveries/schedule.ts';
import { newId } from '../../src/lib/ids.ts';
import { anAttempt } from './attempt-makers.ts';
import { anAssessment } from './makers.ts';

const db = database(env.DB);

export const context = { env, db };

/** An event that nobody has planned yet, of an attempt of its own. */
export async function anEvent(
  createdAt = Date.now(),
  assessment?: Awaited<ReturnType<typeof anAssessment>>,
): Promise<string> {
  const attempt = await anAttempt(assessment && { assessment });
  const id = newId();
  await db.insert(events).values({
    id,
    organizationId: attempt.organizationId,
    attemptId: attempt.id,
    type: 'attempt.completed',
    createdAt,
  });
  return id;
}

/**
 * A destination that each event goes to once. `outcomes` come in turn, the last for ever; an Error is
 * thrown. `planned` and `sent` are the ids of events and deliveries that it was asked for.
 */
export function aDestination(
  outcomes: (Outcome | Error | (() => Promise<Outcome>))[] = [{ status: 200 }],
  kind = 'test',
) {
  const planned: string[] = [];
  const sent: string[] = [];
  const payloads: string[] = [];
  const destination: Destination = {
    kind,
    plan: async (_context, event) => {
      if (event.type !== 'attempt.completed') return [];
      planned.push(event.id);
      // Something else each time: only the first may ever be sent.
      return [{ destination: 'https://x.example', payload: `${event.id} ${planned.length}` }];
    },
    send: async (_context, delivery) => {
      const outcome = outcomes[Math.min(sent.length, outcomes.length - 1)]!;
      sent.push(delivery.id);
      payloads.push(delivery.payload);
      if (outcome instanceof Error) throw outcome;
      return typeof outcome === 'function' ? outcome() : outcome;
    },
  };
  return { destination, list: [destination], planned, sent, payloads };
}

/** The only delivery there is, with its tries. */
export async function theDelivery() {
  const [delivery] = await db.select().from(deliveries);
  const all = await db.select().from(tries).orderBy(asc(tries.number));
  return { ...delivery!, all };
}

/** A try that has `begun` when a destination is asked, and goes on until it is told its `end`. */
export function aTry() {
  const begin = Promise.withResolvers<void>();
  const outcome = Promise.withResolvers<Outcome>();
  const send = () => {
    begin.resolve();
    return outcome.promise;
  };
  return { send, begun: begin.promise, end: outcome.resolve };
}

/** The waits between tries are what the schedule says, without jitter. */
export function noJitter() {
  return vi.spyOn(Math, 'random').mockReturnValue(0.5);
}

/** The id of a delivery that is planned and due. */
export async function aPending(
  values: Partial<typeof deliveries.$inferInsert> = {},
  of?: string,
): Promise<string> {
  const eventId = of ?? (await anEvent());
  const { organizationId, attemptId } = (await findEvent(db, eventId))!;
  const id = newId();
  const now = Date.now();
  const row = {
    id,
    eventId,
    organizationId,
    attemptId,
    kind: 'test',
    destination: 'https://x.example',
    lane: `${organizationId} test x.example`,
    state: 'pending' as const,
    payload: '{}',
    nextAt: now,
    createdAt: now,
    ...values,
  };
  await db.update(events).set({ plannedAt: now }).where(eq(events.id, eventId));
  await db.insert(deliveries).values(row);
  return id;
}

/** A delivery of this attempt's that waits for a person. */
export async function aParked(attemptId: string, organizationId: string): Promise<string> {
  const [event] = await db.select().from(events).where(eq(events.attemptId, attemptId)).limit(1);
  const id = newId();
  const now = Date.now();
  const kind = 'gupy.result_webhook';
  await db.insert(deliveries).values({
    id,
    eventId: event!.id,
    organizationId,
    attemptId,
    kind,
    destination: `https://hooks.gupy.io/${id}`,
    lane: `${organizationId} ${kind} hooks.gupy.io`,
    state: 'parked',
    payload: '{}',
    tries: 1,
    lastStatus: 404,
    createdAt: now,
    finishedAt: now,
  });
  await db.insert(tries).values({
    deliveryId: id,
    number: 1,
    startedAt: now,
    durationMs: 12,
    status: 404,
    answer: 'no such page',
  });
  return id;
}
