import { resumeMailDestination } from './features/attempts/resume-mail.ts';
import type { Destination } from './features/deliveries/destination.ts';

/** Every place that events are handed over to. */
export const destinations: readonly Destination[] = [resumeMailDestination];
