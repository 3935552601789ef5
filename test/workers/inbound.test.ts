import { env, exports } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { assessments } from '../../src/db/schema/assessments.ts';
import { candidates } from '../../src/db/schema/attempts.ts';
import { gupyInbound, gupyStepRules, gupyWebhooks } from '../../src/db/schema/gupy-inbound.ts';
import { gupyApplications } from '../../src/db/schema/integrations.ts';
import { invitations } from '../../src/db/schema/people.ts';
import { consumeInbound } from '../../src/features/gupy/inbound-jobs.ts';
import { secretHeader, stepKey } from '../../src/features/gupy/inbound.ts';
import { newId } from '../../src/lib/ids.ts';
import { day, hour } from '../../src/lib/time.ts';
import { allRows, loseMessages, mails, stopClock } from '../support/candidate.ts';
import { aMove, textOf } from '../support/inbound.ts';
import { anAssessment, aSignedInMember, type MadeAssessment } from '../support/makers.ts';
import { origin, postForm } from '../support/pages.ts';

const db = database(env.DB);

let member: Awaited<ReturnType<typeof aSignedInMember>>;
let assessment: MadeAssessment;
let send: (event: object | string, headers?: Record<string, string>) => Promise<Response>;
let address: string;
let secret: string;

beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  loseMessages();
  member = await aSignedInMember();
  assessment = await anAssessment({ organizationId: member.organizationId });
  ({ address, secret } = await aWebhook());
  send = (event, headers = {}) => sendTo(address, { [secretHeader]: secret, ...headers }, event);
  await aRule();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Makes the organization's address by its page, and reads it there, as an administrator does. */
async function aWebhook(headers = member.headers) {
  const page = await (await postForm('/integrations/gupy/webhooks', {}, headers)).text();
  return {
    address: /value="(http[^"]*\/gupy\/webhooks\/[^"]+)"/.exec(page)![1]!,
    secret: new RegExp(`value="${secretHeader}: ([^"]+)"`).exec(page)![1]!,
  };
}

function sendTo(url: string, headers: Record<string, string>, event: object | string) {
  const body = typeof event === 'string' ? event : textOf(event);
  const path = new URL(url).pathname;
  return exports.default.fetch(new Request(origin + path, { method: 'POST', headers, body }));
}

async function aRule(values: Partial<typeof gupyStepRules.$inferInsert> = {}) {
  const { organizationId, userId } = member;
  await db.insert(gupyStepRules).values({
    id: newId(),
    organizationId,
    jobId: '501',
    step: stepKey('Teste técnico'),
    stepName: 'Teste técnico',
    assessmentId: assessment.id,
    days: 5,
    createdBy: userId,
    createdAt: 1,
    ...values,
  });
}

const stored = () => db.select().from(gupyInbound);
const outcomes = async () => (await stored()).map(({ outcome }) => outcome);
const invited = () => db.select().from(invitations);

describe('a candidate who is moved into a step with a rule', () => {
  it('is invited to its assessment by mail, and the result will find the application', async () => {
    const now = stopClock();
    const answer = await send(aMove());
    expect(answer.status).toBe(200);
    await ring(env);
    expect(await invited()).toMatchObject([
      { assessmentId: assessment.id, invitedBy: null, expiresAt: now + 5 * day },
    ]);
    expect(await db.select().from(gupyApplications)).toMatchObject([
      { jobId: '501', applicationId: '9001' },
    ]);
    expect(await mails('bia@candidate.example')).toHaveLength(1);
    expect(await stored()).toMatchObject([{ outcome: 'invited', data: null }]);
  });

  it('is invited once, however often and by whatever way the event comes', async () => {
    const event = aMove();
    await Promise.all(Array.from({ length: 5 }, () => send(event)));
    const key = { organizationId: member.organizationId, id: event.id };
    await Promise.all([consumeInbound(env, db, key), consumeInbound(env, db, key), ring(env)]);
    await ring(env);
    expect(await stored()).toHaveLength(1);
    expect(await invited()).toHaveLength(1);
    expect(await mails('bia@candidate.example')).toHaveLength(1);
  });

  it('is not invited again while the invitation is open, by an event of another id', async () => {
    await send(aMove());
    await ring(env);
    const { data, ...again } = aMove();
    const other = { ...data, application: { ...data.application, id: 9002n } };
    await send({ ...again, data: other });
    await ring(env);
    expect(await invited()).toHaveLength(1);
    expect(new Set(await outcomes())).toEqual(new Set(['already_invited', 'invited']));
  });

  it('is found by the id of the step as by its name', async () => {
    await db.update(gupyStepRules).set({ step: '77', stepName: '77' });
    await send(aMove());
    await ring(env);
    expect(await outcomes()).toEqual(['invited']);
  });
});

describe('events', () => {
  it('are ordered by when they happened, not by when they arrived', async () => {
    const event = aMove();
    const elsewhere = {
      ...aMove(),
      date: '2026-11-23T12:05:00.000Z',
      data: {
        ...event.data,
        application: { ...event.data.application, currentStep: { id: 78n, name: 'Entrevista' } },
      },
    };
    await send(elsewhere);
    await send(event);
    await ring(env);
    expect(await invited()).toEqual([]);
    expect(new Set(await outcomes())).toEqual(new Set(['no_rule', 'superseded']));
  });

  it.each(['text/plain', 'application/octet-stream', ''])(
    'are read whatever their content type (%j)',
    async (type) => {
      const answer = await send(aMove(), { 'Content-Type': type });
      expect(answer.status).toBe(200);
      expect(await stored()).toHaveLength(1);
    },
  );

  it('that mean nothing here are accepted and forgotten', async () => {
    const before = await stored();
    const answer = await send({ ...aMove(), event: 'job.published' });
    expect(answer.status).toBe(200);
    expect(await stored()).toEqual(before);
  });

  it.each(['', 'no JSON', '{}', '[]', '{"id":"1","event":"application.moved"}'])(
    'that are none are refused: %j',
    async (body) => {
      expect((await send(body)).status).toBe(400);
      expect(await stored()).toEqual([]);
      const [webhook] = await db.select().from(gupyWebhooks);
      expect(webhook).toMatchObject({ acceptedAt: null, refusedSince: expect.any(Number) });
    },
  );

  it('without a person in them are closed as unreadable', async () => {
    const { data, ...event } = aMove();
    await send({ ...event, data: { ...data, candidate: {} } });
    await ring(env);
    expect(await outcomes()).toEqual(['unreadable']);
  });

  it('for an assessment that is no longer published invite nobody', async () => {
    await db.update(assessments).set({ state: 'archived' });
    await send(aMove());
    await ring(env);
    expect(await outcomes()).toEqual(['unknown_assessment']);
    expect(await db.select().from(candidates)).toEqual([]);
  });

  it('wait in the database when the queue is down', async () => {
    vi.spyOn(env.INBOUND, 'send').mockRejectedValue(new Error('the queue is down'));
    expect((await send(aMove())).status).toBe(200);
    await ring(env);
    expect(await outcomes()).toEqual(['invited']);
  });
});

describe('an address', () => {
  it('answers nobody who lacks the header, knows it wrongly, or has another one', async () => {
    const rival = await aSignedInMember();
    const theirs = await aWebhook(rival.headers);
    const event = aMove();
    for (const [url, headers] of [
      [address, {}],
      [address, { [secretHeader]: `${secret}x` }],
      [address, { [secretHeader]: theirs.secret }],
      [`${address}x`, { [secretHeader]: secret }],
    ] as const)
      expect((await sendTo(url, headers, event)).status).toBe(401);
    expect(await stored()).toEqual([]);
  });

  it('that nobody has leaves no trace', async () => {
    const before = await allRows();
    await sendTo(`${origin}/gupy/webhooks/unknown`, { [secretHeader]: secret }, aMove());
    expect(await allRows()).toEqual(before);
  });

  it('is worth nothing once another one is made', async () => {
    const fresh = await aWebhook();
    expect((await send(aMove())).status).toBe(401);
    expect((await sendTo(fresh.address, { [secretHeader]: fresh.secret }, aMove())).status).toBe(
      200,
    );
  });

  it('is kept as hashes, and shown once', async () => {
    const kept = JSON.stringify(await allRows());
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(address.split('/').at(-1));
    const page = await exports.default.fetch(
      new Request(`${origin}/integrations/gupy/webhooks`, { headers: member.headers }),
    );
    expect(await page.text()).not.toContain(secret);
  });

  it('that refuses every call for a day has the administrators told, once', async () => {
    const start = stopClock();
    await send(aMove(), { [secretHeader]: 'wrong' });
    stopClock(start + day - hour);
    await ring(env);
    expect(await mails(member.email)).toEqual([]);
    stopClock(start + day + hour);
    await ring(env);
    await ring(env);
    expect(await mails(member.email)).toHaveLength(1);
    expect((await send(aMove())).status).toBe(200);
    const [webhook] = await db
      .select()
      .from(gupyWebhooks)
      .where(eq(gupyWebhooks.organizationId, member.organizationId));
    expect(webhook).toMatchObject({ refusedSince: null, alertedAt: null });
  });
});

const ruleFields = () => ({ job: '502', step: 'Prova', assessment: assessment.id, days: '9' });

const postRule = (fields: object, headers = member.headers) =>
  postForm('/integrations/gupy/rules', { ...ruleFields(), ...fields }, headers);

describe('the page of the rules', () => {
  it('keeps a rule; one for the same step takes its place', async () => {
    expect((await postRule({})).status).toBe(303);
    expect((await postRule({ step: ' PROVA ', days: '3' })).status).toBe(303);
    const rules = await db.select().from(gupyStepRules).where(eq(gupyStepRules.jobId, '502'));
    expect(rules).toMatchObject([{ step: 'prova', stepName: 'PROVA', days: 3 }]);
  });

  it.each([
    ['job', '12a'],
    ['job', '9223372036854775808'],
    ['step', ''],
    ['step', 'x'.repeat(121)],
    ['days', '0'],
    ['days', '91'],
    ['assessment', 'nothing'],
  ])('says beside the field that %s is wrong (%j), and keeps the rest', async (name, value) => {
    const answer = await postRule({ [name]: value });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(`href="#${name}"`);
    expect(page).toContain(name === 'job' ? 'value="Prova"' : 'value="502"');
    expect(await db.select().from(gupyStepRules)).toHaveLength(1);
  });

  it("does not know another organization's assessment or rule", async () => {
    const rival = await aSignedInMember();
    expect((await postRule({}, rival.headers)).status).toBe(422);
    const [made] = await db.select().from(gupyStepRules);
    const path = `/integrations/gupy/rules/${made!.id}/removal`;
    expect((await postForm(path, {}, rival.headers)).status).toBe(404);
    expect((await postForm(path, {}, member.headers)).status).toBe(303);
    expect(await db.select().from(gupyStepRules)).toEqual([]);
  });

  it('is for plans with Gupy', async () => {
    const small = await aSignedInMember({ plan: 'starter' });
    expect((await postRule({}, small.headers)).status).toBe(403);
  });
});
