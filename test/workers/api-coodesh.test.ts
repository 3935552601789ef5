import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { destinations } from '../../src/destinations.ts';
import { sweepDeliveries } from '../../src/features/deliveries/engine.ts';
import { aClient, aCoodeshBody, askApi, type Client, created, take } from '../support/api.ts';
import { loseMessages } from '../support/candidate.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { expectError, scoredContent } from '../support/gupy.ts';
import { anAssessment } from '../support/makers.ts';
import { fetchPage } from '../support/pages.ts';
import { aReceiver } from '../support/receiver.ts';

const db = database(env.DB);
const path = '/assessments/ats';

let client: Client;
let receiver: ReturnType<typeof aReceiver>;
beforeEach(async () => {
  loseMessages();
  vi.spyOn(console, 'log').mockReturnValue();
  receiver = aReceiver();
  client = await aClient();
});
afterEach(() => vi.restoreAllMocks());

const headers = () => ({ 'X-API-KEY': client.key });
const list = (query = '') => askApi(`${path}${query}`, undefined, { headers: headers() });
const register = (body: unknown) =>
  askApi(`${path}/attempts`, undefined, { headers: headers(), body });

describe('the list', () => {
  it('has every key that Coodesh publishes, and no text of a question', async () => {
    const content = aVersionContent({
      ...scoredContent,
      durationMinutes: 10,
      sections: [
        aSection({
          questions: [aQuestion('single-choice'), aQuestion('numeric'), aQuestion('true-false')],
        }),
      ],
    });
    client = await aClient({ content });
    const answer = await list();
    expect(answer.status).toBe(200);
    const pages = await answer.json<any>();
    const question = {
      name: expect.stringMatching(/ · 1$/),
      description: 'Lógica',
      type: 'single-choice',
      type_formatted: 'Escolha única',
      level: 'basic',
      level_formatted: 'Básico',
      duration: 3.33,
      duration_unit: 'minutes',
    };
    expect(pages).toEqual([
      {
        offset: 0,
        total: 1,
        limit: 20,
        payload: [
          {
            assessment_id: client.assessment.id,
            name: expect.stringMatching(/./),
            description: expect.any(String),
            default_locale: 'pt-BR',
            duration: 10,
            duration_unit: 'minutes',
            questions: [question, expect.any(Object), expect.any(Object)],
          },
        ],
      },
    ]);
    for (const { prompt } of content.sections[0]!.questions)
      expect(JSON.stringify(pages)).not.toContain(prompt['pt-BR']);
  });

  it('gives as many as are asked for, from where they are asked for', async () => {
    const { organizationId } = client;
    const first = await anAssessment({ organizationId, createdAt: 1 });
    const [page] = await (await list('?limit=1')).json<any>();
    expect(page).toMatchObject({ offset: 0, total: 2, limit: 1 });
    expect(page.payload.map((one: any) => one.assessment_id)).toEqual([first.id]);
    const [next] = await (await list('?limit=1&offset=1')).json<any>();
    expect(next.payload.map((one: any) => one.assessment_id)).toEqual([client.assessment.id]);
    for (const query of ['?limit=0', '?limit=x', '?offset=-1'])
      await expectError(await list(query), 400, 'invalid');
  });

  it('answers as an API, not as the pages beside it', async () => {
    await expectError(await askApi(path, undefined), 401, 'unauthorized');
    await expectError(await askApi(`${path}/nothing`, undefined), 404, 'not_found');
  });
});

describe('an attempt', () => {
  it('is made of the eight fields, and leads to the test', async () => {
    const answer = await register(aCoodeshBody(client));
    expect(answer.status).toBe(201);
    const made = await answer.json<Record<string, string>>();
    expect(Object.keys(made)).toEqual(['attempt_id', 'attempt_url']);
    expect(await (await fetchPage(made['attempt_url']!)).text()).toContain('Rita Lima');
  });

  it('is refused unless each of the eight is a text', async () => {
    const valid = aCoodeshBody(client);
    expect(Object.keys(valid)).toHaveLength(8);
    for (const field of Object.keys(valid))
      for (const wrong of [undefined, null, 7, ['x'], {}]) {
        const answer = await register({ ...valid, [field]: wrong });
        const { fields } = await expectError(answer, 400, 'invalid');
        expect(Object.keys(fields), `${field}: ${JSON.stringify(wrong)}`).toEqual([field]);
      }
    expect(await db.select().from(attempts)).toEqual([]);
  });

  it('goes back to the callback after completion, and its result to the webhook, the same on every try', async () => {
    const body = aCoodeshBody(client);
    const made = await (await register(body)).json<Record<string, string>>();
    const testUrl = made['attempt_url']!;
    expect((await fetchPage(`${testUrl}/return`)).status).toBe(404);
    await take({ testUrl });
    const done = await (await fetchPage(testUrl)).text();
    expect(done).toContain('Voltar ao site da vaga');
    expect(done).not.toContain('Gupy');
    const back = await fetchPage(`${testUrl}/return`);
    expect(back.headers.get('Location')).toBe(body.callback_url);

    receiver = aReceiver(
      () => new Response('', { status: 500 }),
      () => new Response(),
    );
    await sweepDeliveries({ env, db }, destinations);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    await sweepDeliveries({ env, db }, destinations);
    vi.useRealTimers();
    const [first, second] = receiver.calls();
    expect(first!.url).toBe(body.webhook_url);
    expect([second!.body, second!.headers.get('webhook-id')]).toEqual([
      first!.body,
      first!.headers.get('webhook-id'),
    ]);
    const read = await askApi(`/api/v1/attempts/${made['attempt_id']}`, client.key);
    expect(JSON.parse(first!.body)).toEqual({
      attempt_id: made['attempt_id'],
      assessment_id: client.assessment.id,
      user_id: 'u-1',
      company_id: 'c-1',
      job_id: 'j-1',
      status: 'completed',
      attempt: await read.json(),
    });
  });

  it('made by the other form of the API is posted nowhere', async () => {
    await take(await created(client, { callbackUrl: 'https://ats.example/back' }));
    await sweepDeliveries({ env, db }, destinations);
    expect(receiver.calls()).toEqual([]);
  });
});
