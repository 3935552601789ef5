import { sql } from 'drizzle-orm';

import { organizations } from '../../db/schema/accounts.ts';
import { attempts } from '../../db/schema/attempts.ts';
import { healthBatches } from '../../db/schema/conduct.ts';
import { type HealthSource, healthOf } from './derive.ts';
import type { Label } from './label.ts';

/**
 * The recorded batches as JSON, for a read that joins attempts and organizations; null, and nothing
 * looked at, unless the organization lets its ATS have the line.
 */
export const toldBatches = sql<string | null>`case when ${organizations.healthLine} then (
  select json_group_array(json(b.events)) from ${healthBatches} b where b.attempt_id = ${attempts.id}
) end`.as('told_batches');

/** The label that an ATS's company may read; undefined when there is none to tell. */
export function toldLabel(
  source: Omit<HealthSource, 'batches'>,
  told: string | null,
): Label | undefined {
  if (told === null || source.attempt.submittedAt === null) return undefined;
  const batches = (JSON.parse(told) as unknown[][]).map((events) => ({ events }));
  const { signals, label } = healthOf({ ...source, batches });
  return signals.length === 0 ? undefined : label;
}
