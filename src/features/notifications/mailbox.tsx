import { desc, eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import * as z from 'zod';

import type { Database } from '../../db/client.ts';
import { devMails } from '../../db/schema/dev.ts';
import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { respond } from '../../ui/respond.tsx';
import { type KeptMail, MailboxPage, MailPage } from './mailbox-views.tsx';

/** Every mail of a development server. Anywhere else it does not exist. */
export const mailbox = new Hono<AppEnv>();

const filter = z.object({ to: z.string().max(254).optional().catch(undefined) });

mailbox.get('/dev/mailbox', async (c) => {
  assertDevelopment(c);
  const { to } = filter.parse(c.req.query());
  const mails = await listMails(c.var.db, to);
  c.header('Vary', 'Accept', { append: true });
  if (wantsJson(c)) {
    return c.json({
      mails: mails.map(({ recipient, ...mail }) => ({
        ...mail,
        to: recipient,
        links: linksIn(mail.text),
      })),
    });
  }
  return respond(c, { page: () => <MailboxPage {...words(c)} mails={mails} to={to} /> });
});

mailbox.get('/dev/mailbox/:id', async (c) => {
  assertDevelopment(c);
  const id = c.req.param('id');
  const mail = await c.var.db.select().from(devMails).where(eq(devMails.id, id)).get();
  if (!mail) throw notFound();
  return respond(c, { page: () => <MailPage {...words(c)} mail={mail} /> });
});

function assertDevelopment(c: Context<AppEnv>): void {
  if (c.env.ENVIRONMENT !== 'development') throw notFound();
}

function words(c: Context<AppEnv>) {
  return { language: c.var.language, t: c.var.t };
}

function wantsJson(c: Context): boolean {
  const supports = ['text/html', 'application/json'];
  return accepts(c, { header: 'Accept', supports, default: 'text/html' }) === 'application/json';
}

function listMails(db: Database, to: string | undefined): Promise<KeptMail[]> {
  return db
    .select()
    .from(devMails)
    .where(to === undefined ? undefined : eq(devMails.recipient, to.trim().toLowerCase()))
    .orderBy(desc(devMails.sentAt), desc(devMails.id))
    .limit(50);
}

export function linksIn(text: string): string[] {
  return text.match(/https?:\/\/\S+/g) ?? [];
}
