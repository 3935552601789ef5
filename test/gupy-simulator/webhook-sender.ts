import * as z from 'zod';

import { toEvent } from './application-json.ts';
import { exchangeWith } from './exchange.ts';
import type { Settings } from './provider.ts';
import type { Application, Store } from './store.ts';

/** Gupy asks for a public https address; this simulator writes to its own machine only. */
export const loopbackUrl = z
  .url({ protocol: /^https?$/, hostname: /^(localhost|127\.0\.0\.1|\[::1\])$/ })
  .max(2000);

export const subscriptionBody = z.object({
  action: z.string().min(1).max(100),
  status: z.enum(['active', 'inactive']).default('active'),
  techOwnerName: z.string().min(1),
  techOwnerEmail: z.email(),
  postbackUrl: loopbackUrl,
  clientHeaders: z.record(z.string(), z.string()).default({}),
});

type Webhook = {
  url: string;
  headers: Record<string, string>;
  event: string;
  id?: string | undefined;
  date?: string | undefined;
};

/** The envelope of Gupy's webhooks about the application as it stands now. */
export function envelope(application: Application, { event, id, date }: Omit<Webhook, 'url'>) {
  return JSON.stringify({
    companyName: application.job.company.name,
    id: id ?? crypto.randomUUID(),
    event,
    date: date ?? new Date().toISOString(),
    data: toEvent(application),
  });
}

/** Sends one body and keeps it on the timeline. */
export async function sendWebhook(
  { settings, store }: { settings: Settings; store: Store },
  application: Application,
  { url, headers, event }: Webhook,
  body: string,
) {
  const exchange = await exchangeWith(settings.fetch, { method: 'POST', url, headers, body });
  store.addToTimeline(application, { kind: 'event', title: `Webhook enviado: ${event}`, exchange });
  return exchange;
}

/**
 * Tells the registered webhooks that the application is in another step. Setting `clientHeaders`
 * replaces the Content-Type that they would have had. Gupy repeats a failed one for two hours; here
 * a script does (`POST /_sim/webhooks` with the same id).
 */
export async function announceMove(
  to: { settings: Settings; store: Store },
  application: Application,
) {
  const event = 'application.moved';
  const asked = to.store.subscriptions.filter(
    ({ action, status }) => action === event && status === 'active',
  );
  await Promise.all(
    asked.map(({ postbackUrl: url, clientHeaders }) => {
      const own = Object.keys(clientHeaders).length > 0;
      const headers = own ? clientHeaders : { 'content-type': 'application/json' };
      const webhook = { url, headers, event };
      return sendWebhook(to, application, webhook, envelope(application, webhook));
    }),
  );
}
