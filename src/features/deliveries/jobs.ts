import * as z from 'zod';

import type { DeliveryContext, Destination } from './destination.ts';
import { handleEvent, tryDelivery, workLane } from './engine.ts';

const wakeUp = z.union([
  z.strictObject({ eventId: z.uuid() }),
  z.strictObject({ deliveryId: z.uuid() }),
  z.strictObject({ lane: z.string().max(1000) }),
]);

/** Consumer of the deliveries queue: `drop` for a body that no later try could read. */
export async function consumeWakeUp(
  context: DeliveryContext,
  destinations: readonly Destination[],
  body: unknown,
): Promise<'done' | 'drop'> {
  const message = wakeUp.safeParse(body);
  if (!message.success) return 'drop';
  const { data } = message;
  if ('eventId' in data) await handleEvent(context, destinations, data.eventId);
  else if ('deliveryId' in data) await tryDelivery(context, destinations, data.deliveryId);
  else await workLane(context, destinations, data.lane);
  return 'done';
}
