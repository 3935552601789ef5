import { errorText, logLine } from './log.ts';
import { second } from './time.ts';

/** Whole request, answer included (QUALITY.md, promise 2 to an ATS). */
const timeLimit = 15 * second;
const readLimit = 64 * 1024;
const keepLimit = 2 * 1024;

/** What came back, or, in words, why nothing did. */
export type Answer =
  | {
      status: number;
      /** The `Retry-After` header as sent. */
      retryAfter: string | null;
      /** The beginning of the body as text, at most 2 KiB of UTF-8 unless more was asked for. */
      answer: string;
    }
  | { error: string };

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** How much of the answer is read, in bytes, for an answer that is wanted whole; else its beginning is kept. */
  whole?: number;
}

/** A message to somebody's address. Only the beginning of what they say to it is kept. */
export function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return request({ method: 'POST', url, body, headers });
}

/**
 * The only place that talks to the outside. Redirects are not followed (a 3xx is an answer), no
 * cookies travel, at most 64 KiB of the answer is read unless told. The URL is the caller's to check first.
 */
export async function request({ method, url, headers, body, whole }: Request): Promise<Answer> {
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': 'Aferi/1 (+https://aferi.example)', ...headers },
      ...(body === undefined ? {} : { body }),
      signal,
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      answer: await readStart(response, whole ?? readLimit, whole ?? keepLimit),
    };
  } catch (error) {
    // The network's own words help nobody but us: which of them it was is in the log.
    logLine({ at: 'outgoing', failed: errorText(error) });
    return { error: signal.aborted ? 'no answer within 15 s' : 'the connection failed' };
  }
}

/** Reads at most `most` bytes and keeps the first `keep` of them. */
async function readStart(response: Response, most: number, keep: number): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const kept: Uint8Array[] = [];
  let read = 0;
  while (read < most) {
    const { done, value } = await reader.read();
    if (done) break;
    if (read < keep) kept.push(value.subarray(0, keep - read));
    read += value.length;
  }
  await reader.cancel().catch(() => undefined); // A half-read answer may fail to close: it said enough.
  const bytes = new Uint8Array(await new Blob(kept).arrayBuffer());
  const text = new TextDecoder().decode(bytes).replaceAll('\0', '');
  // What is no UTF-8 grows threefold when it is decoded: measure again.
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(keep)).read);
}
