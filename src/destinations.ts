import type { Destination } from './features/deliveries/destination.ts';
import { resultWebhook } from './features/gupy/result-webhook.ts';
import { stepMove } from './features/gupy/step.ts';
import { timeline } from './features/gupy/timeline.ts';
import { attemptMail } from './features/notifications/attempt-mail.ts';

/** Every place that events are handed over to. */
export const destinations: readonly Destination[] = [resultWebhook, timeline, stepMove, attemptMail];
