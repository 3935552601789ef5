import type { Context } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError } from '../../lib/errors.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { wake } from '../deliveries/engine.ts';
import { UnknownLinkPage } from './link-views.tsx';
import { requestResumeMail } from './resume-mail.ts';

/** The brake on a link's forms: per link and address, because a school shares one address. */
export async function requireStartRate(c: Context<AppEnv>): Promise<void> {
  const person = c.req.header('CF-Connecting-IP') ?? '';
  const { success } = await c.env.START_LIMIT.limit({ key: `${c.req.param('slug')} ${person}` });
  if (!success) throw new AppError('too_many_requests', 'Too many starts from this address');
}

/** As every page, but whatever was posted: the link's own address is where a change of language leads. */
export function linkProps(c: Context<AppEnv>) {
  return { ...pageProps(c), path: `/t/${encodeURIComponent(c.req.param('slug') ?? '')}` };
}

export function unknownLink(c: Context<AppEnv>) {
  return respond(c, { page: () => <UnknownLinkPage {...linkProps(c)} />, status: 404 });
}

/** Typing an address proves nothing: the way back in goes to the address itself. */
export async function mailWayBack(
  c: Context<AppEnv>,
  attempt: { id: string; organizationId: string },
): Promise<void> {
  const eventId = await requestResumeMail(c.var.db, attempt, Date.now());
  c.executionCtx.waitUntil(wake(c.env, { eventId }));
}
