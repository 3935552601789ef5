/** A test's page as somebody without a browser sees it, over real HTTP. */

export interface Choice {
  question: string;
  values: string[];
}

/** The questions of an attempt at `address` that are answered by choosing one of several. */
export async function choicesOf(address: string): Promise<Choice[]> {
  const answer = await fetch(`${address}/parts`);
  const { parts } = await answer.json<{ parts: Record<string, string> }>();
  return Object.values(parts).flatMap((part) => {
    const question = /\/answers\/([^"]+)"/.exec(part)?.[1];
    const radios = part.match(/<input[^>]*type="radio"[^>]*>/g) ?? [];
    const values = radios.map((radio) => /value="([^"]+)"/.exec(radio)![1]!);
    return question && values.length > 0 ? [{ question, values }] : [];
  });
}

/** The attempt that a candidate's address `/a/<token>` opens. */
export function attemptIdOf(address: string): string {
  const token = /\/a\/([^/.]+)/.exec(address)![1]!;
  const payload = Buffer.from(token, 'base64url').toString('hex');
  return payload.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
