/** What went over the wire, kept as text so that it can be shown exactly as it was. */
export type Exchange = {
  method: string;
  url: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  /** null when no answer came; then `failure` says why. */
  status: number | null;
  responseHeaders: Record<string, string>;
  responseBody: string;
  ms: number;
  failure?: string;
};

const timeoutMs = 15_000;
/** Both of what we receive and of what we read from the provider. */
export const maxBodyBytes = 256 * 1024;

type Outgoing = { method: string; url: string; headers: Record<string, string>; body?: string };

/** Sends a request; whatever comes of it, silence included, is an exchange. */
export async function exchangeWith(send: typeof fetch, request: Outgoing): Promise<Exchange> {
  const { method, url, headers, body } = request;
  const started = Date.now();
  const exchange: Exchange = {
    method,
    url,
    requestHeaders: headers,
    requestBody: body ?? '',
    status: null,
    responseHeaders: {},
    responseBody: '',
    ms: 0,
  };
  try {
    const response = await send(url, {
      method,
      headers,
      // As bytes: text would bring a Content-Type of its own along.
      ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    exchange.status = response.status;
    exchange.responseHeaders = Object.fromEntries(response.headers);
    exchange.responseBody = (await readText(response.body)).text;
  } catch (error) {
    exchange.failure = error instanceof Error ? error.message : String(error);
  }
  exchange.ms = Date.now() - started;
  return exchange;
}

/** At most `maxBodyBytes`; what is longer is cut and marked, never buffered. */
export async function readText(body: ReadableStream<Uint8Array> | null) {
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBodyBytes;
  if (!body) return { text, truncated: false };
  for await (const chunk of body) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    if (chunk.byteLength > left) return { text, truncated: true };
    left -= chunk.byteLength;
  }
  return { text: text + decoder.decode(), truncated: false };
}
