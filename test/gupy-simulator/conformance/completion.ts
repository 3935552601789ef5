import { NotChecked, objectIn } from './clause.ts';
import type { Context, Received } from './context.ts';
import { type Exchange } from './exchange.ts';

/** Lets somebody take one test to its end, once in a run, and looks before and after. */
export function finished(context: Context) {
  const { options, callbackUrl } = context.session;
  const { completion } = options;
  if (!completion) throw new NotChecked('nobody takes the test: see --wait');
  return context.once('finished', async () => {
    const { waitSeconds, webhooks } = completion;
    const url = webhooks?.url;
    const test = await context.registered({ result_webhook_url: url });
    const pageBefore = await context.openPage(test.testUrl);
    const early = (await webhooks?.received())?.length ?? 0;
    await completion.takeTest(test.testUrl);
    const done = await resultInTime(context, test.resultId, waitSeconds);
    return { ...test, callbackUrl, pageBefore, early, done, result: objectIn(done) };
  });
}

/** The webhooks of the finished test; there is at least one. */
export async function webhooksOf(context: Context): Promise<Received[]> {
  const { completion } = context.session.options;
  if (completion && !completion.webhooks) throw new NotChecked('nobody listens: see --listen');
  await finished(context);
  return context.once('webhooks', async () => {
    const { waitSeconds, webhooks } = completion!;
    for (let waited = 0; waited <= waitSeconds; waited += 1) {
      const received = await webhooks!.received();
      if (received.length > 0) {
        // A second copy would follow the first soon, if it follows at all.
        await context.session.sleep(2000);
        return webhooks!.received();
      }
      await context.session.sleep(1000);
    }
    return [];
  });
}

/** A webhook as if the kit had asked for it, to be shown. */
export function shown(received: Received): Exchange {
  const { method, headers, body } = received;
  return {
    method,
    url: 'result_webhook_url',
    requestHeaders: headers,
    requestBody: body,
    status: 200,
    headers: {},
    body: '',
  };
}

async function resultInTime(context: Context, id: string, seconds: number): Promise<Exchange> {
  for (let waited = 0; ; waited += 2) {
    const exchange = await context.resultOf(id);
    if (exchange.status === 200 && objectIn(exchange)['status'] === 'done') return exchange;
    if (waited >= seconds) throw new NotChecked(`no test was done within ${seconds} s`);
    await context.session.sleep(2000);
  }
}
