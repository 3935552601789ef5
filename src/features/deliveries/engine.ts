import { derivedId } from '../../lib/ids.ts';
import { inLanes } from '../../lib/lanes.ts';
import { errorText, logLine, orLog } from '../../lib/log.ts';
import { minute, second } from '../../lib/time.ts';
import { sendWakeUp } from '../../lib/wake-up.ts';
import { alertOfFailingLanes } from './alert-queries.ts';
import { type Claim, claimDelivery, claimNext, type NewDelivery } from './claim-queries.ts';
import type { Destination, DeliveryContext, DeliveryRow } from './destination.ts';
import { finishTry } from './finish-queries.ts';
import { listDueLanes } from './lane-queries.ts';
import { findEvent, listUnplannedEvents, markUnplannable, planDeliveries } from './queries.ts';
import { type Outcome, verdictOf, waits } from './schedule.ts';

/** A wake-up by queue for the short waits; the sweep alone finds the long ones. */
const longestWakeUp = 15 * minute;
const sweepLimit = 100;
/** A sweep begins no try after this, so that it ends before the next one has much to do. */
const sweepTime = 45 * second;
/** After this a consumer leaves the rest of a lane to a message of its own: others wait behind it. */
const messageTime = 5 * second;

/** Writes what an event calls for and makes the first tries. Safe to repeat. */
export async function handleEvent(
  context: DeliveryContext,
  destinations: readonly Destination[],
  eventId: string,
  until = Date.now() + messageTime,
): Promise<void> {
  const planned = await planEvent(context, destinations, eventId);
  await inLanes(planned, (delivery) =>
    orLog('delivery', delivery.id, async () => {
      const { id, state } = delivery;
      const claim =
        state === 'sending' ? delivery : await claimDelivery(context.db, id, Date.now());
      await work(context, destinations, claim, until);
    }),
  );
}

/** A try of one delivery, if it is due, and of what else is due in its lane. Safe to repeat. */
export async function tryDelivery(
  context: DeliveryContext,
  destinations: readonly Destination[],
  deliveryId: string,
): Promise<void> {
  const now = Date.now();
  const claim = await claimDelivery(context.db, deliveryId, now);
  await work(context, destinations, claim, now + messageTime);
}

/** Tries whatever is due in a lane. Safe to repeat. */
export async function workLane(
  context: DeliveryContext,
  destinations: readonly Destination[],
  lane: string,
  until = Date.now() + messageTime,
): Promise<void> {
  await work(context, destinations, await claimNext(context.db, lane, Date.now()), until);
}

/** Plans and sends whatever is due: alone enough when every queue message is lost. */
export async function sweepDeliveries(
  context: DeliveryContext,
  destinations: readonly Destination[],
): Promise<void> {
  const { db } = context;
  const until = Date.now() + sweepTime;
  const unplanned = await listUnplannedEvents(db, sweepLimit);
  await inLanes(unplanned, (id) =>
    orLog('event', id, () => handleEvent(context, destinations, id, until)),
  );
  const due = await listDueLanes(db, Date.now(), sweepLimit);
  await inLanes(due, (lane) =>
    orLog('lane', lane, () => workLane(context, destinations, lane, until)),
  );
  await alertOfFailingLanes(db, Date.now());
}

/**
 * Makes this try and then whatever else its lane may send, one after the other: so a lane whose two
 * places were taken goes on by itself, and everything goes as soon as a probe has succeeded.
 */
async function work(
  context: DeliveryContext,
  destinations: readonly Destination[],
  first: Claim | undefined,
  until: number,
): Promise<void> {
  let claim = first;
  while (claim) {
    await makeTry(context, destinations, claim);
    if (Date.now() >= until) return wake(context.env, { lane: claim.lane });
    claim = await claimNext(context.db, claim.lane, Date.now());
  }
}

async function makeTry(
  context: DeliveryContext,
  destinations: readonly Destination[],
  claim: Claim,
): Promise<void> {
  const startedAt = Date.now();
  // The end of a try decides what follows; where no try ever lives to its end, nothing would.
  const outcome =
    claim.cutShort >= waits.length
      ? { error: 'every try was cut short', hopeless: true }
      : await send(context, destinations, claim);
  const finishedAt = Date.now();
  const verdict = verdictOf(outcome, claim.tries, finishedAt, Math.random(), claim.createdAt);
  await finishTry(context.db, claim, outcome, verdict, { startedAt, finishedAt });
  logLine({
    at: 'delivery',
    delivery: claim.id,
    kind: claim.kind,
    try: claim.tries,
    status: outcome.status,
    state: verdict.state,
    ms: finishedAt - startedAt,
  });
  if (verdict.state === 'waiting') await wakeLater(context.env, claim.id, verdict.nextAt);
}

async function planEvent(
  context: DeliveryContext,
  destinations: readonly Destination[],
  eventId: string,
): Promise<Claim[]> {
  const event = await findEvent(context.db, eventId);
  if (!event || event.plannedAt !== null) return [];
  const planned: NewDelivery[] = [];
  try {
    for (const { kind, plan } of destinations) {
      for (const { destination, payload, host } of await plan(context, event)) {
        planned.push({
          id: await derivedId(event.id, kind, destination),
          eventId: event.id,
          organizationId: event.organizationId,
          attemptId: event.attemptId,
          kind,
          destination,
          lane: laneOf(event.organizationId, kind, host),
          payload,
        });
      }
    }
  } catch (error) {
    await markUnplannable(context.db, event.id, Date.now());
    throw error;
  }
  return planDeliveries(context.db, event.id, planned, Date.now());
}

/** At most two requests in flight and one circuit breaker each. */
export function laneOf(organizationId: string, kind: string, host = ''): string {
  return `${organizationId} ${kind} ${host}`.trimEnd();
}

async function send(
  context: DeliveryContext,
  destinations: readonly Destination[],
  delivery: DeliveryRow,
): Promise<Outcome> {
  const destination = destinations.find(({ kind }) => kind === delivery.kind);
  if (!destination || delivery.payload === null)
    return { error: 'nothing here can send this', hopeless: true };
  try {
    return await destination.send(context, { ...delivery, payload: delivery.payload });
  } catch (error) {
    return { error: errorText(error) };
  }
}

async function wakeLater(env: Env, deliveryId: string, nextAt: number): Promise<void> {
  const wait = nextAt - Date.now();
  if (wait > longestWakeUp) return;
  const delaySeconds = Math.max(1, Math.ceil(wait / second));
  await wake(env, { deliveryId }, delaySeconds);
}

export type WakeUp = { eventId: string } | { deliveryId: string } | { lane: string };

/** Tells the consumer that something is due. */
export function wake(env: Env, message: WakeUp, delaySeconds = 0): Promise<void> {
  return sendWakeUp(env.DELIVERIES, message, delaySeconds);
}
