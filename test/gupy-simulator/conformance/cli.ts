import { parseArgs } from 'node:util';

import { clauses } from './clauses.ts';
import type { Completion } from './context.ts';
import { listen } from './listener.ts';
import { clauseTable, json, markdown } from './report.ts';
import { holds, run } from './run.ts';

const usage = `npm run gupy:conformance -- --url <base of /test> --token <token>

  --company-id <n>     Gupy's id of the token's company (1)
  --other-token <t>    a token of another company: whether they are kept apart
  --test-id <id>       the test that people are registered for (the catalogue's first)
  --callback-url <u>   where the browser goes at the end
  --wait <seconds>     print a test's address and wait for somebody to take it
  --listen <port>      with --wait: take the result webhook on this machine
  --webhook-url <u>    with --listen: the address under which the provider reaches it
  --strict             every clause is required
  --json               JSON instead of Markdown
  --list               the clauses alone, without looking at anything`;

const { values } = options();
if (values.list) {
  console.log(clauseTable(clauses));
} else if (values.url === undefined || values.token === undefined) {
  fail(usage);
} else {
  await check(values.url, values.token);
}

async function check(url: string, token: string) {
  if (!URL.canParse(url)) fail(`${url} is no URL`);
  const companyId = values['company-id'] ?? '1';
  if (!/^[1-9]\d{0,18}$/.test(companyId)) fail(`${companyId} is no company id`);
  const listener = values.listen === undefined ? undefined : await listen(number(values.listen));
  const outcomes = await run({
    url,
    token,
    companyId: BigInt(companyId),
    otherToken: values['other-token'],
    testId: values['test-id'],
    callbackUrl: values['callback-url'],
    fetch: (address, init) => fetch(address, init),
    completion: values.wait === undefined ? undefined : completion(number(values.wait), listener),
  });
  listener?.close();
  const print = values.json ? json : markdown;
  console.log(print(outcomes, values.strict));
  process.exitCode = holds(outcomes, values.strict) ? 0 : 1;
}

function completion(
  waitSeconds: number,
  listener: Awaited<ReturnType<typeof listen>> | undefined,
): Completion {
  const url = values['webhook-url'] ?? `http://localhost:${values.listen}/`;
  return {
    waitSeconds,
    // Not on stdout: that is the report's.
    takeTest: (testUrl) => console.error(`Take this test within ${waitSeconds} s: ${testUrl}`),
    webhooks: listener && { url, received: listener.received },
  };
}

function options() {
  try {
    return parseArgs({
      options: {
        url: { type: 'string' },
        token: { type: 'string' },
        'company-id': { type: 'string' },
        'other-token': { type: 'string' },
        'test-id': { type: 'string' },
        'callback-url': { type: 'string' },
        wait: { type: 'string' },
        listen: { type: 'string' },
        'webhook-url': { type: 'string' },
        strict: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function number(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : fail(`${text} is no number`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
