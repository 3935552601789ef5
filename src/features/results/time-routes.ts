import { type Context, Hono } from 'hono';
import * as z from 'zod';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm } from '../../lib/form.ts';
import { isUuid } from '../../lib/ids.ts';
import { minute } from '../../lib/time.ts';
import { addTime, decideAccommodation } from '../attempts/accommodation-queries.ts';
import { percentChoice } from '../attempts/accommodation.ts';
import { findResult } from './result-queries.ts';
import { showResult } from './routes.tsx';
import type { TimeProblem } from './time-views.tsx';

/** What an organization does to a candidate's time. */
export const timeRoutes = new Hono<AppEnv>();

const timeForm = z.object({
  minutes: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(600)),
});

timeRoutes.post('/results/:id/time', async (c) => {
  const key = keyOf(c);
  const form = timeForm.safeParse(await readForm(c));
  if (!form.success) return again(c, 'minutes');
  const ms = form.data.minutes * minute;
  const added = await addTime(c.var.db, { ...key, ms });
  return added ? c.redirect(`/results/${key.attemptId}#time`, 303) : again(c, 'closed');
});

timeRoutes.post('/results/:id/accommodation', async (c) => {
  const key = keyOf(c);
  const form = percentChoice.safeParse(await readForm(c));
  if (!form.success) return again(c, 'percent');
  const decided = await decideAccommodation(c.var.db, { ...key, percent: form.data });
  return decided ? c.redirect(`/results/${key.attemptId}#time`, 303) : again(c, 'closed');
});

function keyOf(c: Context<AppEnv>) {
  const attemptId = c.req.param('id') ?? '';
  if (!isUuid(attemptId)) throw notFound();
  const { organizationId, userId } = c.var.member;
  return { organizationId, attemptId, userId, now: Date.now() };
}

/** The result's page again, saying beside the form why nothing changed. */
async function again(c: Context<AppEnv>, problem: TimeProblem) {
  const record = await findResult(c.var.db, keyOf(c));
  if (!record) throw notFound();
  return showResult(c, record, { time: problem });
}
