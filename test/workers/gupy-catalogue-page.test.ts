import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { assessments } from '../../src/db/schema/assessments.ts';
import { integrations } from '../../src/db/schema/integrations.ts';
import { mails } from '../support/candidate.ts';
import { aVersionContent } from '../support/contents.ts';
import { aCompany, anOffer, askProvider, type Company } from '../support/gupy.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);

let company: Company;
let headers: { Cookie: string };
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  company = await aCompany();
  ({ headers } = await aSignedInMember({ organizationId: company.organizationId }));
});
afterEach(() => vi.restoreAllMocks());

const page = async (path = '/integrations/gupy/catalogue') =>
  textOf(await (await fetchPage(path, { headers })).text());

describe('the catalogue', () => {
  it('is what Gupy reads from the next moment on', async () => {
    const id = await anOffer(company, {
      content: aVersionContent({ category: 'Tecnologia', level: 'basic' }),
    });
    const total = async () => {
      const answer = await askProvider('/test', company.token);
      return (await answer.json<{ total_tests: number }>()).total_tests;
    };
    const post = (fields: Record<string, string>) =>
      postForm(`/integrations/gupy/catalogue/${id}`, fields, headers);
    expect(await page()).toContain('Tecnologia');
    expect((await post({})).status).toBe(303);
    expect(await total()).toBe(0);
    expect(await page()).toContain('não oferecida');
    await post({ offered: 'on' });
    expect(await total()).toBe(1);
  });

  it("is not changed by another organization's member", async () => {
    const id = await anOffer(company);
    const rival = await aSignedInMember();
    const answer = await postForm(`/integrations/gupy/catalogue/${id}`, {}, rival.headers);
    expect(answer.status).toBe(404);
    const [row] = await db.select().from(assessments).where(eq(assessments.id, id));
    expect(row?.offeredToGupy).toBe(true);
  });
});

const post = (value: string, as = headers) =>
  postForm('/integrations/gupy/company', { company: value }, as);
const stored = async () => (await db.select().from(integrations)).map(({ companyId }) => companyId);

describe("the company's id", () => {
  it('is what calls must name from then on', async () => {
    expect((await post('9007199254740993')).status).toBe(303);
    expect(await stored()).toEqual(['9007199254740993']);
    expect(await page()).toContain('Código da empresa');
  });

  it('can be given by an organization that had none', async () => {
    const other = await aSignedInMember();
    expect((await post('4711', other.headers)).status).toBe(303);
    expect(await stored()).toContain('4711');
  });

  it("cannot be another organization's", async () => {
    const other = await aSignedInMember();
    const answer = await post(String(company.companyId), other.headers);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('Outra organização já usa este código');
    expect(await stored()).toHaveLength(1);
  });

  it.each(['', '0', '-1', 'abc', '9223372036854775808'])('is digits, not %j', async (value) => {
    const before = await stored();
    expect((await post(value)).status).toBe(422);
    expect(await stored()).toEqual(before);
  });
});

describe('on a plan without Gupy', () => {
  const sales = '/integrations/gupy/sales';

  it('the page explains it, and the form writes to sales', async () => {
    const small = await aSignedInMember({ plan: 'starter' });
    const shown = await (await fetchPage('/integrations/gupy', { headers: small.headers })).text();
    expect(textOf(shown)).toContain('Scale, Business e Enterprise');
    const useCase = 'Vinte vagas por mês, todas com teste.';
    const answer = await postForm(sales, { useCase }, small.headers);
    expect(answer.headers.get('Location')).toBe('/integrations/gupy?sales=sent');
    const [mail] = await mails(env.SALES_EMAIL);
    expect(mail).toMatchObject({ subject: 'Gupy ATS Integration' });
    expect(mail!.text).toContain(useCase);
    expect(mail!.text).toContain(small.email);
  });

  it.each(['catalogue', 'timeline', 'webhooks', 'go-live'])(
    'the page %s leads to where that is explained',
    async (part) => {
      const small = await aSignedInMember({ plan: 'starter' });
      const answer = await fetchPage(`/integrations/gupy/${part}`, { headers: small.headers });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('Location')).toBe('/integrations/gupy');
    },
  );

  it.each(['', 'curto', 'x'.repeat(2001)])(
    'a use case is explained in words, not %j',
    async (useCase) => {
      const small = await aSignedInMember({ plan: 'starter' });
      const answer = await postForm(sales, { useCase }, small.headers);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(useCase);
      expect(await mails(env.SALES_EMAIL)).toEqual([]);
    },
  );

  it('a mail that cannot leave says so and keeps the words', async () => {
    const small = await aSignedInMember({ plan: 'starter' });
    vi.spyOn(env.MAIL, 'send').mockRejectedValue(new Error('no mail today'));
    const useCase = 'Vinte vagas por mês.';
    const answer = await postForm(sales, { useCase }, small.headers);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain(useCase);
  });
});
