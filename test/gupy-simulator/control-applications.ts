import { Hono } from 'hono';
import * as z from 'zod';

import { toState } from './application-json.ts';
import type { SimulatorEnv } from './control.ts';
import { headersSchema, invalidControl } from './control.ts';
import { readText } from './exchange.ts';
import { personSchema } from './person.ts';
import { parseJson } from './provider.ts';
import { envelope, loopbackUrl, sendWebhook } from './webhook-sender.ts';

const applicationSchema = personSchema.extend({
  jobId: z.int(),
  manual: z.boolean().default(false),
});

const webhookSchema = z.strictObject({
  url: loopbackUrl,
  headers: headersSchema,
  event: z.string().min(1).max(100),
  applicationId: z.int(),
  /** null sends none at all. */
  contentType: z.string().nullable().default('application/json'),
  /** How many copies, at the same moment, with the same bytes. */
  times: z.int().min(1).max(50).default(1),
  id: z.string().min(1).max(100).optional(),
  date: z.string().min(1).max(100).optional(),
});

/** `/_sim/applications` and `/_sim/webhooks`: for scripts. */
export const controlApplications = new Hono<SimulatorEnv>()
  .get('/applications', (c) => {
    const { store } = c.var;
    return c.json(store.jobs.flatMap((job) => store.listApplications(job)).map(toState));
  })
  .get('/applications/:id', (c) => {
    const application = c.var.store.findApplication(Number(c.req.param('id')));
    return application ? c.json(toState(application)) : c.notFound();
  })
  .post('/applications', async (c) => {
    const { text } = await readText(c.req.raw.body);
    const body = applicationSchema.safeParse(parseJson(text));
    if (!body.success) return invalidControl(body.error);
    const { jobId, ...person } = body.data;
    const job = c.var.store.findJob(jobId);
    return job ? c.json(toState(c.var.store.createApplication(job, person)), 201) : c.notFound();
  })
  .post('/webhooks', async (c) => {
    const { text } = await readText(c.req.raw.body);
    const parsed = webhookSchema.safeParse(parseJson(text));
    if (!parsed.success) return invalidControl(parsed.error);
    const { applicationId, contentType, times, ...rest } = parsed.data;
    const application = c.var.store.findApplication(applicationId);
    if (!application) return c.notFound();
    const type = contentType === null ? {} : { 'content-type': contentType };
    const webhook = { ...rest, headers: { ...type, ...rest.headers } };
    const body = envelope(application, webhook);
    const sent = await Promise.all(
      Array.from({ length: times }, () => sendWebhook(c.var, application, webhook, body)),
    );
    const answers = sent.map(({ status, responseBody, ms, failure }) => {
      return { status, body: responseBody, ms, ...(failure === undefined ? {} : { failure }) };
    });
    return c.json({ sent: JSON.parse(body), answers });
  });
