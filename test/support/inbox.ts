import { env } from 'cloudflare:workers';

import { database } from '../../src/db/client.ts';
import { gupyStepRules, gupyWebhooks } from '../../src/db/schema/gupy-inbound.ts';
import { newId } from '../../src/lib/ids.ts';
import { newSecret, sha256 } from '../../src/lib/secrets.ts';

const db = database(env.DB);

/** Where an organization receives Gupy's webhooks, and what a move into a step does. */
export async function anInbox(values: {
  organizationId: string;
  userId: string;
  assessmentId: string;
  /** Since when its calls are refused. */
  refusedSince?: number;
}) {
  const { organizationId, userId: createdBy, assessmentId, refusedSince = null } = values;
  const [path, secret, ruleId] = [newSecret(), newSecret(), newId()];
  const [pathHash, secretHash] = [await sha256(path), await sha256(secret)];
  const made = { organizationId, createdBy, createdAt: 1 };
  const step = { jobId: '501', step: 'teste tecnico', stepName: 'Teste técnico', days: 5 };
  await db.batch([
    db.insert(gupyWebhooks).values({ ...made, pathHash, secretHash, refusedSince }),
    db.insert(gupyStepRules).values({ ...made, ...step, id: ruleId, assessmentId }),
  ]);
  return { path, secret, ruleId };
}
