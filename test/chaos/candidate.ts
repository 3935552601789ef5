import type { Receipt } from '../../src/features/attempts/receipts.ts';
import { attemptIdOf, choicesOf, sleep } from '../support/over-http.ts';
import type { Seeded } from '../support/seeded.ts';
import type { Told } from './oracle.ts';
import type { Site } from './site.ts';

const device = 'chaos-chaos-chaos-chaos';
const token = 'demo-gupy-token-acme';
const people = { count: 0 };

/** The id of a demonstration test whose answers a rule scores. */
export async function findTest({ url }: Site): Promise<string> {
  const answer = await fetch(`${url}/gupy/test?searchString=JavaScript`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { payload } = await answer.json<{ payload: { id: string; name: string }[] }>();
  const found = payload.find(({ name }) => !name.includes('back-end'));
  if (!found) throw new Error('The demonstration has no test');
  return found.id;
}

/**
 * A candidate sent by Gupy takes a test, and repeats whatever was not answered, however often, as pages
 * and ATSs do. Returns what they were told.
 */
export async function takeTest(
  site: Site,
  random: Seeded,
  testId: string,
  resultWebhookUrl: string,
): Promise<Told> {
  const test = await register(site, testId, resultWebhookUrl);
  await form(site, `${test}/start`, { consent: 'on' });
  const choices = await choicesWhenUp(site, test);
  const told: Told = { attempt: attemptIdOf(test), receipts: new Map(), submitted: false };
  // One answer is changed again: the later revision must be the one that counts.
  const chosen = random.shuffled(choices).slice(0, 3);
  for (const [index, { question, values }] of [...chosen, chosen[0]!].entries()) {
    const value = values[random.below(values.length)]!;
    const message = {
      device,
      take: index === 0,
      answers: [{ question, revision: index + 1, fields: { value } }],
    };
    const answer = await untilAnswered(site, `${test}/sync`, JSON.stringify(message));
    const { receipts } = JSON.parse(answer.text) as { receipts: Receipt[] };
    for (const receipt of receipts) told.receipts.set(receipt.question, receipt);
    if (!told.receipts.has(question)) throw new Error(`No receipt: ${answer.text.slice(0, 300)}`);
  }
  await form(site, `${test}/submission`, { confirm: 'on' });
  return { ...told, submitted: true };
}

async function register(site: Site, testId: string, resultWebhookUrl: string): Promise<string> {
  people.count += 1;
  const body = {
    company_id: 1,
    document_id: 10_000_000_000 + people.count,
    test_id: testId,
    name: `Candidata ${people.count}`,
    email: `chaos-${people.count}@candidate.example`,
    callback_url: `${site.url}/robots.txt`,
    job_id: 7,
    result_webhook_url: resultWebhookUrl,
    candidate_type: 'external',
  };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const url = `${site.url}/gupy/test/candidate`;
  const answer = await untilAnswered(site, url, JSON.stringify(body), headers);
  return (JSON.parse(answer.text) as { test_url: string }).test_url;
}

async function form(site: Site, url: string, fields: Record<string, string>): Promise<void> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: site.url,
    'sec-fetch-site': 'same-origin',
  };
  const { status } = await untilAnswered(site, url, `${new URLSearchParams(fields)}`, headers);
  if (status !== 303) throw new Error(`${status} instead of 303`);
}

async function choicesWhenUp(site: Site, test: string) {
  for (;;) {
    const choices = await choicesOf(test).catch(() => undefined);
    if (choices) return choices;
    await sleep(50);
    await site.whenUp();
  }
}

/** Sends the same again until it is answered by the product itself, which may refuse but not fail. */
async function untilAnswered(
  site: Site,
  url: string,
  body: string,
  headers: Record<string, string> = { origin: site.url, 'content-type': 'application/json' },
) {
  for (;;) {
    await site.whenUp();
    const signal = AbortSignal.timeout(20_000);
    const init = { method: 'POST', body, headers, redirect: 'manual', signal } as const;
    const answer = await fetch(url, init)
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => undefined);
    if (answer && answer.status < 400) return answer;
    if (answer && answer.status < 500) throw new Error(`${answer.status} ${answer.text}`);
    await sleep(50);
  }
}
