import { base } from './words.ts';

/** How long a message may take, ms. */
export const timeLimit = 10_000;
/** Of a message that is sent while the page closes, in characters; browsers take 64 KB. */
export const closingLimit = 50_000;

/** What the server answers to a message (attempts/sync-routes.ts). */
export interface Reply {
  now: number;
  deadline: number;
  sections?: Record<string, number>;
  state: string;
  active: boolean;
  receipts: { question: string; revision: number }[];
  blank: string[];
  refused: {
    question: string;
    reason: string;
    revision?: number;
    savedAt?: number;
    problem?: string;
  }[];
  credit?: { ms: number; from: number; to: number };
}

/** The answer to a message; undefined when there was none, or none that says anything. */
export async function post(body: string): Promise<Reply | undefined> {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), timeLimit);
  try {
    const reply = await fetch(`${base}/sync`, {
      ...json(body),
      keepalive: document.hidden && body.length < closingLimit,
      signal: stop.signal,
    });
    // The address opens nothing any more: the page says so better than we can.
    if (reply.status === 404) location.reload();
    return reply.ok ? ((await reply.json()) as Reply) : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(limit);
  }
}

const json = (body: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body,
});

/** As the page goes: whether it arrives, nobody hears. */
export function sendLast(body: string): void {
  void fetch(`${base}/sync`, { ...json(body), keepalive: true }).catch(() => undefined);
}

/** Made by the browser for itself, and kept: it tells this device from another one. */
export function deviceId(): string {
  const made = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
  try {
    const known = localStorage.getItem('device') ?? made;
    localStorage.setItem('device', known);
    return known;
  } catch {
    return made;
  }
}
