import { sql } from 'drizzle-orm';

import { apiRegistrations } from '../../db/schema/api.ts';
import { attempts, gupyRegistrations } from '../../db/schema/attempts.ts';

/** How an attempt came to be. */
export type AttemptSource = 'link' | 'gupy' | 'api' | 'invitation';

/** In SQL about a row of `attempts`; whatever nobody registered was an invitation. */
export const attemptSource = sql<AttemptSource>`case
  when ${attempts.linkId} is not null then 'link'
  when exists (select 1 from ${gupyRegistrations} g where g.attempt_id = ${attempts.id}) then 'gupy'
  when exists (select 1 from ${apiRegistrations} r where r.attempt_id = ${attempts.id}) then 'api'
  else 'invitation' end`.as('attempt_source');
