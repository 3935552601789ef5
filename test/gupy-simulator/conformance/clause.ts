import type { Context } from './context.ts';
import type { Exchange } from './exchange.ts';

/**
 * How sure it is that Gupy wants this: `O` read on Gupy's portal, `C` seen in two or more independent
 * integrations, `P` in one, `D` decided here where Gupy is silent.
 */
export type Confidence = 'O' | 'C' | 'P' | 'D';

export interface Clause {
  /** Section of the contract, and a number of its own: `A.2.6`. */
  id: string;
  text: string;
  confidence: Confidence;
  /** Breaking it makes the run fail. */
  required: boolean;
  /** Throws `Broken` or `NotChecked`; returns when the provider keeps the clause. */
  check: (context: Context) => Promise<void>;
}

/** The provider breaks the clause. `exchange` shows it, if it isn't the last one. */
export class Broken extends Error {
  readonly exchange: Exchange | undefined;

  constructor(message: string, exchange?: Exchange) {
    super(message);
    this.exchange = exchange;
  }
}

/** The clause can't be looked at in this run. */
export class NotChecked extends Error {}

export function ensure(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Broken(message);
}

export function ensureStatus(exchange: Exchange, expected: number, when = 'answered'): void {
  if (exchange.status === expected) return;
  throw new Broken(`${when}: ${exchange.status} instead of ${expected}`, exchange);
}

/** Looks at all cases, and tells of every one that fails; the first one's exchange shows it. */
export async function every<T>(
  cases: readonly T[],
  look: (each: T) => Promise<void>,
): Promise<void> {
  const broken: Broken[] = [];
  for (const each of cases) {
    try {
      await look(each);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      broken.push(error);
    }
  }
  if (broken.length === 0) return;
  throw new Broken(broken.map(({ message }) => message).join('; '), broken[0]!.exchange);
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** The answer's body, which must be a JSON object. */
export function objectIn(exchange: Exchange): JsonObject {
  const value = parse(exchange.body);
  if (!isObject(value)) throw new Broken('the body is no JSON object', exchange);
  return value;
}

export function ensureKeys(value: JsonObject, expected: readonly string[], what: string): void {
  const missing = expected.filter((key) => !(key in value));
  const extra = Object.keys(value).filter((key) => !expected.includes(key));
  ensure(missing.length === 0, `${what} lacks ${missing.join(', ')}`);
  ensure(extra.length === 0, `${what} has ${extra.join(', ')}, too`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
