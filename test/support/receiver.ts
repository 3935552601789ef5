import { vi } from 'vitest';

type Answer = () => Response | Promise<Response>;

/**
 * Stands in for everything outside: answers in turn, the last answer for ever, and remembers what came.
 */
export function aReceiver(...answers: Answer[]) {
  const last = answers.at(-1) ?? (() => new Response('thanks'));
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    const answer = answers.shift() ?? last;
    return answer();
  });
  return {
    calls: () =>
      spy.mock.calls.map(([url, init]) => ({
        url: url as string,
        body: init?.body as string,
        headers: new Headers(init?.headers),
      })),
  };
}
