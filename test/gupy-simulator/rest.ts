import { Hono } from 'hono';
import type { Context } from 'hono';
import * as z from 'zod';

import { toJson } from './application-json.ts';
import type { SimulatorEnv } from './control.ts';
import { errorResponse, recorded } from './control.ts';
import { describe, parseJson } from './provider.ts';
import type { Application } from './store.ts';
import { announceMove, subscriptionBody } from './webhook-sender.ts';

/** A customer's admin makes tokens and ticks the endpoints of each: what each of these may not do. */
const tokens: Record<string, RegExp | null> = {
  'demo-gupy-rest-token': null,
  'demo-gupy-rest-token-no-comments': /\/comments$/,
};

const listQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(10),
});
const commentBody = z.object({ text: z.string().trim().min(1) });
const tagBody = z.object({ name: z.string().trim().min(1).max(120) });
const patchBody = z
  .object({
    currentStepId: z.int().optional(),
    status: z.enum(['in_process', 'give_up', 'reproved', 'hired']).optional(),
    disapprovalReason: z.string().min(1).optional(),
    disapprovalReasonNotes: z.string().max(255).optional(),
  })
  .refine((body) => body.currentStepId !== undefined || body.status !== undefined, {
    message: 'currentStepId or status is required',
  });

/** `/api/v1`: the part of Gupy's public API that a provider writes results back with. */
export const rest = new Hono<SimulatorEnv>()
  .use(recorded('rest'))
  .use(async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const forbidden = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (forbidden === undefined)
      return errorResponse(401, 'Unauthorized', 'Missing or unknown token');
    if (forbidden?.test(c.req.path))
      return errorResponse(403, 'Forbidden', 'The token lacks the permission for this endpoint');
    return next();
  })
  .get('/jobs', (c) => {
    const id = c.req.query('id');
    const jobs = c.var.store.jobs.filter((job) => id === undefined || `${job.id}` === id);
    return list(
      c,
      jobs.map((job) => ({ id: job.id, name: job.name, status: 'published' })),
    );
  })
  .get('/jobs/:jobId/steps', (c) => {
    const job = findJob(c);
    return job ? list(c, job.steps) : missing('Job');
  })
  .get('/jobs/:jobId/applications', (c) => {
    const job = findJob(c);
    if (!job) return missing('Job');
    const filters = {
      id: (one: Application) => `${one.id}`,
      status: (one: Application) => one.status,
      'currentStep.name': (one: Application) => one.step.name,
      'candidate.identificationDocument': (one: Application) => one.document,
    };
    const found = c.var.store.listApplications(job).filter((application) =>
      Object.entries(filters).every(([name, read]) => {
        const wanted = c.req.query(name);
        return wanted === undefined || wanted === read(application);
      }),
    );
    return list(c, found.map(toJson));
  })
  .get('/jobs/:jobId/applications/:id/comments', (c) => {
    const application = findApplication(c);
    return application ? list(c, application.comments) : missing('Application');
  })
  .post('/jobs/:jobId/applications/:id/comments', (c) => {
    const application = findApplication(c);
    if (!application) return missing('Application');
    const body = commentBody.safeParse(parseJson(c.var.body));
    if (!body.success) return invalid(body.error);
    const comment = {
      id: c.var.store.nextId(),
      text: body.data.text,
      createdAt: c.var.store.timestamp(),
    };
    application.comments.push(comment);
    c.set('note', { title: 'Comentário', text: comment.text });
    return c.json(comment, 201);
  })
  .put('/jobs/:jobId/applications/:id/tags', (c) => {
    const application = findApplication(c);
    if (!application) return missing('Application');
    const body = tagBody.safeParse(parseJson(c.var.body));
    if (!body.success) return invalid(body.error);
    const { name } = body.data;
    if (!application.tags.includes(name)) application.tags.push(name);
    c.set('note', { title: `Tag adicionada: ${name}` });
    return c.json({ name });
  })
  .delete('/jobs/:jobId/applications/:id/tags', (c) => {
    const application = findApplication(c);
    const name = c.req.query('name');
    if (!application) return missing('Application');
    if (!name) return errorResponse(400, 'Bad Request', 'name is required');
    if (!application.tags.includes(name)) return missing('Tag');
    application.tags = application.tags.filter((tag) => tag !== name);
    c.set('note', { title: `Tag removida: ${name}` });
    return c.body(null, 204);
  })
  .patch('/jobs/:jobId/applications/:id', (c) => {
    const application = findApplication(c);
    if (!application) return missing('Application');
    const body = patchBody.safeParse(parseJson(c.var.body));
    if (!body.success) return invalid(body.error);
    const { currentStepId, status, disapprovalReason, disapprovalReasonNotes } = body.data;
    const step = application.job.steps.find((one) => one.id === currentStepId);
    if (currentStepId !== undefined && !step) return missing('Step');
    if (step && c.var.store.moveApplication(application, step))
      c.executionCtx.waitUntil(announceMove(c.var, application));
    if (status) application.status = status;
    const reason = [disapprovalReason, disapprovalReasonNotes].filter(Boolean).join(': ');
    c.set('note', {
      title: [step && `Movida para a etapa ${step.name}`, status && `Situação: ${status}`]
        .filter(Boolean)
        .join(' · '),
      ...(reason === '' ? {} : { text: reason }),
    });
    return c.json(toJson(application));
  })
  .get('/webhooks', (c) => list(c, c.var.store.subscriptions))
  .post('/webhooks', (c) => {
    const body = subscriptionBody.safeParse(parseJson(c.var.body));
    if (!body.success) return invalid(body.error);
    return c.json(c.var.store.createSubscription(body.data), 201);
  })
  .delete('/webhooks/:id', (c) => {
    if (!c.var.store.deleteSubscription(c.req.param('id'))) return missing('Webhook');
    return c.body(null, 204);
  })
  .all('*', () => errorResponse(404, 'Not Found', 'No such resource'));

function findJob(c: Context<SimulatorEnv>) {
  return c.var.store.findJob(Number(c.req.param('jobId')));
}

function findApplication(c: Context<SimulatorEnv>) {
  const application = c.var.store.findApplication(Number(c.req.param('id')));
  return application?.job.id === Number(c.req.param('jobId')) ? application : undefined;
}

function list<T>(c: Context<SimulatorEnv>, items: T[]) {
  const query = listQuery.safeParse(c.req.query());
  if (!query.success) return invalid(query.error);
  const { page, perPage } = query.data;
  return c.json({
    results: items.slice((page - 1) * perPage, page * perPage),
    totalResults: items.length,
    page,
    totalPages: Math.ceil(items.length / perPage),
  });
}

function missing(what: string) {
  return errorResponse(404, 'Not Found', `${what} not found`);
}

function invalid(error: z.ZodError) {
  return errorResponse(400, 'Bad Request', describe(error));
}
