import { describe, expect, test } from 'vitest';

import { aProvider, aSimulator, anApplication, html } from '../gupy-simulator/maker.ts';
import { inventPerson } from '../gupy-simulator/person.ts';

describe('the story', () => {
  test('the catalogue of a job comes from the provider, searched, with the company token', async () => {
    const simulator = aSimulator();
    const page = await html(simulator.send('GET', '/jobs/202?searchString=an%C3%A1lise'));
    expect(page).toContain('SQL para análise');
    expect(simulator.calls[0]!.url).toBe(
      'http://provider.test/gupy/test?offset=0&limit=50&searchString=an%C3%A1lise',
    );
    expect(simulator.calls[0]!.headers.get('authorization')).toBe('Bearer demo-gupy-token-beta');
  });

  test('"Iniciar teste" sends every field of the contract and the browser goes to test_url', async () => {
    const simulator = aSimulator();
    const id = await anApplication(simulator);
    const answer = await simulator.send('POST', `/applications/${id}/runs`);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      'http://provider.test/a/1',
    ]);
    // The policy judges the redirect of a form too: without the origin Chromium stays where it was.
    const policy = (await simulator.send('GET', `/applications/${id}`)).headers;
    expect(policy.get('content-security-policy')).toContain(
      "form-action 'self' http://provider.test;",
    );
    expect(JSON.parse(simulator.calls.at(-1)!.body)).toEqual({
      company_id: 1,
      document_id: 1234567890,
      test_id: 'sql',
      name: 'Ana Lima',
      email: 'ana@example.com',
      job_id: 101,
      callback_url: `http://gupy.test/applications/${id}/return`,
      result_webhook_url: `http://gupy.test/webhooks/results/${id}`,
      candidate_type: 'external',
      previous_result: null,
    });
  });

  test('the candidate who returns sees major items only, and may then take a retest', async () => {
    const simulator = aSimulator();
    const id = await anApplication(simulator);
    await simulator.send('POST', `/applications/${id}/runs`);
    expect(await html(simulator.send('GET', `/applications/${id}`))).not.toContain('Refazer');
    const page = await html(simulator.send('GET', `/applications/${id}/return`));
    const shown = page.slice(0, page.indexOf('<details'));
    expect(shown).toContain('Total');
    expect(shown).not.toContain('Joins');
    expect(simulator.calls.at(-1)!.url).toBe('http://provider.test/gupy/test/result/r%2F1');
    expect(await html(simulator.send('GET', `/applications/${id}`))).toContain('Refazer');
    const fail = new URLSearchParams({ previous_result: 'fail' });
    await simulator.send('POST', `/applications/${id}/runs`, fail);
    expect(JSON.parse(simulator.calls.at(-1)!.body).previous_result).toBe('fail');
  });

  test.each<[string, () => Response]>([
    ['O provedor respondeu 409', () => Response.json({ error: {} }, { status: 409 })],
    ['test_result_id', () => Response.json({ test_url: 'http://x.test/' }, { status: 201 })],
    [
      'test_url',
      () => Response.json({ test_url: 'javascript:1', test_result_id: 'r' }, { status: 201 }),
    ],
    [
      'não respondeu',
      () => {
        throw new Error('connection refused');
      },
    ],
  ])('a provider that fails is shown to the person: %s', async (words, answer) => {
    const simulator = aSimulator((call) =>
      call.url.includes('candidate') ? answer() : aProvider(call),
    );
    const id = await anApplication(simulator);
    const page = await simulator.send('POST', `/applications/${id}/runs`);
    expect(page.status).toBe(502);
    expect(await page.text()).toContain(words);
  });

  test('a test on another origin than the provider is a link, not a redirect', async () => {
    const body = { test_url: 'http://elsewhere.test/a', test_result_id: 'r' };
    const simulator = aSimulator(() => Response.json(body, { status: 201 }));
    const id = await anApplication(simulator);
    const page = await simulator.send('POST', `/applications/${id}/runs`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('href="http://elsewhere.test/a"');
  });

  test('a wrong application form comes back with its words and a message for each field', async () => {
    const { send } = aSimulator();
    const form = new URLSearchParams({ name: ' ', email: 'ana@', document: '123' });
    const page = await send('POST', '/jobs/101/applications', form);
    expect(page.status).toBe(422);
    const text = await page.text();
    for (const words of ['Informe o nome.', 'e-mail válido', '11 números', 'value="ana@"']) {
      expect(text).toContain(words);
    }
  });

  test('one document applies once to a job', async () => {
    const simulator = aSimulator();
    await anApplication(simulator);
    const form = { name: 'Ana', email: 'a@example.com', document: '012.345.678-90' };
    const page = await simulator.send('POST', '/jobs/101/applications', new URLSearchParams(form));
    expect(page.status).toBe(422);
  });

  test('an invented person fits the form, with a document that is nobody’s', () => {
    const person = inventPerson(() => 0);
    expect(person).toEqual({
      name: 'Marina Duarte',
      email: expect.stringMatching(/^marina\.duarte\.\d{4}@example\.com$/),
      // 100.000.000-19 would be valid.
      document: '100.000.000-27',
    });
  });
});
