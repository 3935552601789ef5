import * as z from 'zod';

/** A value of a form field as a plain form would send it. */
const field = z.union([z.string().max(100_000), z.array(z.string().max(1000)).max(100)]);

/** What the page's script sends: whatever it has to say, possibly nothing (a sign of life). */
export const syncMessage = z.object({
  /** A random id that the browser made for itself. */
  device: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
  /** The person opened the attempt here, or asked to continue here: this device takes over. */
  take: z.boolean().default(false),
  /** The page is being closed or hidden for good. */
  leaving: z.boolean().default(false),
  answers: z
    .array(
      z.object({
        question: z.string().max(64),
        /** Made by the page, rising with every change of the answer; the highest wins. */
        revision: z.int().min(1).max(1e9),
        fields: z.record(z.string().max(200), field),
        /** How long the question was open since it last said so, ms. */
        openMs: z.int().min(0).max(1e9).default(0),
      }),
    )
    .max(50)
    .default([]),
  /** What the page noticed of the conditions (health/signals.ts reads it): it never spoils a message. */
  events: z.unknown().optional(),
  /** The span without network that the device measured, in server time (ms). */
  outage: z.object({ from: z.int().min(0), to: z.int().min(0) }).optional(),
});

export type SyncMessage = z.infer<typeof syncMessage>;

/** Why an answer was not stored, and the page says so; `closed`: its section's time is over, or never began. */
export type Refusal = 'stale' | 'invalid' | 'late' | 'closed' | 'replaced' | 'unknown';
