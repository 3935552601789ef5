import { derivedId } from '../../lib/ids.ts';
import { inLanes } from '../../lib/lanes.ts';
import { errorText, logLine, orLog } from '../../lib/log.ts';
import { minute, second } from '../../lib/time.ts';
import type { Destination, DeliveryContext, DeliveryRow } from './destination.ts';
import {
  claimDelivery,
  findEvent,
  finishTry,
  listDueDeliveries,
  listUnplannedEvents,
  planDeliveries,
} from './queries.ts';
import { type Outcome, verdictOf, waits } from './schedule.ts';

/**
 * Longer than a try takes (15 s and the writes around it). Should one outlast it all the same, another
 * takes over, and the late one's word no longer counts.
 */
const lease = minute;
/** A wake-up by queue for the short waits; the sweep alone finds the long ones. */
const longestWakeUp = 15 * minute;
const sweepLimit = 100;

/** Writes what an event calls for and makes the first tries. Safe to repeat. */
export async function handleEvent(
  context: DeliveryContext,
  destinations: readonly Destination[],
  eventId: string,
): Promise<void> {
  const ids = await planEvent(context, destinations, eventId);
  await tryAll(context, destinations, ids);
}

/** One try of one delivery, if it is due. Safe to call any number of times, also at once. */
export async function tryDelivery(
  context: DeliveryContext,
  destinations: readonly Destination[],
  deliveryId: string,
): Promise<void> {
  const startedAt = Date.now();
  const claimed = await claimDelivery(context.db, deliveryId, startedAt, startedAt + lease);
  if (!claimed) return;
  // The end of a try decides what follows; where no try ever lives to its end, nothing would.
  const outcome =
    claimed.tries > waits.length
      ? { error: 'every try was cut short', hopeless: true }
      : await send(context, destinations, claimed);
  const finishedAt = Date.now();
  const verdict = verdictOf(outcome, claimed.tries, finishedAt, Math.random());
  await finishTry(context.db, claimed, outcome, verdict, { startedAt, finishedAt });
  logLine({
    at: 'delivery',
    delivery: claimed.id,
    kind: claimed.kind,
    try: claimed.tries,
    status: outcome.status,
    state: verdict.state,
    ms: finishedAt - startedAt,
  });
  if (verdict.state === 'waiting') await wakeLater(context.env, claimed.id, verdict.nextAt);
}

/** Plans and sends whatever is due: alone enough when every queue message is lost. */
export async function sweepDeliveries(
  context: DeliveryContext,
  destinations: readonly Destination[],
): Promise<void> {
  const unplanned = await listUnplannedEvents(context.db, sweepLimit);
  await inLanes(unplanned, (id) => orLog('event', id, () => planEvent(context, destinations, id)));
  const due = await listDueDeliveries(context.db, Date.now(), sweepLimit);
  await tryAll(context, destinations, due);
}

async function tryAll(
  context: DeliveryContext,
  destinations: readonly Destination[],
  deliveryIds: readonly string[],
): Promise<void> {
  await inLanes(deliveryIds, (id) =>
    orLog('delivery', id, () => tryDelivery(context, destinations, id)),
  );
}

async function planEvent(
  context: DeliveryContext,
  destinations: readonly Destination[],
  eventId: string,
): Promise<string[]> {
  const event = await findEvent(context.db, eventId);
  if (!event || event.plannedAt !== null) return [];
  const now = Date.now();
  const planned = [];
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
        state: 'pending' as const,
        payload,
        nextAt: now,
        createdAt: now,
      });
    }
  }
  await planDeliveries(context.db, event.id, planned, now);
  return planned.map((delivery) => delivery.id);
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

export type WakeUp = { eventId: string } | { deliveryId: string };

/** Tells the consumer that something is due. Losing the message costs at most a minute, so it may fail. */
export async function wake(env: Env, message: WakeUp, delaySeconds = 0): Promise<void> {
  try {
    await env.DELIVERIES.send(message, { delaySeconds });
  } catch (error) {
    logLine({ at: 'wake', failed: errorText(error) });
  }
}
