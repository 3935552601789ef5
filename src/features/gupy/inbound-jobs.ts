import * as z from 'zod';

import type { Database } from '../../db/client.ts';
import type { InboundOutcome } from '../../db/schema/gupy-inbound.ts';
import { defaultLanguage } from '../../i18n/languages.ts';
import { inLanes } from '../../lib/lanes.ts';
import { orLog } from '../../lib/log.ts';
import { day } from '../../lib/time.ts';
import { sendWakeUp } from '../../lib/wake-up.ts';
import { wake } from '../deliveries/engine.ts';
import { createInvitation } from '../invitations/create-queries.ts';
import {
  closeEvent,
  findOpenEvent,
  findRule,
  type InboundKey,
  listOpenEvents,
  rememberApplication,
} from './inbound-queries.ts';
import { readMove } from './inbound.ts';
import { planHasGupy } from './plan.ts';

const message = z.strictObject({ organizationId: z.uuid(), id: z.uuid() });
const sweepLimit = 100;

export function wakeInbound(env: Env, key: InboundKey): Promise<void> {
  return sendWakeUp(env.INBOUND, key);
}

/** Consumer of the inbound queue. A message that comes twice, or after the sweep, changes nothing. */
export async function consumeInbound(
  env: Env,
  db: Database,
  body: unknown,
): Promise<'done' | 'drop'> {
  const read = message.safeParse(body);
  if (!read.success) return 'drop';
  await handleInbound(env, db, read.data);
  return 'done';
}

/** Works on every event whose message was lost. */
export async function sweepInbound(env: Env, db: Database): Promise<void> {
  const open = await listOpenEvents(db, sweepLimit);
  await inLanes(open, (key) => orLog('inbound', key.id, () => handleInbound(env, db, key)));
}

async function handleInbound(env: Env, db: Database, key: InboundKey): Promise<void> {
  const event = await findOpenEvent(db, key);
  if (!event) return;
  const outcome = await outcomeOf(env, db, key, event);
  await closeEvent(db, key, outcome, Date.now());
}

type OpenEvent = NonNullable<Awaited<ReturnType<typeof findOpenEvent>>>;

async function outcomeOf(
  env: Env,
  db: Database,
  { organizationId }: InboundKey,
  { plan, later, data }: OpenEvent,
): Promise<InboundOutcome> {
  if (!planHasGupy(plan)) return 'no_plan';
  if (later === 1) return 'superseded';
  const move = readMove(data ?? 'null');
  if (!move) return 'unreadable';
  const rule = await findRule(db, organizationId, move);
  if (!rule) return 'no_rule';
  const now = Date.now();
  const invited = await createInvitation(
    db,
    {
      // One invitation for each time that this application enters this job's step.
      key: `gupy ${move.applicationId} ${move.steps.join(' ')}`,
      organizationId,
      assessmentId: rule.assessmentId,
      invitedBy: null,
      name: move.name,
      email: move.email,
      language: defaultLanguage,
      percent: 100,
      expiresAt: now + rule.days * day,
    },
    now,
  );
  if (invited.kind === 'unknown') return 'unknown_assessment';
  const { attemptId } = invited;
  await rememberApplication(db, { organizationId, attemptId, createdAt: now, ...move });
  if (invited.kind === 'created') await wake(env, { eventId: invited.eventId });
  return invited.kind === 'open' ? 'already_invited' : 'invited';
}
