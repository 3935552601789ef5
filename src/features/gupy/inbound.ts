import * as z from 'zod';

import { int64Text } from '../../lib/json-fields.ts';
import { searchable } from '../../lib/text.ts';
import { emailAddress, personName } from '../attempts/schema.ts';

/** The header that `clientHeaders` of the webhook at Gupy must carry (GUPY.md C: there is no signature). */
export const secretHeader = 'x-aferi-secret';

/** The events that mean something here; Gupy may send others, which are accepted and forgotten. */
export const knownEvents: readonly string[] = ['application.moved'];

/** Ids are int64: `parseLossless` has made them bigints. Some senders write them as text. */
const gupyId = z.union([z.bigint().positive().transform(String), int64Text]);

/** GUPY.md C. What is inside `data` is read when the event is worked on, not before it is stored. */
const envelope = z.object({
  id: z.uuid().transform((id) => id.toLowerCase()),
  event: z.string().min(1).max(100),
  date: z.iso.datetime({ offset: true }).transform((date) => Date.parse(date)),
  data: z.unknown(),
});

const aboutApplication = z.object({ application: z.object({ id: gupyId }) });

export interface InboundEvent {
  id: string;
  event: string;
  happenedAt: number;
  applicationId: string | null;
  /** JSON text. */
  data: string;
}

/** What a body (read by `parseLossless`) says; undefined when it is no event of Gupy's. */
export function readEnvelope(body: unknown): InboundEvent | undefined {
  const read = envelope.safeParse(body);
  if (!read.success) return undefined;
  const { id, event, date, data } = read.data;
  const about = aboutApplication.safeParse(data);
  return {
    id,
    event,
    happenedAt: date,
    applicationId: about.success ? about.data.application.id : null,
    data: JSON.stringify(data ?? null, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  };
}

const moved = z.object({
  job: z.object({ id: gupyId }),
  application: z.object({
    id: gupyId,
    currentStep: z.object({ id: gupyId.optional(), name: z.string().default('') }),
  }),
  candidate: z.object({
    name: z.string(),
    lastName: z.string().nullish(),
    email: emailAddress,
  }),
});

export interface Move {
  jobId: string;
  applicationId: string;
  /** The step's id, where it has one, and its name: either may be what a rule names. */
  steps: string[];
  name: string;
  email: string;
}

/** Who was moved where; undefined when the stored `data` doesn't say. */
export function readMove(data: string): Move | undefined {
  const read = moved.safeParse(JSON.parse(data));
  if (!read.success) return undefined;
  const { job, application, candidate } = read.data;
  const name = personName.safeParse(
    [candidate.name, candidate.lastName].filter(Boolean).join(' ').slice(0, 120),
  );
  if (!name.success) return undefined;
  const { id, name: stepName } = application.currentStep;
  return {
    jobId: job.id,
    applicationId: application.id,
    steps: [...(id === undefined ? [] : [id]), stepKey(stepName)].filter(Boolean),
    name: name.data,
    email: candidate.email,
  };
}

/** How a step is compared: by its id, or by its name without accents and in lower case. */
export function stepKey(step: string): string {
  return searchable(step).trim();
}
