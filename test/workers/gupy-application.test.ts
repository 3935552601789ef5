import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { roles } from '../../src/db/schema/accounts.ts';
import { deliveries, events } from '../../src/db/schema/deliveries.ts';
import { gupyApplications } from '../../src/db/schema/integrations.ts';
import { handleEvent, tryDelivery } from '../../src/features/deliveries/engine.ts';
import { timeline } from '../../src/features/gupy/timeline.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { newId } from '../../src/lib/ids.ts';
import { anAttempt } from '../support/attempt-makers.ts';
import { openPage } from '../support/candidate.ts';
import { aGupy, aWriteBack, type GupyApplication } from '../support/gupy-rest.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { postForm } from '../support/pages.ts';

const db = database(env.DB);
const words = messagesFor('pt-BR').decisions.application;

afterEach(() => void vi.restoreAllMocks());

const application = async () => (await db.select().from(gupyApplications))[0];
const others: GupyApplication[] = [
  { id: 8, email: 'ana@example.com', name: 'Ana Lima' },
  { id: 9, email: 'bia.pessoal@example.com', name: 'Beatriz Souza' },
];

/** A result whose application was not found, and a recruiter who looks at it. */
async function aLostResult() {
  const attempt = await aWriteBack();
  const { organizationId, id } = attempt;
  const gupy = aGupy(structuredClone(others));
  const eventId = newId();
  const event = { id: eventId, organizationId, attemptId: id, createdAt: Date.now() };
  await db.insert(events).values({ ...event, type: 'attempt.completed' });
  await handleEvent({ env, db }, [timeline], eventId);
  const member = await aSignedInMember({ organizationId, role: 'recruiter' });
  const send = (fields: Record<string, string>, headers = member.headers) =>
    postForm(`/results/${id}/application`, fields, headers);
  return { ...member, attempt, gupy, send };
}

/** What the queue would do after a replay. */
async function deliver() {
  const [row] = await db.select().from(deliveries);
  await tryDelivery({ env, db }, [timeline], row!.id);
  return (await db.select().from(deliveries))[0];
}

describe('a result whose application was not found', () => {
  it('says so, and offers to look for it', async () => {
    const { attempt, headers } = await aLostResult();
    const text = textOf(await openPage(`/results/${attempt.id}`, headers));
    expect(text).toContain(words.unknown);
    expect(text).toContain(words.search);
  });

  it('shows the applications with that name, accents and case aside', async () => {
    const { send, gupy } = await aLostResult();
    const before = gupy.calls.length;
    const answer = await send({ search: 'BEÁTRIZ s' });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(textOf(html)).toContain('Beatriz Souza bia.pessoal@example.com · 9');
    expect(html).not.toContain('Ana Lima');
    expect(gupy.calls.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(await application()).toMatchObject({ applicationId: null });
  });

  it('shows those with that e-mail, or that there are none', async () => {
    const { send } = await aLostResult();
    expect(await (await send({ search: 'ana@example' })).text()).toContain('Ana Lima');
    expect(textOf(await (await send({ search: 'Carlos' })).text())).toContain(words.nobody);
  });

  it('is sent once a person has named the application', async () => {
    const { send, gupy, userId, attempt, headers } = await aLostResult();
    expect((await db.select().from(deliveries))[0]).toMatchObject({ state: 'parked' });
    const answer = await send({ application: '9' });
    expect(answer.headers.get('Location')).toBe(`/results/${attempt.id}#application`);
    expect(await application()).toMatchObject({ applicationId: '9', linkedBy: userId });
    expect(await deliver()).toMatchObject({ state: 'delivered' });
    expect(gupy.applications[1]?.comments).toHaveLength(1);
    expect(gupy.applications[0]?.comments).toBeUndefined();
    const text = textOf(await openPage(`/results/${attempt.id}`, headers));
    expect(text).toContain(words.linkedBy('Ana'));
  });

  it('is written again when the application turns out to be another one, and only then', async () => {
    const { send, gupy } = await aLostResult();
    for (const id of ['8', '8', '9']) {
      await send({ application: id });
      await deliver();
    }
    expect(gupy.applications.map(({ comments }) => comments?.length)).toEqual([1, 1]);
  });

  it.each([
    ['search', { search: 'x' }],
    ['search', { search: ' '.repeat(9) }],
    ['search', { search: 'x'.repeat(121) }],
    ['application', { application: '' }],
    ['application', { application: '12a' }],
    ['application', { application: '99999999999999999999' }],
  ] as const)('gives the form back for a %s that is none (%j)', async (problem, fields) => {
    const { send } = await aLostResult();
    const answer = await send(fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(words.problems[problem]);
    expect(await application()).toMatchObject({ applicationId: null });
  });

  it('says when Gupy does not answer', async () => {
    const { send } = await aLostResult();
    aGupy([], () => new Response('', { status: 500 }));
    const answer = await send({ search: 'Beatriz' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(words.problems.silent);
  });

  it.each(roles)('is linked by recruiters and those above them (%s)', async (role) => {
    const { send, attempt } = await aLostResult();
    const { organizationId } = attempt;
    const { headers } = await aSignedInMember({ organizationId, role });
    const may = role === 'owner' || role === 'admin' || role === 'recruiter';
    expect((await send({ application: '9' }, headers)).status).toBe(may ? 303 : 403);
    expect((await application())?.applicationId).toBe(may ? '9' : null);
  });

  it('is nobody else’s to see or link', async () => {
    const { send, gupy } = await aLostResult();
    const { headers } = await aSignedInMember();
    const before = gupy.calls.length;
    for (const fields of [{ application: '9' }, { application: 'x' }, { search: 'Beatriz' }])
      expect((await send(fields as Record<string, string>, headers)).status).toBe(404);
    expect(gupy.calls).toHaveLength(before);
    expect(await application()).toMatchObject({ applicationId: null });
  });
});

it('a result of no job at Gupy has nothing to link', async () => {
  const attempt = await anAttempt();
  const { headers } = await aSignedInMember({ organizationId: attempt.organizationId });
  expect(textOf(await openPage(`/results/${attempt.id}`, headers))).not.toContain(words.title);
  for (const fields of [{ application: '9' }, { search: 'Beatriz' }])
    expect(
      (await postForm(`/results/${attempt.id}/application`, fields as never, headers)).status,
    ).toBe(404);
});
