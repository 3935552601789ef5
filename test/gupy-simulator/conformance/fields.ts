/** A value that is JSON already, for what JSON.stringify would not write. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Fields = Record<string, unknown>;

/** JSON in which a bigint is an integer with all its digits, and undefined is absent. */
export function toJson(fields: Fields): string {
  const members = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`);
  return `{${members.join()}}`;
}

function textOf(value: unknown): string {
  if (value instanceof Raw) return value.text;
  return typeof value === 'bigint' ? `${value}` : JSON.stringify(value);
}

/**
 * Invented people, each with a document, a job and an address that nobody had before them, so that a
 * second run doesn't meet the first one's. `seed` is where the numbers begin.
 */
export function inventor(seed: bigint, companyId: bigint, callbackUrl: string) {
  let last = seed;
  return (testId: string): Fields => {
    last += 1n;
    return {
      company_id: companyId,
      // 11 digits, as a CPF has.
      document_id: 10_000_000_000n + (last % 90_000_000_000n),
      test_id: testId,
      name: 'Pessoa Inventada',
      email: `conformance-${last}@example.com`,
      job_id: last,
      callback_url: callbackUrl,
    };
  };
}

/** Milliseconds since 2026, and three digits so that two runs may begin together. */
export function freshSeed(): bigint {
  const ms = Date.now() - Date.UTC(2026, 0, 1);
  return BigInt(ms) * 1000n + BigInt(Math.floor(Math.random() * 1000));
}
