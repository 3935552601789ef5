import { beforeEach, describe, expect, it } from 'vitest';

import {
  aCandidate,
  aCompany,
  anOffer,
  askProvider,
  type Company,
  expectError,
  type Fields,
  publish,
  register,
  type Registered,
  registered,
  registeredRows,
  scoredContent,
  setAssessment,
  startTest,
  toJson,
} from '../support/gupy.ts';
import { fetchPage } from '../support/pages.ts';

let acme: Company;
let testId: string;
beforeEach(async () => {
  acme = await aCompany();
  testId = await anOffer(acme);
});

const send = (fields: Fields = {}) => register(acme, aCandidate(acme, testId, fields));

const post = (body: string | Uint8Array<ArrayBuffer>) =>
  askProvider('/test/candidate', acme.token, { method: 'POST', body });

describe('A.2 POST /test/candidate', () => {
  it('A.2 the answer is 201 with test_url and test_result_id, and nothing else', async () => {
    const answer = await send();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
    const body = await answer.json<Registered>();
    expect(Object.keys(body).toSorted()).toEqual(['test_result_id', 'test_url']);
    expect(body.test_url).toMatch(/^http:\/\/localhost:8787\/a\/[\w-]{46}\.[\w-]{43}$/);
    const { attempts: [attempt] } = await registeredRows(); // prettier-ignore
    expect(attempt).toMatchObject({ id: body.test_result_id, state: 'not_started', linkId: null });
  });

  it('A.2 the required fields alone are enough', async () => {
    const { company_id, document_id, test_id, name, email, callback_url } = aCandidate(
      acme,
      testId,
    );
    const body = toJson({ company_id, document_id, test_id, name, email, callback_url });
    expect((await post(body)).status).toBe(201);
    expect((await registeredRows()).registrations[0]).toMatchObject({
      jobId: null,
      resultWebhookUrl: null,
    });
  });

  it('A.2 the document is stored nowhere', async () => {
    await send({ document_id: 98765432109n });
    expect(JSON.stringify(await registeredRows())).not.toContain('98765432109');
  });

  it('A.2 the content type does not matter, the bytes do', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const answer = await fetchPage('/gupy/test/candidate', {
        method: 'POST',
        headers: { Authorization: `Bearer ${acme.token}`, 'Content-Type': type },
        body: toJson(aCandidate(acme, testId)),
      });
      expect(answer.status).toBe(201);
    }
  });

  it('A.2 the attempt is of the latest version, and stays with it', async () => {
    const first = await registered(acme, testId);
    await publish(acme, testId, { ...scoredContent, name: { 'pt-BR': 'Segunda' } });
    expect(await registered(acme, testId)).toEqual(first);
    await registered(acme, testId, { job_id: 78n });
    const versions = (await registeredRows()).attempts.map(({ versionId }) => versionId);
    expect(new Set(versions).size).toBe(2);
  });
});

describe('A.2 errors', () => {
  it('A.2 a company_id that is not the company of the token is 403, named', async () => {
    const beta = await aCompany();
    for (const company_id of [beta.companyId, 999n]) {
      const error = await expectError(await send({ company_id }), 403, 'forbidden');
      expect(Object.keys(error.fields)).toEqual(['company_id']);
    }
    expect((await registeredRows()).attempts).toEqual([]);
  });

  it('A.2 an unknown test, one that is not offered, and another organization’s are one 404', async () => {
    const beta = await aCompany();
    const unpublished = await anOffer(acme, { published: false });
    const archived = await anOffer(acme);
    await setAssessment(archived, { state: 'archived' });
    const bodies = [];
    for (const test_id of [
      '0197f0a2-0000-7000-8000-000000000000',
      'x',
      'x\0',
      'x\ud800',
      'x'.repeat(200),
      await anOffer(beta),
      await anOffer(acme, { offered: false }),
      unpublished,
      archived,
    ]) {
      const answer = await send({ test_id });
      const { requestId, ...error } = await expectError(answer, 404, 'not_found');
      expect(requestId).toMatch(/./);
      bodies.push(JSON.stringify(error));
    }
    expect(new Set(bodies).size).toBe(1);
    expect((await registeredRows()).attempts).toEqual([]);
  });

  it('A.2 the first thing wrong decides: 401, 400, 403, 404, 409', async () => {
    await registered(acme, testId);
    const wrong = [
      { name: 'Outra' }, // 409: the rest is as registered
      { test_id: 'unknown' },
      { company_id: 999n },
      { email: 'x' },
    ];
    const statuses = [];
    for (let count = 1; count <= wrong.length; count += 1)
      statuses.push((await send(Object.assign({}, ...wrong.slice(0, count)))).status);
    expect(statuses).toEqual([409, 404, 403, 400]);
    const everything = aCandidate(acme, testId, Object.assign({}, ...wrong));
    expect((await register({ ...acme, token: 'unknown' }, everything)).status).toBe(401);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('A.2 %s is not there', async (method) => {
    const answer = await askProvider('/test/candidate', acme.token, { method });
    await expectError(answer, 404, 'not_found');
  });
});

describe('A.2 test_url', () => {
  it('A.2 is an HTML page for whoever opens it, without signing in', async () => {
    const { test_url } = await registered(acme, testId);
    const answer = await fetchPage(test_url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const page = await answer.text();
    expect(page).toContain('Avaliação de teste');
    expect(page).toContain('Marina Duarte');
  });

  it('A.2 opening it by GET or HEAD changes nothing, however often', async () => {
    const { test_url } = await registered(acme, testId);
    const before = await registeredRows();
    const methods = Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 'HEAD' : 'GET'));
    const answers = await Promise.all(methods.map((method) => fetchPage(test_url, { method })));
    expect(answers.map(({ status }) => status)).toEqual(methods.map(() => 200));
    for (const path of ['/start', '/questions/1', '/review', '/submission', '/return'])
      for (const method of ['GET', 'HEAD']) await fetchPage(test_url + path, { method });
    expect(await registeredRows()).toEqual(before);
  });

  it('A.2 it starts by a click, with the notice accepted', async () => {
    const test = await registered(acme, testId);
    await startTest(test);
    expect((await registeredRows()).attempts[0]).toMatchObject({ state: 'in_progress' });
    expect((await registeredRows()).attempts[0]?.noticeAcceptedAt).not.toBeNull();
  });
});
