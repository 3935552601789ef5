/** One request and its answer, as text. */
export interface Exchange {
  method: string;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  /** null when no answer came. */
  status: number | null;
  headers: Record<string, string>;
  body: string;
}

export interface Ask {
  method?: 'GET' | 'POST';
  /** The whole header; undefined sends none. */
  authorization?: string | undefined;
  accept?: string;
  body?: string;
}

/** What the kit needs of `fetch`, so that a provider can be anything that answers. */
export type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<Response>;

const timeoutMs = 30_000;
const maxRounds = 4;

/** Asks, and asks again when the provider only says "not so fast". Never throws. */
export async function exchangeWith(
  fetch: Fetch,
  sleep: (ms: number) => Promise<void>,
  url: string,
  { method = 'GET', authorization, accept = 'application/json', body }: Ask,
): Promise<Exchange> {
  const headers: Record<string, string> = { accept, 'user-agent': 'gupy-conformance' };
  if (authorization !== undefined) headers['authorization'] = authorization;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const request = { method, headers, ...(body === undefined ? {} : { body }) };
  const exchange = { method, url, requestHeaders: headers, requestBody: body ?? '' };
  try {
    for (let round = 1; ; round += 1) {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { ...request, redirect: 'manual', signal });
      const { status } = response;
      const text = await response.text();
      if (status === 429 && round < maxRounds) {
        await sleep(Math.min(Number(response.headers.get('retry-after')) || 5, 60) * 1000);
        continue;
      }
      return { ...exchange, status, headers: Object.fromEntries(response.headers), body: text };
    }
  } catch (error) {
    return { ...exchange, status: null, headers: {}, body: `no answer: ${String(error)}` };
  }
}

/** What takes these tokens out of a text, and out of a whole exchange. */
export function masks(tokens: readonly string[]) {
  const text = (value: string) =>
    tokens.reduce((hidden, token) => hidden.replaceAll(token, '•••'), value);
  const texts = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(value)]));
  const exchange = (seen: Exchange): Exchange => ({
    ...seen,
    url: text(seen.url),
    requestHeaders: texts(seen.requestHeaders),
    requestBody: text(seen.requestBody),
    headers: texts(seen.headers),
    body: text(seen.body),
  });
  return { text, exchange };
}
