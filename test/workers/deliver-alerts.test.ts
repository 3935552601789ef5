import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { members } from '../../src/db/schema/accounts.ts';
import { deliveries, events, lanes } from '../../src/db/schema/deliveries.ts';
import { devMails } from '../../src/db/schema/dev.ts';
import type { Destination } from '../../src/features/deliveries/destination.ts';
import { handleEvent, sweepDeliveries } from '../../src/features/deliveries/engine.ts';
import type { Outcome } from '../../src/features/deliveries/schedule.ts';
import { alertMail } from '../../src/features/ledger/alert-mail.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { loseMessages, mails, stopClock } from '../support/candidate.ts';
import { anEvent, context, noJitter } from '../support/deliveries.ts';
import { anAssessment } from '../support/makers.ts';
import { aMember } from '../support/members.ts';

const db = database(env.DB);
const [minute, hour] = [60_000, 3_600_000];
const words = messagesFor('pt-BR').deliveries.alert;
const [failing, parked, recovered] = [
  words['lane.failing'].subject('Resultado para a Gupy'),
  words['delivery.parked'].subject('Resultado para a Gupy'),
  words['lane.recovered'].subject('Resultado para a Gupy'),
];

beforeEach(() => {
  loseMessages();
  noJitter();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('those in charge', () => {
  it('hear once that a lane fails, an hour after it began, and once that it works again', async () => {
    const { now, list, place, owner, admin } = await anOrganizationThatSends(3);
    await sweepAt(now, list);
    await sweepAt(now + hour - 1, list);
    expect(await subjects(owner)).toEqual([]);
    await sweepAt(now + hour, list);
    await Promise.all([sweepAt(now + hour + minute, list), sweepAt(now + hour + minute, list)]);
    await sweepAt(now + 2 * hour, list);
    expect(await subjects(owner)).toEqual([failing]);
    expect(await subjects(admin)).toEqual([failing]);
    place.outcome = { status: 200 };
    await sweepAt(now + 5 * hour, list);
    await sweepAt(now + 5 * hour + minute, list);
    expect(await subjects(owner)).toEqual([failing, recovered]);
    expect(await db.$count(lanes)).toBe(0);
  });

  it('hear nothing of an outage that is over within the hour', async () => {
    const { now, list, place } = await anOrganizationThatSends(3);
    await sweepAt(now, list);
    place.outcome = { status: 200 };
    await sweepAt(now + 10 * minute, list);
    await sweepAt(now + 2 * hour, list);
    expect(await db.$count(devMails)).toBe(0);
  });

  it('hear of a burst of refusals once, with the reason and a way to all of them', async () => {
    const { now, list, place, owner } = await anOrganizationThatSends(6);
    place.outcome = { status: 401, error: 'no answer within 15 s' };
    await sweepAt(now, list);
    await sweepAt(now + minute, list);
    expect(await subjects(owner)).toEqual([parked]);
    const [mail] = await mails(owner);
    expect(mail!.text).toContain('hooks.gupy.io');
    expect(mail!.text).toContain('HTTP 401 · Sem resposta em 15 s');
    expect(mail!.text).toContain(`${env.BASE_URL}/deliveries?state=parked`);
  });

  it('hear of an 80-hour outage three times: it fails, something is parked, it works', async () => {
    const { now, list, place, owner } = await anOrganizationThatSends(3);
    for (let at = now; at < now + 80 * hour; at += at < now + hour ? minute : 20 * minute)
      await sweepAt(at, list);
    expect(await subjects(owner)).toEqual([failing, parked]);
    place.outcome = { status: 200 };
    const later = await anEvent(now + 80 * hour, place.assessment);
    await sweepAt(now + 80 * hour, list);
    await handleEvent(context, list, later);
    await sweepAt(now + 80 * hour + minute, list);
    expect(await subjects(owner)).toEqual([failing, parked, recovered]);
  }, 60_000);

  it('are owners and admins who are still there, and nobody else', async () => {
    const { now, list, place, owner, admin, viewer } = await anOrganizationThatSends(1);
    place.outcome = { status: 404 };
    const send = vi.spyOn(alertMail, 'send');
    send.mockResolvedValueOnce({ error: 'the mail server is away' });
    send.mockResolvedValueOnce({ error: 'the mail server is away' });
    await sweepAt(now, list);
    await sweepAt(now + minute, list);
    await db.update(members).set({ role: 'viewer' }).where(eq(members.userId, place.adminId));
    await sweepAt(now + 2 * minute, list);
    expect(await subjects(owner)).toEqual([parked]);
    expect(await subjects(admin)).toEqual([]);
    expect(await subjects(viewer)).toEqual([]);
  });

  it('never get a mail about mails', async () => {
    const now = stopClock();
    const { organizationId } = await anAssessment();
    await aMember({ organizationId });
    const list: Destination[] = [
      {
        kind: 'mail',
        plan: async (_context, { type }) =>
          type === 'attempt.completed' ? [{ destination: 'result', payload: '{}' }] : [],
        send: async () => ({ error: 'the mail server is away' }),
      },
      alertMail,
    ];
    await anEvent(now, await anAssessment({ organizationId }));
    for (const at of [0, minute, 10 * minute, hour, 3 * hour]) await sweepAt(now + at, list);
    expect((await db.select().from(events)).map(({ type }) => type)).toContain('lane.failing');
    expect((await db.select().from(deliveries)).map(({ kind }) => kind)).toEqual(['mail']);
  });
});

/** Some results that wait to be sent to Gupy, which answers 503 until `place` says otherwise. */
async function anOrganizationThatSends(count: number) {
  const now = stopClock();
  const assessment = await anAssessment();
  const { organizationId } = assessment;
  const owner = await aMember({ organizationId });
  const admin = await aMember({ organizationId, role: 'admin' });
  const viewer = await aMember({ organizationId, role: 'viewer' });
  for (let index = 0; index < count; index += 1) await anEvent(now, assessment);
  const place = { assessment, adminId: admin.userId, outcome: { status: 503 } as Outcome };
  const webhook: Destination = {
    kind: 'gupy.result_webhook',
    plan: async (_context, { type }) =>
      type === 'attempt.completed'
        ? [{ destination: 'x', payload: '{}', host: 'hooks.gupy.io' }]
        : [],
    send: async () => place.outcome,
  };
  const list = [webhook, alertMail];
  return { now, list, place, owner: owner.email, admin: admin.email, viewer: viewer.email };
}

async function sweepAt(at: number, list: readonly Destination[]): Promise<void> {
  vi.setSystemTime(at);
  await sweepDeliveries(context, list);
}

async function subjects(to: string): Promise<string[]> {
  return (await mails(to)).map(({ subject }) => subject);
}
