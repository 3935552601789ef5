import { sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { deliveries } from '../../db/schema/deliveries.ts';
import { day } from '../../lib/time.ts';

const keptFor = 30 * day;
const mostAtOnce = 200;

/**
 * What was sent is of no more use once it has arrived, and full of personal data: it goes, while when
 * and how it was delivered stays.
 */
export async function expungePayloads(db: Database, now: number): Promise<void> {
  await db
    .update(deliveries)
    .set({ payload: null })
    .where(
      // The index's condition in its own words.
      sql`id in (select id from ${deliveries}
        where state = 'delivered' and payload is not null and kind <> 'mail'
          and finished_at <= ${now - keptFor}
        order by finished_at limit ${mostAtOnce})`,
    );
}
