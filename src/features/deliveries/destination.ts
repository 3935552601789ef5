import type { InferSelectModel } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import type { deliveries, events } from '../../db/schema/deliveries.ts';
import type { Outcome } from './schedule.ts';

export type EventRow = InferSelectModel<typeof events>;
export type DeliveryRow = InferSelectModel<typeof deliveries>;

/** What the engine and its destinations work with. */
export interface DeliveryContext {
  env: Env;
  db: Database;
}

/** A hand-over that an event calls for. `payload` is what every try will send, byte for byte. */
export interface PlannedDelivery {
  /** Where to: a URL, or a template's name. One event has at most one delivery to each. */
  destination: string;
  payload: string;
  /** Whose fate it shares, within its organization and kind: a host. Left out: all of the kind are one. */
  host?: string;
}

/**
 * One kind of place that results go to. It lives with the feature it belongs to; the engine is handed
 * the list and knows no member of it.
 */
export interface Destination {
  kind: string;
  /** What this event calls for here; empty for nothing. May be asked again: the first answer is kept. */
  plan(context: DeliveryContext, event: EventRow): Promise<PlannedDelivery[]>;
  /** One try. Returns what came of it; what it throws counts as a passing failure. */
  send(context: DeliveryContext, delivery: DeliveryRow & { payload: string }): Promise<Outcome>;
}
