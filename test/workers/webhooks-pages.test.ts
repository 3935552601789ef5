import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { apiKeys, webhookEndpoints } from '../../src/db/schema/api.ts';
import { newId } from '../../src/lib/ids.ts';
import { askApi } from '../support/api.ts';
import { anAttempt } from '../support/attempt-makers.ts';
import { anAssessment, aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm, sendForm } from '../support/pages.ts';
import { aReceiver } from '../support/receiver.ts';

const db = database(env.DB);

let member: Awaited<ReturnType<typeof aSignedInMember>>;
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  member = await aSignedInMember({ plan: 'starter' });
});
afterEach(() => vi.restoreAllMocks());

const home = '/integrations/webhooks';
const page = async (path = home) => (await fetchPage(path, { headers: member.headers })).text();
const valid = () => ({
  url: 'https://ats.example/hook',
  events: 'attempt.completed',
  key: newId(),
});
const add = (fields: Record<string, string> = valid()) =>
  postForm(`${home}/endpoints`, fields, member.headers);
const act = (id: string, what: string, fields: Record<string, string> = {}) =>
  postForm(`${home}/${id}/${what}`, fields, member.headers);
const rows = () => db.select().from(webhookEndpoints);
const secretIn = (html: string) => /whsec_[A-Za-z0-9+/=]+/.exec(html)?.[0];

async function anEndpoint(): Promise<{ id: string; secret: string }> {
  const secret = secretIn(await (await add()).text())!;
  return { id: (await rows())[0]!.id, secret };
}

describe('adding an address', () => {
  it('shows its secret once, and never again', async () => {
    const answer = await add();
    expect(answer.status).toBe(200);
    expect(secretIn(await answer.text())).toHaveLength('whsec_'.length + 44);
    const listed = await page();
    expect(listed).toContain('https://ats.example/hook');
    expect(listed).not.toContain('whsec_');
  });

  it('makes one of a form that is sent twice, and says so', async () => {
    const fields = valid();
    await add(fields);
    const again = await add(fields);
    expect(again.headers.get('Location')).toBe(`${home}?notice=repeated`);
    expect(await rows()).toHaveLength(1);
  });

  it('comes back with what was typed when the address may not be used', async () => {
    const refused = [
      '',
      'http://ats.example/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://localhost/',
      'https://user@ats.example/',
      'https://ats.example/#x',
      'https://127.0.0.1.nip.io/',
      'https://localtest.me/',
      'javascript:alert(1)',
    ];
    for (const url of refused) {
      const answer = await add({ ...valid(), url });
      expect(answer.status, url).toBe(422);
      const html = await answer.text();
      expect(html).toContain('id="url-problem"');
      if (url) expect(html).toContain(`value="${url}"`);
    }
    expect(await rows()).toEqual([]);
  });

  it('wants an event, and no address twice', async () => {
    const { events: _, ...without } = valid();
    expect((await add(without)).status).toBe(422);
    await add();
    const again = await add();
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('já está cadastrado');
  });

  it('keeps several events, and at most ten addresses', async () => {
    const body = new URLSearchParams(valid());
    body.append('events', 'attempt.started');
    await sendForm(`${home}/endpoints`, body.toString(), member.headers);
    expect((await rows())[0]!.events).toEqual(['attempt.started', 'attempt.completed']);
    for (let number = 1; number < 12; number += 1)
      await add({ ...valid(), url: `https://ats.example/${number}` });
    expect(await rows()).toHaveLength(10);
  });
});

describe('an address', () => {
  it('is sent a signed test, and the page says what it answered', async () => {
    const { id, secret } = await anEndpoint();
    const receiver = aReceiver(
      () => new Response('obrigado', { status: 202 }),
      () => new Response('<b>who?</b>', { status: 401 }),
      () => Promise.reject(new TypeError('down')),
    );
    const good = await (await act(id, 'test')).text();
    expect(good).toContain('202');
    expect(good).toContain('obrigado');
    const { body, headers } = receiver.calls()[0]!;
    const message = new Webhook(secret).verify(body, Object.fromEntries(headers)) as any;
    expect(message.type).toBe('webhook.test');
    const bad = await (await act(id, 'test')).text();
    expect(bad).toContain('O teste não foi recebido.');
    expect(bad).toContain('&lt;b&gt;who?');
    expect(await (await act(id, 'test')).text()).toContain('the connection failed');
  });

  it('gets a new secret once in a while, and the page tells until when both sign', async () => {
    const { id, secret } = await anEndpoint();
    const rotated = await act(id, 'rotation');
    expect(secretIn(await rotated.text())).not.toBe(secret);
    expect(await page()).toContain('O segredo anterior também assina até');
    expect((await act(id, 'rotation')).status).toBe(409);
  });

  it('is switched off and on, and deleted once that is confirmed', async () => {
    const { id } = await anEndpoint();
    await act(id, 'state', { enabled: 'off' });
    expect((await rows())[0]!.enabled).toBe(false);
    await act(id, 'state', { enabled: 'on' });
    expect((await rows())[0]!.enabled).toBe(true);
    expect((await act(id, 'deletion')).status).toBe(422);
    expect(await rows()).toHaveLength(1);
    expect((await act(id, 'deletion', { confirm: 'on' })).status).toBe(303);
    expect(await rows()).toEqual([]);
  });
});

const form = (fields: object = {}) => ({
  name: 'ATS',
  scopes: 'results:read',
  key: newId(),
  ...fields,
});

describe('a key of the API', () => {
  const keys = '/integrations/api';
  const create = (fields: Record<string, string> = form()) =>
    postForm(`${keys}/keys`, fields, member.headers);

  it('is shown once, opens what was ticked, and is listed with its end', async () => {
    const html = await (await create()).text();
    const key = /aferi_[A-Za-z0-9_-]{43}/.exec(html)![0];
    expect((await askApi('/api/v1/attempts', key)).status).toBe(200);
    expect((await askApi('/api/v1/assessments', key)).status).toBe(403);
    const listed = await page(keys);
    expect(listed).toContain(`…${key.slice(-4)}`);
    expect(listed).not.toContain(key);
    expect(JSON.stringify(await db.select().from(apiKeys))).not.toContain(key);
  });

  it('opens nothing once it is revoked', async () => {
    const key = /aferi_[A-Za-z0-9_-]{43}/.exec(await (await create()).text())![0];
    const { id } = (await db.select().from(apiKeys))[0]!;
    const revoke = (fields: Record<string, string>) =>
      postForm(`${keys}/keys/${id}/revocation`, fields, member.headers);
    expect((await revoke({})).status).toBe(422);
    expect((await askApi('/api/v1/attempts', key)).status).toBe(200);
    expect((await revoke({ confirm: 'on' })).status).toBe(303);
    expect((await askApi('/api/v1/attempts', key)).status).toBe(401);
    expect(await page(keys)).toContain('Revogadas recentemente');
  });

  it('lists what was completed before there was one', async () => {
    const assessment = await anAssessment({ organizationId: member.organizationId });
    const early = await anAttempt({ assessment });
    await anAttempt();
    const key = /aferi_[A-Za-z0-9_-]{43}/.exec(await (await create()).text())![0];
    const { attempts } = await (await askApi('/api/v1/attempts', key)).json<any>();
    expect(attempts.map(({ id }: { id: string }) => id)).toEqual([early.id]);
  });

  it('needs a name and a permission; the form keeps what was typed', async () => {
    const nameless = await create(form({ name: ' ' }));
    expect(nameless.status).toBe(422);
    expect(await nameless.text()).toContain('id="name-problem"');
    const { scopes: _, ...without } = form();
    const refused = await (await create(without)).text();
    expect(refused).toContain('value="ATS"');
    expect(refused).toContain('Marque pelo menos uma permissão.');
    expect(await db.select().from(apiKeys)).toEqual([]);
  });

  it('is made once of a form that is sent twice', async () => {
    const fields = form();
    await create(fields);
    const again = await create(fields);
    expect(again.headers.get('Location')).toBe(`${keys}?notice=repeated`);
    expect(await db.select().from(apiKeys)).toHaveLength(1);
  });
});
