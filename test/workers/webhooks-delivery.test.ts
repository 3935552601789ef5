import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { type WebhookEvent, webhookEndpoints } from '../../src/db/schema/api.ts';
import { deliveries, events } from '../../src/db/schema/deliveries.ts';
import { destinations } from '../../src/destinations.ts';
import { sweepDeliveries } from '../../src/features/deliveries/engine.ts';
import { rotateSecret } from '../../src/features/webhooks/queries.ts';
import { sealSecret } from '../../src/features/webhooks/secrets.ts';
import { newWebhookSecret } from '../../src/features/webhooks/signature.ts';
import { newId } from '../../src/lib/ids.ts';
import { hour } from '../../src/lib/time.ts';
import { aClient, askApi, type Client, created, take } from '../support/api.ts';
import { aPublicLink, loseMessages, start } from '../support/candidate.ts';
import { postForm } from '../support/pages.ts';
import { aReceiver } from '../support/receiver.ts';

const db = database(env.DB);
const context = { env, db };
const url = 'https://ats.example/hooks?key=1';

let client: Client;
let secret: string;
let endpointId: string;
let receiver: ReturnType<typeof aReceiver>;
beforeEach(async () => {
  loseMessages();
  vi.spyOn(console, 'log').mockReturnValue();
  receiver = aReceiver();
  client = await aClient();
});
afterEach(() => vi.restoreAllMocks());

async function anEndpoint(
  wanted: WebhookEvent[] = ['attempt.completed'],
  values: Partial<typeof webhookEndpoints.$inferInsert> = {},
) {
  endpointId = newId();
  secret = newWebhookSecret();
  await db.insert(webhookEndpoints).values({
    id: endpointId,
    organizationId: client.organizationId,
    url,
    events: wanted,
    secret: await sealSecret(env, endpointId, secret),
    createdAt: 1,
    ...values,
  });
}

async function theDelivery() {
  const all = await db.select().from(deliveries).where(eq(deliveries.kind, 'webhook'));
  expect(all).toHaveLength(1);
  return all[0]!;
}

const sweep = () => sweepDeliveries(context, destinations);

/** What the stock library reads in a call, or the error that it throws. */
function verified(call: { body: string; headers: Headers }, with_ = secret): any {
  return new Webhook(with_).verify(call.body, Object.fromEntries(call.headers));
}

async function rotate(): Promise<string> {
  const next = newWebhookSecret();
  const now = Date.now();
  const key = { organizationId: client.organizationId, id: endpointId };
  const sealed = await sealSecret(env, endpointId, next);
  await rotateSecret(db, key, { secret: sealed, now, overlapUntil: now + 24 * hour });
  return next;
}

describe('a completed attempt', () => {
  it('reaches the endpoint once, signed so that the stock library takes it, as the API tells of it', async () => {
    await anEndpoint();
    const attempt = await created(client, { externalId: 'A-1' });
    await take(attempt);
    await sweep();
    await sweep();
    const calls = receiver.calls();
    expect(calls.map((call) => call.url)).toEqual([url]);
    const { type, timestamp, data } = verified(calls[0]!);
    expect(type).toBe('attempt.completed');
    expect(new Date(timestamp).toISOString()).toBe(timestamp);
    const read = await askApi(`/api/v1/attempts/${attempt.id}`, client.key);
    expect(data).toEqual(await read.json());
    const delivery = await theDelivery();
    expect(calls[0]!.headers.get('webhook-id')).toBe(delivery.id);
    expect(delivery).toMatchObject({ state: 'delivered', destination: url });
  });

  it('is sent with the same id and bytes on every try, each signed with its own time', async () => {
    await anEndpoint();
    receiver = aReceiver(
      () => new Response('busy', { status: 503 }),
      () => new Response(),
    );
    await take(await created(client));
    await sweep();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    await sweep();
    const [first, second] = receiver.calls();
    expect(verified(second!)).toEqual(JSON.parse(first!.body));
    vi.useRealTimers();
    expect(second!.body).toBe(first!.body);
    expect(second!.headers.get('webhook-id')).toBe(first!.headers.get('webhook-id'));
    expect(second!.headers.get('webhook-timestamp')).not.toBe(
      first!.headers.get('webhook-timestamp'),
    );
  });

  it('reaches neither an endpoint that is disabled, nor one for other events, nor another organization', async () => {
    await anEndpoint(['result.updated']);
    await anEndpoint(['attempt.completed'], { url: `${url}2`, enabled: false });
    const { organizationId } = await aClient();
    await anEndpoint(['attempt.completed'], { url: `${url}3`, organizationId });
    await take(await created(client));
    await sweep();
    expect(receiver.calls()).toEqual([]);
  });

  it('is not sent any more once the endpoint is deleted', async () => {
    await anEndpoint();
    receiver = aReceiver(() => new Response('', { status: 503 }));
    await take(await created(client));
    await sweep();
    await db.delete(webhookEndpoints);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    await sweep();
    vi.useRealTimers();
    expect(receiver.calls()).toHaveLength(1);
    expect((await theDelivery()).state).toBe('parked');
  });
});

describe('a rotation', () => {
  it('signs with both secrets for 24 hours, then with the new one alone', async () => {
    await anEndpoint();
    const next = await rotate();
    const third = await rotate();
    await take(await created(client));
    await sweep();
    const [during] = receiver.calls();
    expect(during!.headers.get('webhook-signature')!.split(' ')).toHaveLength(2);
    expect(verified(during!)).toEqual(verified(during!, next));
    // A second one within the overlap would have cut it short.
    expect(() => verified(during!, third)).toThrow();

    const attempt = await created(client);
    await take(attempt);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * hour });
    await sweep();
    const after = receiver.calls()[1]!;
    expect(verified(after, next).data.id).toBe(attempt.id);
    expect(() => verified(after)).toThrow();
    vi.useRealTimers();
  });

  it('keeps the secret sealed in the database', async () => {
    await anEndpoint();
    await rotate();
    const rows = JSON.stringify(await db.select().from(webhookEndpoints));
    expect(rows).not.toContain('whsec_');
    expect(rows).not.toContain(secret.slice(6));
  });
});

const started = async () =>
  (await db.select().from(events)).filter(({ type }) => type === 'attempt.started');

describe('attempt.started', () => {
  it('tells of a start through the API and through a public link, without a result', async () => {
    await anEndpoint(['attempt.started']);
    const attempt = await created(client);
    await postForm(`${attempt.testUrl}/start`, { consent: 'on' });
    await postForm(`${attempt.testUrl}/start`, { consent: 'on' });
    const link = await aPublicLink({ organizationId: client.organizationId });
    await start(link.slug, { email: 'rita@ats.example' });
    await sweep();
    const told = receiver.calls().map((call) => verified(call));
    expect(told.map(({ type }) => type)).toEqual(['attempt.started', 'attempt.started']);
    const whom = new Set(told.map(({ data }) => data.candidate.email));
    expect(whom).toEqual(new Set(['marina@ats.example', 'rita@ats.example']));
    for (const { data } of told) expect(data).toMatchObject({ state: 'in_progress', result: null });
  });

  it('is told as it was, also when the attempt is over by then', async () => {
    await anEndpoint(['attempt.started']);
    await take(await created(client));
    await sweep();
    const [told] = receiver.calls().map((call) => verified(call));
    expect(told.data).toMatchObject({ state: 'in_progress', submittedAt: null, result: null });
    expect(told.data.startedAt).not.toBeNull();
  });

  it('costs no row where nobody asked for it', async () => {
    await anEndpoint(['attempt.completed']);
    await anEndpoint(['attempt.started'], { url: `${url}2`, enabled: false });
    await postForm(`${(await created(client)).testUrl}/start`, { consent: 'on' });
    expect(await started()).toEqual([]);
  });
});
