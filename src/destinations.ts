import type { Destination } from './features/deliveries/destination.ts';
import { resultWebhook } from './features/gupy/result-webhook.ts';
import { attemptMail } from './features/notifications/attempt-mail.ts';

/** Every place that events are handed over to. */
export const destinations: readonly Destination[] = [resultWebhook, attemptMail];
