import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { gupyRegistrations } from '../../src/db/schema/attempts.ts';
import { deliveries, events } from '../../src/db/schema/deliveries.ts';
import { type DecisionKind, decisions } from '../../src/db/schema/people.ts';
import { handleEvent, tryDelivery } from '../../src/features/deliveries/engine.ts';
import { stepMove } from '../../src/features/gupy/step.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { newId } from '../../src/lib/ids.ts';
import { anAttempt, type MadeAttempt } from '../support/attempt-makers.ts';
import { openPage } from '../support/candidate.ts';
import { aConnection, aGupy, aWriteBack } from '../support/gupy-rest.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { postForm } from '../support/pages.ts';

const db = database(env.DB);
const context = { env, db };
const words = messagesFor('pt-BR').decisions;

afterEach(() => void vi.restoreAllMocks());

/** In the second of four steps: 500 to 503. */
const bia = () => ({ id: 9, email: 'bia@example.com', step: 501, status: 'in_process' });
const rule = { moveFrom: 70, moveStep: 'Entrevista' };

async function happen(attempt: MadeAttempt, type: 'attempt.completed' | 'attempt.decided') {
  const [decision] = await db.select().from(decisions);
  const id = newId();
  await db.insert(events).values({
    id,
    organizationId: attempt.organizationId,
    attemptId: attempt.id,
    type,
    createdAt: Date.now(),
    subject: type === 'attempt.decided' ? decision!.id : null,
  });
  await handleEvent(context, [stepMove], id);
}

/** By the form on the result's page; what it calls for is then tried. */
async function decide(
  attempt: MadeAttempt,
  fields: Record<string, string> & { kind: DecisionKind },
) {
  const { organizationId, id } = attempt;
  const { headers } = await aSignedInMember({ organizationId, role: 'recruiter' });
  // Planned and sent below, by this destination alone.
  const queue = vi.spyOn(env.DELIVERIES, 'send').mockResolvedValue(undefined as never);
  const answer = await postForm(`/results/${id}/decisions`, { key: newId(), ...fields }, headers);
  queue.mockRestore();
  expect(answer.status).toBe(303);
  const rows = await db.select().from(events);
  const event = rows.find((row) => row.type === 'attempt.decided' && row.plannedAt === null);
  await handleEvent(context, [stepMove], event!.id);
}

const rows = () => db.select().from(deliveries);

async function tryAgain() {
  await db.update(deliveries).set({ state: 'waiting', nextAt: Date.now(), finishedAt: null });
  const [row] = await rows();
  await tryDelivery(context, [stepMove], row!.id);
}

describe('a score', () => {
  it('moves into the step that the organization’s rule names', async () => {
    const attempt = await aWriteBack({ connection: rule });
    const gupy = aGupy([bia()]);
    await happen(attempt, 'attempt.completed');
    expect(await rows()).toMatchObject([{ kind: 'gupy.step', state: 'delivered' }]);
    expect(gupy.calls.at(-1)).toMatchObject({
      method: 'PATCH',
      path: '/jobs/77/applications/9',
      body: { currentStepId: 502 },
    });
  });

  it.each([
    ['there is no rule', {}, {}],
    ['it is below the rule’s', rule, { answers: {} }],
  ])('moves nothing when %s', async (_what, connection, made) => {
    const attempt = await aWriteBack({ connection, attempt: made });
    const gupy = aGupy([bia()]);
    await happen(attempt, 'attempt.completed');
    expect(await rows()).toEqual([]);
    expect(gupy.calls).toEqual([]);
  });

  it('never reproves', async () => {
    const attempt = await aWriteBack({ connection: rule, attempt: { answers: {} } });
    const gupy = aGupy([bia()]);
    await happen(attempt, 'attempt.completed');
    expect(gupy.applications).toEqual([bia()]);
  });

  it('says which steps there are when the rule’s is not among them', async () => {
    const attempt = await aWriteBack({ connection: { ...rule, moveStep: 'Final' } });
    aGupy([bia()]);
    await happen(attempt, 'attempt.completed');
    expect(await rows()).toMatchObject([
      {
        state: 'parked',
        lastError: 'the job has no step called “Final”, but: Cadastro, Teste, Entrevista, Proposta',
      },
    ]);
  });
});

describe('a decision to advance', () => {
  it('moves to the next step', async () => {
    const attempt = await aWriteBack();
    const gupy = aGupy([bia()]);
    await decide(attempt, { kind: 'advance' });
    expect(await rows()).toMatchObject([{ kind: 'gupy.step', state: 'delivered' }]);
    expect(gupy.lines()).toEqual([
      'GET /jobs/77/applications?fields=all&page=1&perPage=100',
      'GET /jobs/77/steps?perPage=100',
      'PATCH /jobs/77/applications/9',
    ]);
    expect(gupy.applications).toEqual([{ ...bia(), step: 502 }]);
  });

  it('moves to the step that was chosen, whatever the case of its letters', async () => {
    const attempt = await aWriteBack();
    const gupy = aGupy([bia()]);
    await decide(attempt, { kind: 'advance', step: ' proposta ' });
    expect(gupy.applications).toEqual([{ ...bia(), step: 503 }]);
  });

  it.each([
    ['one step', 501],
    ['into the last step', 502],
  ])('moves %s, though the answer to the move was lost', async (_what, step) => {
    const attempt = await aWriteBack();
    const application = { ...bia(), step };
    let lost = true;
    aGupy([application], ({ method, body }) => {
      if (method !== 'PATCH' || !lost) return undefined;
      lost = false;
      application.step = (body as { currentStepId: number }).currentStepId;
      throw new TypeError('reset');
    });
    await decide(attempt, { kind: 'advance' });
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
    await tryAgain();
    expect(await rows()).toMatchObject([{ state: 'delivered' }]);
    expect(application.step).toBe(step + 1);
  });

  it('takes an earlier reproval back first', async () => {
    const attempt = await aWriteBack();
    const gupy = aGupy([{ ...bia(), status: 'reproved' }]);
    await decide(attempt, { kind: 'advance' });
    expect(gupy.calls.slice(-2).map(({ body }) => body)).toEqual([
      { status: 'in_process' },
      { currentStepId: 502 },
    ]);
  });

  it('waits for a person in the last step', async () => {
    const attempt = await aWriteBack();
    aGupy([{ ...bia(), step: 503 }]);
    await decide(attempt, { kind: 'advance' });
    expect(await rows()).toMatchObject([
      { state: 'parked', lastError: 'the application is in the last step of its job' },
    ]);
  });
});

describe('a decision to reject', () => {
  it('reproves with the reason and the first 255 characters of the note', async () => {
    const attempt = await aWriteBack();
    const gupy = aGupy([bia()]);
    await decide(attempt, { kind: 'reject', note: 'é'.repeat(300) });
    expect(gupy.calls.at(-1)).toMatchObject({
      method: 'PATCH',
      path: '/jobs/77/applications/9',
      body: {
        status: 'reproved',
        disapprovalReason: 'test_result_below_cutoff',
        disapprovalReasonNotes: 'é'.repeat(255),
      },
    });
    expect(await rows()).toMatchObject([{ state: 'delivered' }]);
  });

  it('does not overtake a newer decision', async () => {
    const attempt = await aWriteBack();
    let down = true;
    const gupy = aGupy([bia()], () => (down ? new Response('', { status: 503 }) : undefined));
    await decide(attempt, { kind: 'reject' });
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
    const [first] = await db.select().from(decisions);
    await db
      .insert(decisions)
      .values({ ...first!, id: newId(), kind: 'hold', decidedAt: first!.decidedAt + 1 });
    down = false;
    await tryAgain();
    expect(await rows()).toMatchObject([
      { state: 'parked', lastError: 'a newer decision has replaced this one' },
    ]);
    expect(gupy.applications).toEqual([bia()]);
  });
});

describe('a candidate whom Gupy registered with us', () => {
  it('is moved by a person’s decision like any other, and only then', async () => {
    const attempt = await aRegistered();
    const gupy = aGupy([bia()]);
    await happen(attempt, 'attempt.completed');
    expect(await rows()).toEqual([]);
    await decide(attempt, { kind: 'advance' });
    expect(await rows()).toMatchObject([{ kind: 'gupy.step', state: 'delivered' }]);
    expect(gupy.applications).toEqual([{ ...bia(), step: 502 }]);
  });

  it('says on the result’s page what a rejection does at Gupy', async () => {
    const { organizationId, id } = await aRegistered();
    const { headers } = await aSignedInMember({ organizationId, role: 'recruiter' });
    const text = textOf(await openPage(`/results/${id}`, headers));
    expect(text).toContain(words.panel.rejectGupy);
    expect(text).toContain(words.application.noteRegistered);
  });

  it('stays where they are when the organization has no token', async () => {
    const attempt = await aRegistered({ connected: false });
    const gupy = aGupy([bia()]);
    await decide(attempt, { kind: 'reject' });
    expect(await rows()).toEqual([]);
    expect(gupy.calls).toEqual([]);
    const { headers } = await aSignedInMember({ organizationId: attempt.organizationId });
    const text = textOf(await openPage(`/results/${attempt.id}`, headers));
    expect(text).not.toContain(words.application.title);
    expect(text).not.toContain(words.panel.rejectGupy);
  });
});

async function aRegistered({ connected = true } = {}) {
  const attempt = await anAttempt({ source: 'gupy', email: 'bia@example.com' });
  await db.update(gupyRegistrations).set({ jobId: '77' });
  if (connected) await aConnection(attempt.organizationId, { moveFrom: 0, moveStep: 'Proposta' });
  return attempt;
}

describe('nothing moves at Gupy', () => {
  it('when the decision is to wait', async () => {
    const attempt = await aWriteBack();
    const gupy = aGupy([bia()]);
    await decide(attempt, { kind: 'hold' });
    expect(await rows()).toEqual([]);
    expect(gupy.calls).toEqual([]);
  });

  it('on a plan without Gupy', async () => {
    const attempt = await aWriteBack({ plan: 'starter' });
    const gupy = aGupy([bia()]);
    await decide(attempt, { kind: 'reject' });
    expect(await rows()).toEqual([]);
    expect(gupy.calls).toEqual([]);
  });
});
