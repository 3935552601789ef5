import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';

import { post, request } from '../../src/lib/outgoing.ts';

let outside: MockInstance<typeof fetch>;
let lines: string;
beforeEach(() => {
  lines = '';
  vi.spyOn(console, 'log').mockImplementation((line: string) => void (lines += line));
  outside = vi.spyOn(globalThis, 'fetch');
});
afterEach(() => vi.restoreAllMocks());

const url = 'https://hooks.gupy.io/secret-path';
const send = () => post(url, '{"a":"ç"}', { 'webhook-id': '1' });
const answer = (body: BodyInit | null, init: ResponseInit = {}) =>
  outside.mockImplementation(async () => new Response(body, init));

/** A body that never ends; tells how many bytes were asked of it, and whether it was let go. */
function endless(chunk: Uint8Array) {
  const seen = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.bytes += chunk.length;
        controller.enqueue(chunk);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, body };
}

describe('what is sent', () => {
  it('is the body as it is, with our name, and no redirect is followed', async () => {
    answer('ok');
    await send();
    const [called, init] = outside.mock.calls[0]!;
    expect(called).toBe(url);
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual', body: '{"a":"ç"}' });
    const headers = new Headers(init?.headers);
    expect([...headers.keys()]).toEqual(['user-agent', 'webhook-id']);
    expect(headers.get('user-agent')).toMatch(/^Aferi\//);
  });
});

describe('what comes back', () => {
  it.each([200, 201, 204, 301, 302, 307, 400, 401, 404, 408, 409, 410, 425, 429, 500, 503])(
    '%i is an answer like any other',
    async (status) => {
      answer(null, { status, headers: { 'retry-after': '7', location: 'http://127.0.0.1/' } });
      expect(await send()).toEqual({ status, retryAfter: '7', answer: '' });
      expect(outside).toHaveBeenCalledTimes(1);
    },
  );

  it('is kept up to 2 KiB', async () => {
    answer(`${'a'.repeat(2048)}b`);
    expect(await send()).toMatchObject({ answer: 'a'.repeat(2048) });
    answer('short ç 😀');
    expect(await send()).toEqual({ status: 200, retryAfter: null, answer: 'short ç 😀' });
  });

  it('is read up to 64 KiB, then let go', async () => {
    const { seen, body } = endless(new Uint8Array(1000).fill(97));
    answer(body);
    expect(await send()).toMatchObject({ status: 200, answer: 'a'.repeat(2048) });
    expect(seen.bytes).toBe(66_000);
    expect(seen.cancelled).toBe(true);
  });

  it('is text that can be stored, whatever its bytes', async () => {
    answer(new Uint8Array([0x61, 0, 0xff, 0xc3, 0x62]));
    expect(await send()).toMatchObject({ answer: 'a��b' });
  });
});

describe('no answer', () => {
  it('is told in words; the network’s own are logged, without the address', async () => {
    outside.mockRejectedValue(new TypeError('ECONNREFUSED'));
    expect(await send()).toEqual({ error: 'the connection failed' });
    expect(lines).toContain('ECONNREFUSED');
    expect(lines).not.toContain('secret-path');
  });

  it('is a body that breaks off', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new Error('reset')),
    });
    answer(body);
    expect(await send()).toEqual({ error: 'the connection failed' });
  });

  it('is one that takes longer than 15 s, headers or body', async () => {
    const timer = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timer.signal);
    outside.mockImplementation(
      (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        }),
    );
    const sending = send();
    timer.abort(new DOMException('late', 'TimeoutError'));
    expect(await sending).toEqual({ error: 'no answer within 15 s' });
    expect(timeout).toHaveBeenCalledWith(15_000);
  });
});

describe('a request of any kind', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('%s', async (method) => {
    answer('{}');
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{"a":1}' };
    await request({ method, url, headers: { authorization: 'Bearer x' }, ...body });
    const [called, init] = outside.mock.calls[0]!;
    expect(called).toBe(url);
    expect(init).toMatchObject({ method, redirect: 'manual', ...body });
    expect('body' in init!).toBe('body' in body);
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer x');
  });

  it('reads and keeps as much of the answer as it was told', async () => {
    const { seen, body } = endless(new Uint8Array(1000).fill(97));
    answer(body);
    const told = await request({ method: 'GET', url, headers: {}, whole: 200_500 });
    expect(told).toMatchObject({ answer: 'a'.repeat(200_500) });
    expect(seen).toEqual({ bytes: 201_000, cancelled: true });
  });
});
