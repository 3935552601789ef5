import { Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { wake } from '../deliveries/engine.ts';
import { recordDecision } from './decision-queries.ts';
import { decisionForm, decisionKey, type DecisionProblem } from './decision-schema.ts';
import { findResult } from './result-queries.ts';
import { resultKey, showResult } from './routes.tsx';

/** What the organization does next with a candidate. Nothing is decided without a person. */
export const decisionRoutes = new Hono<AppEnv>();

decisionRoutes.post('/results/:id/decisions', async (c) => {
  const key = resultKey(c);
  const fields = await readForm(c);
  const made = decisionKey.safeParse(fields);
  if (!made.success) throw new AppError('invalid', 'Not a form of ours');
  const form = decisionForm.safeParse(fields);
  if (!form.success) {
    const record = await findResult(c.var.db, key);
    if (!record) throw notFound();
    const decision = {
      kind: made.data.kind,
      typed: {
        note: single(fields, 'note'),
        write: single(fields, 'write') === 'on',
        message: single(fields, 'message'),
        step: single(fields, 'step'),
      },
      problems: form.error.issues.map((issue) => issue.path[0] as DecisionProblem),
    };
    return showResult(c, record, { decision });
  }
  const { state, eventId } = await recordDecision(c.var.db, {
    ...key,
    ...made.data,
    ...form.data,
    decidedBy: c.var.member.userId,
    decidedAt: Date.now(),
  });
  if (state === undefined) throw notFound();
  if (state !== 'completed') throw new AppError('conflict', 'The result is not complete');
  if (eventId !== undefined) await wake(c.env, { eventId });
  return c.redirect(`/results/${key.attemptId}#decision`, 303);
});
