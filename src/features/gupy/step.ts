import * as z from 'zod';

import type { Destination, DeliveryContext, EventRow } from '../deliveries/destination.ts';
import { planHasGupy } from './plan.ts';
import type { Step } from './rest-schema.ts';
import { listSteps, moveToStep, reprove, undoReproval } from './rest.ts';
import {
  findAdopted,
  findDecision,
  findWriteBack,
  fixStep,
  type WriteBack,
} from './write-back-queries.ts';
import { hopeless, outcomeOf, type Reached, reach } from './write-back.ts';

/** Gupy's limit for the notes of a reproval. */
const longestNotes = 255;

const payload = z.discriminatedUnion('do', [
  /** By the organization's own rule, when the result was complete. */
  z.object({ do: z.literal('move'), step: z.string() }),
  z.object({ do: z.literal('advance'), decision: z.uuid(), step: z.string().nullable() }),
  z.object({ do: z.literal('reprove'), decision: z.uuid(), notes: z.string() }),
]);
type Payload = z.infer<typeof payload>;

/**
 * What moves an application at Gupy: a person's decision, or, where an organization has turned it on,
 * a score. Only a person's click reproves.
 */
export const stepMove: Destination = {
  kind: 'gupy.step',
  plan: async ({ env, db }, event) => {
    if (event.type !== 'attempt.completed' && event.type !== 'attempt.decided') return [];
    const completed = event.type === 'attempt.completed';
    const target = await (completed ? findWriteBack(db, event.attemptId) : findAdopted(db, event));
    if (!target || !planHasGupy(target.plan)) return [];
    const wanted = completed ? ruled(target) : await decided(db, event);
    if (!wanted) return [];
    return [
      {
        destination: `${env.GUPY_API_BASE}/jobs/${target.jobId}/applications`,
        payload: JSON.stringify(wanted),
        host: new URL(env.GUPY_API_BASE).host,
      },
    ];
  },
  send: (context, delivery) =>
    outcomeOf(async () => {
      const wanted = payload.parse(JSON.parse(delivery.payload));
      const decision =
        wanted.do === 'move' ? undefined : await findDecision(context.db, wanted.decision);
      if (decision?.replaced) throw hopeless('a newer decision has replaced this one');
      const reached = await reach(context, delivery.attemptId);
      await carryOut(context, wanted, reached, decision?.stepId ?? undefined);
      return { status: 200 };
    }),
};

function ruled({ total, moveFrom, moveStep }: WriteBack): Payload | undefined {
  if (total === null || moveFrom === null || moveStep === null || total < moveFrom)
    return undefined;
  return { do: 'move', step: moveStep };
}

async function decided(
  db: DeliveryContext['db'],
  { subject }: EventRow,
): Promise<Payload | undefined> {
  const decision = subject === null ? undefined : await findDecision(db, subject);
  if (!decision || subject === null) return undefined;
  const { kind, note, step } = decision;
  if (kind === 'advance') return { do: 'advance', decision: subject, step };
  const notes = [...note].slice(0, longestNotes).join('');
  return kind === 'reject' ? { do: 'reprove', decision: subject, notes } : undefined;
}

/** `fixed` is the step that an earlier try of a decision settled on. */
async function carryOut(
  context: DeliveryContext,
  wanted: Payload,
  reached: Reached,
  fixed: number | undefined,
) {
  const { access, place, application, target } = reached;
  if (wanted.do === 'reprove') return reprove(access, place, wanted.notes);
  const find = async () => {
    const steps = await listSteps(access, target.jobId);
    const { id } =
      wanted.step === null ? after(steps, application.stepId) : named(steps, wanted.step);
    return Number(id);
  };
  if (wanted.do === 'move') return moveToStep(access, place, await find());
  // Settled before the first request that changes anything: "the next step" is another one afterwards.
  const stepId = fixed ?? (await fixStep(context.db, wanted.decision, await find()));
  if (application.status === 'reproved') await undoReproval(access, place);
  return moveToStep(access, place, stepId);
}

function named(steps: readonly Step[], name: string): Step {
  const found = steps.find((step) => step.name.trim().toLowerCase() === name.toLowerCase());
  if (found) return found;
  const names = steps.map((step) => step.name).join(', ');
  throw hopeless(`the job has no step called “${name}”, but: ${names}`);
}

function after(steps: readonly Step[], current: string | undefined): Step {
  const index = steps.findIndex(({ id }) => id === current);
  const next = index < 0 ? undefined : steps[index + 1];
  if (!next) throw hopeless('the application is in the last step of its job');
  return next;
}
