import { Hono } from 'hono';
import * as z from 'zod';

import type { SimulatorEnv } from './control.ts';
import { errorResponse, recorded } from './control.ts';
import { describe, parseJson, testResultSchema } from './provider.ts';

/** `POST /webhooks/results/:id`: what `result_webhook_url` names. */
export const resultReceiver = new Hono<SimulatorEnv>()
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
