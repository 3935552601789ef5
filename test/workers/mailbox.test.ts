import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { devMails } from '../../src/db/schema/dev.ts';
import type { AppEnv } from '../../src/env.ts';
import { sendMail } from '../../src/features/notifications/mail.ts';
import { mailbox } from '../../src/features/notifications/mailbox.tsx';
import { AppError } from '../../src/lib/errors.ts';
import { fetchPage } from '../support/pages.ts';

const link = 'http://localhost:8787/somewhere?a=1&b=2';
const aMail = (to: string, subject = 'Olá') => ({
  to,
  subject,
  text: `<b>Oi</b>\n\n${link}`,
  html: '<p>Oi</p>',
});

describe('a mail', () => {
  it('leaves through the MAIL binding, from our address', async () => {
    const send = vi.spyOn(env.MAIL, 'send').mockResolvedValue({ messageId: '1' });
    await sendMail(env, aMail('ana@acme.example'));
    const from = { name: 'Aferi', email: 'no-reply@aferi.example' };
    expect(send.mock.calls).toEqual([[{ from, ...aMail('ana@acme.example') }]]);
    send.mockRestore();
  });

  it('is not kept outside development', async () => {
    await sendMail({ ...env, ENVIRONMENT: 'production' }, aMail('ana@acme.example'));
    expect(await database(env.DB).select().from(devMails)).toEqual([]);
  });
});

describe('the development mailbox', () => {
  it('lists mails with their links as JSON, newest first', async () => {
    await sendMail(env, aMail('ana@acme.example', 'first'));
    await sendMail(env, aMail('Rui@acme.example', 'second'));
    const mails = await asJson('/dev/mailbox');
    expect(mails.map((mail) => mail['subject'])).toEqual(['second', 'first']);
    expect(mails[0]).toEqual({
      id: expect.any(String),
      to: 'rui@acme.example',
      subject: 'second',
      text: `<b>Oi</b>\n\n${link}`,
      html: '<p>Oi</p>',
      sentAt: expect.any(Number),
      links: [link],
    });
  });

  it('shows one recipient’s mails', async () => {
    await sendMail(env, aMail('ana@acme.example'));
    await sendMail(env, aMail('rui@acme.example'));
    const mails = await asJson('/dev/mailbox?to=ANA@acme.example');
    expect(mails.map((mail) => mail['to'])).toEqual(['ana@acme.example']);
    expect(await asJson("/dev/mailbox?to=x%00'%25")).toEqual([]);
  });

  it('shows a mail as it reads, its link clickable', async () => {
    await sendMail(env, aMail('ana@acme.example'));
    const list = await (await fetchPage('/dev/mailbox')).text();
    const page = await (await fetchPage(/\/dev\/mailbox\/[\w-]+/.exec(list)![0])).text();
    expect(page).toContain(`href="${link.replace('&', '&amp;')}"`);
    expect(page).toContain('&lt;b&gt;Oi&lt;/b&gt;');
    expect((await fetchPage('/dev/mailbox/nothing')).status).toBe(404);
  });

  it.each(['/dev/mailbox', '/dev/mailbox/1'])('refuses %s elsewhere by itself', async (path) => {
    const app = new Hono<AppEnv>().route('/', mailbox);
    app.onError((error) => new Response(error instanceof AppError ? error.code : 'bug'));
    const answer = await app.request(path, {}, { ...env, ENVIRONMENT: 'production' });
    expect(await answer.text()).toBe('not_found');
  });
});

async function asJson(path: string): Promise<Record<string, unknown>[]> {
  const answer = await fetchPage(path, { headers: { Accept: 'application/json' } });
  return (await answer.json<{ mails: Record<string, unknown>[] }>()).mails;
}
