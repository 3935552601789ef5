import { apiResultWebhook } from './features/api/result-webhook.ts';
import type { Destination } from './features/deliveries/destination.ts';
import { resultWebhook } from './features/gupy/result-webhook.ts';
import { stepMove } from './features/gupy/step.ts';
import { timeline } from './features/gupy/timeline.ts';
import { alertMail } from './features/ledger/alert-mail.ts';
import { attemptMail } from './features/notifications/attempt-mail.ts';
import { webhook } from './features/webhooks/webhook.ts';

/** Every place that events are handed over to. */
export const destinations: readonly Destination[] = [
  apiResultWebhook,
  webhook,
  resultWebhook,
  timeline,
  stepMove,
  attemptMail,
  alertMail,
];
