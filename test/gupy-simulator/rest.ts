import { Hono } from 'hono';
import type { Context } from 'hono';
import * as z from 'zod';

import type { SimulatorEnv } from './control.ts';
import { errorResponse, recorded } from './control.ts';
import { describe, parseJson, testResultSchema } from './provider.ts';
import type { Application, Job } from './store.ts';

export const restToken = 'demo-gupy-rest-token';

/** `POST /webhooks/results/:id`: what `result_webhook_url` names. */
export const webhooks = new Hono<SimulatorEnv>()
  .use(recorded('result_webhook'))
  .post('/:id', (c) => {
    const result = testResultSchema
      .extend({ status: z.literal('done') })
      .safeParse(parseJson(c.var.body));
    if (!result.success) return errorResponse(400, 'Invalid TestResult', describe(result.error));
    // An unknown application is one from before our last restart: the provider did its part.
    const application = c.var.store.findApplication(Number(c.req.param('id')));
    if (application) application.received = result.data;
    c.set('note', { title: 'Resultado recebido por webhook' });
    return c.json({ received: true });
  })
  .all('*', () => errorResponse(404, 'Not found'));

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
    if (c.req.header('authorization') === `Bearer ${restToken}`) return next();
    return errorResponse(401, 'Unauthorized', 'Missing or unknown token');
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
    if (step) application.step = step;
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

function toJson(application: Application) {
  const { id, job, step } = application;
  const [first = '', ...others] = application.name.split(' ');
  return {
    id,
    job: nameOf(job),
    status: application.status,
    currentStep: { id: step.id, name: step.name, type: step.type },
    tags: application.tags,
    createdAt: application.createdAt,
    candidate: {
      name: first,
      lastName: others.join(' '),
      email: application.email,
      identificationDocument: application.document,
    },
    manualCandidate: null,
  };
}

function nameOf({ id, name }: Job) {
  return { id, name };
}

function missing(what: string) {
  return errorResponse(404, 'Not Found', `${what} not found`);
}

function invalid(error: z.ZodError) {
  return errorResponse(400, 'Bad Request', describe(error));
}
