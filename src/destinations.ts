import { resumeMailDestination } from './features/attempts/resume-mail.ts';
import type { Destination } from './features/deliveries/destination.ts';
import { resultWebhook } from './features/gupy/result-webhook.ts';

/** Every place that events are handed over to. */
export const destinations: readonly Destination[] = [resultWebhook, resumeMailDestination];
