import { Broken, type Clause, type Confidence, NotChecked } from './clause.ts';
import { clauses as all } from './clauses.ts';
import { createContext, createSession, type Options } from './context.ts';
import { type Exchange, masks } from './exchange.ts';

export interface Outcome {
  id: string;
  text: string;
  confidence: Confidence;
  required: boolean;
  result: 'pass' | 'fail' | 'not checked';
  /** What is wrong, or why it wasn't checked. */
  reason?: string;
  /** What shows it, without tokens: what is wrong, or else the last of its exchanges. */
  exchange?: Exchange;
  /** How many it took; none when it looked at an earlier clause's. */
  exchanges: number;
}

/** Looks at the clauses one after the other. */
export async function run(options: Options, clauses: readonly Clause[] = all): Promise<Outcome[]> {
  const session = createSession(options);
  const mask = masks([options.token, options.otherToken ?? ''].filter((token) => token !== ''));
  const outcomes: Outcome[] = [];
  for (const { check, ...clause } of clauses) {
    const context = createContext(session);
    const found = await judge(() => check(context));
    const exchange = found.exchange ?? context.trace.at(-1) ?? context.reused.at(-1);
    const { result, reason } = found;
    outcomes.push({
      ...clause,
      result,
      ...(reason === undefined ? {} : { reason: mask.text(reason) }),
      ...(exchange && { exchange: mask.exchange(exchange) }),
      exchanges: context.trace.length,
    });
  }
  return outcomes;
}

/** Whether nothing that must hold is broken; with `strict` everything must. */
export function holds(outcomes: readonly Outcome[], strict = false): boolean {
  return outcomes.every(({ result, required }) => result !== 'fail' || !(required || strict));
}

async function judge(
  check: () => Promise<void>,
): Promise<Pick<Outcome, 'result' | 'reason' | 'exchange'>> {
  try {
    await check();
    return { result: 'pass' };
  } catch (error) {
    if (error instanceof NotChecked) return { result: 'not checked', reason: error.message };
    if (!(error instanceof Broken)) throw error;
    const { message: reason, exchange } = error;
    return { result: 'fail', reason, ...(exchange && { exchange }) };
  }
}
