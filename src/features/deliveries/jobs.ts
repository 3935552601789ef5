import * as z from 'zod';

import type { DeliveryContext, Destination } from './destination.ts';
import { handleEvent, tryDelivery } from './engine.ts';

const wakeUp = z.union([
  z.strictObject({ eventId: z.uuid() }),
  z.strictObject({ deliveryId: z.uuid() }),
]);

/** Consumer of the deliveries queue: `drop` for a body that no later try could read. */
export async function consumeWakeUp(
  context: DeliveryContext,
  destinations: readonly Destination[],
  body: unknown,
): Promise<'done' | 'drop'> {
  const message = wakeUp.safeParse(body);
  if (!message.success) return 'drop';
  if ('eventId' in message.data) await handleEvent(context, destinations, message.data.eventId);
  else await tryDelivery(context, destinations, message.data.deliveryId);
  return 'done';
}
