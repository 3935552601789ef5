import { second } from './time.ts';

/** Whole request, answer included (QUALITY.md, promise 2 to an ATS). */
const timeLimit = 15 * second;
const readLimit = 64 * 1024;
const keepLimit = 2 * 1024;

export interface Answer {
  status: number;
  /** The `Retry-After` header as sent. */
  retryAfter: string | null;
  /** The first 2 KiB of the body, as text. */
  body: string;
}

/** No answer: the network failed, or 15 s went by. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * The only place that talks to the outside. Redirects are not followed (a 3xx is an answer), no
 * cookies travel, at most 64 KiB of the answer is read. The URL is the caller's to check first.
 */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'user-agent': 'Aferi/1 (+https://aferi.example)', ...headers },
      body,
      signal,
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await readStart(response),
    };
  } catch (error) {
    const late = signal.aborted;
    throw new NoAnswer(late ? 'no answer within 15 s' : 'the connection failed', { cause: error });
  }
}

/** Reads at most `readLimit` bytes and keeps the first `keepLimit` of them. */
async function readStart(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const kept: Uint8Array[] = [];
  let read = 0;
  while (read < readLimit) {
    const { done, value } = await reader.read();
    if (done) break;
    if (read < keepLimit) kept.push(value.subarray(0, keepLimit - read));
    read += value.length;
  }
  await reader.cancel().catch(() => undefined); // A half-read answer may fail to close: it said enough.
  const bytes = new Uint8Array(await new Blob(kept as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  return new TextDecoder().decode(bytes).replaceAll('\0', '');
}
