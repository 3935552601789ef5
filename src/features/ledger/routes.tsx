import { type Context, Hono } from 'hono';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm } from '../../lib/form.ts';
import { isUuid } from '../../lib/ids.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { wake } from '../deliveries/engine.ts';
import { replayDelivery, replayLimit, replayParked } from '../deliveries/replay-queries.ts';
import { DeliveryPage, type ReplayNews } from './delivery-views.tsx';
import { ledgerCsv } from './export.ts';
import { exportDeliveries, findDelivery, type LedgerFilter, listDeliveries } from './queries.ts';
import {
  ledgerAddress,
  type LedgerQuery,
  ledgerQuery,
  period,
  readPlace,
  replayForm,
} from './schema.ts';
import { LedgerPage } from './views.tsx';

/** What was handed over, what is still to be, and a person's wish to try now. */
export const ledgerRoutes = new Hono<AppEnv>();

/** A consumer works through a lane by itself: a few messages are enough. */
const mostWakeUps = 20;

ledgerRoutes.get('/deliveries', async (c) => {
  const query = ledgerQuery.parse(c.req.query());
  const part = await listDeliveries(c.var.db, filterOf(c, query), readPlace(query.cursor));
  const props = { ...memberProps(c), part, query, mayReplay: mayReplay(c), replayLimit };
  return respond(c, { page: () => <LedgerPage {...props} /> });
});

ledgerRoutes.get('/deliveries.csv', (c) => {
  const filter = filterOf(c, ledgerQuery.parse(c.req.query()));
  const body = ledgerCsv(c.var.t, (after) => exportDeliveries(c.var.db, filter, after));
  return c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="deliveries.csv"',
  });
});

ledgerRoutes.get('/deliveries/:id', (c) =>
  showDelivery(c, c.req.query('replayed') === '1' ? 'replayed' : undefined),
);

ledgerRoutes.post('/deliveries/:id/replay', async (c) => {
  const { organizationId, id } = deliveryKey(c);
  const { userId } = c.var.member;
  const replayed = await replayDelivery(c.var.db, { organizationId, id, userId });
  if (replayed === 'missing') throw notFound();
  if (replayed !== 'replayed') return showDelivery(c, replayed);
  c.executionCtx.waitUntil(wake(c.env, { deliveryId: id }));
  return c.redirect(`/deliveries/${id}?replayed=1`, 303);
});

ledgerRoutes.post('/deliveries/replays', async (c) => {
  const form = replayForm.parse(await readForm(c));
  const { organizationId, userId } = c.var.member;
  const { kind, assessment, from, to } = form;
  const of = { organizationId, kind, assessmentId: assessment, ...period({ from, to }) };
  const { count, lanes } = await replayParked(c.var.db, userId, of);
  const wakeUps = lanes.slice(0, mostWakeUps).map((lane) => wake(c.env, { lane }));
  c.executionCtx.waitUntil(Promise.all(wakeUps));
  return c.redirect(ledgerAddress({ ...form, state: 'parked', replayed: count }), 303);
});

function filterOf(c: Context<AppEnv>, query: LedgerQuery): LedgerFilter {
  const { kind, state, assessment: assessmentId, view } = query;
  const { organizationId } = c.var.member;
  return {
    organizationId,
    missing: view !== undefined,
    kind,
    state,
    assessmentId,
    ...period(query),
  };
}

async function showDelivery(c: Context<AppEnv>, news: ReplayNews | undefined) {
  const key = deliveryKey(c);
  const record = await findDelivery(c.var.db, key);
  if (!record) throw notFound();
  const path = `/deliveries/${key.id}`;
  const props = { ...memberProps(c), path, record, news, mayReplay: mayReplay(c) };
  const status = news === undefined || news === 'replayed' ? 200 : 409;
  return respond(c, { page: () => <DeliveryPage {...props} />, status });
}

function deliveryKey(c: Context<AppEnv>) {
  const id = c.req.param('id') ?? '';
  if (!isUuid(id)) throw notFound();
  return { organizationId: c.var.member.organizationId, id };
}

function mayReplay(c: Context<AppEnv>): boolean {
  return roleAllows(c.var.member.role, 'recruiter');
}
