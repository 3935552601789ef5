import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import type { Role } from '../../src/db/schema/accounts.ts';
import { integrations, providerTokens } from '../../src/db/schema/integrations.ts';
import { newId } from '../../src/lib/ids.ts';
import { sha256 } from '../../src/lib/secrets.ts';
import { day } from '../../src/lib/time.ts';
import { stopClock } from '../support/candidate.ts';
import { askProvider } from '../support/gupy.ts';
import { formsIn, textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, origin, postForm } from '../support/pages.ts';

const db = database(env.DB);
const page = '/integrations/gupy';
type Headers = { Cookie: string };

afterEach(() => vi.useRealTimers());

describe('a new token', () => {
  it('is shown once, opens the contract, and is stored as its hash only', async () => {
    const { headers, organizationId, userId } = await anAdmin();
    const answer = await create(headers, 'Gupy produção');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const html = await answer.text();
    const token = tokenIn(html);
    expect(html).toContain(`data-copy="${origin}/gupy"`);
    expect((await askProvider('/test', token)).status).toBe(200);

    const [row] = await tokensOf(organizationId);
    expect(row).toMatchObject({
      name: 'Gupy produção',
      tokenHash: await sha256(token),
      createdBy: userId,
      revokedAt: null,
    });
    expect(JSON.stringify(row)).not.toContain(token);
    const later = await (await fetchPage(page, { headers })).text();
    expect(textOf(later)).toMatch(/Gupy produção Criado em .* Por Ana/);
    expect(later).not.toContain(token);
    expect(later).not.toContain(row!.tokenHash);
  });

  it('is made once by a form that is sent twice', async () => {
    const { headers, organizationId } = await anAdmin();
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => create(headers, 'Gupy', key)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 303, 303]);
    expect(await tokensOf(organizationId)).toHaveLength(1);
    const { headers: others } = await anAdmin();
    expect((await create(others, 'Outra', key)).status).toBe(200);
    const notice = await (await fetchPage(`${page}?notice=repeated`, { headers })).text();
    expect(textOf(notice)).toContain('Este token já tinha sido criado');
  });

  it.each(['', '   ', 'x'.repeat(81), 'nul\0'])('needs a name, not %j', async (name) => {
    const { headers, organizationId } = await anAdmin();
    const answer = await create(headers, name);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain('Dê um nome ao token');
    const form = (await formsIn(html)).find(({ action }) => action === `${page}/tokens`);
    expect(form?.fields['name']?.[0]?.length).toBe(name.length);
    expect(await tokensOf(organizationId)).toEqual([]);
  });

  it('is refused while twenty are active, also when many ask at once', async () => {
    const { headers, organizationId } = await anAdmin();
    for (let index = 0; index < 18; index += 1) await create(headers, `Token ${index}`);
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => create(headers, `Mais ${n}`)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 200, 422, 422, 422,
    ]);
    const refused = answers.find(({ status }) => status === 422)!;
    expect(textOf(await refused.text())).toContain('Já existem 20 tokens ativos');
    const [row] = await tokensOf(organizationId);
    await revoke(headers, row!.id);
    expect((await create(headers, 'Agora cabe')).status).toBe(200);
  });
});

describe('revoking a token', () => {
  it('asks first, and then closes the door at once', async () => {
    const { headers, organizationId } = await anAdmin();
    const token = tokenIn(await (await create(headers, 'Gupy')).text());
    const [row] = await tokensOf(organizationId);
    const asked = await revoke(headers, row!.id, {});
    expect(asked.status).toBe(422);
    expect(textOf(await asked.text())).toContain('Confirme a revogação.');
    expect((await askProvider('/test', token)).status).toBe(200);

    expect((await revoke(headers, row!.id)).headers.get('Location')).toBe(`${page}?notice=revoked`);
    expect((await askProvider('/test', token)).status).toBe(401);
    const text = textOf(await (await fetchPage(`${page}?notice=revoked`, { headers })).text());
    expect(text).toContain('O token foi revogado');
    expect(text).toMatch(/Revogados recentemente Gupy .* Revogado em/);
  });

  it('keeps the moment of the first revocation', async () => {
    const { headers, organizationId } = await anAdmin();
    await create(headers, 'Gupy');
    const [row] = await tokensOf(organizationId);
    await db.update(providerTokens).set({ revokedAt: 5 });
    expect((await revoke(headers, row!.id)).status).toBe(303);
    expect((await tokensOf(organizationId))[0]?.revokedAt).toBe(5);
  });

  it("never reaches another organization's token", async () => {
    const theirs = await anAdmin();
    await create(theirs.headers, 'Deles');
    const [row] = await tokensOf(theirs.organizationId);
    const { headers } = await anAdmin();
    for (const confirm of [{ confirm: 'on' }, {}]) {
      const bodies = [];
      for (const id of [row!.id, newId(), 'nonsense']) {
        const answer = await revoke(headers, id, confirm);
        expect(answer.status).toBe(404);
        bodies.push((await answer.text()).replaceAll(id, 'id'));
      }
      expect(new Set(bodies).size).toBe(1);
    }
    expect((await tokensOf(theirs.organizationId))[0]?.revokedAt).toBeNull();
    expect(await (await fetchPage(page, { headers })).text()).not.toContain('Deles');
  });
});

const rotate = (headers: Headers, id: string, key: string = newId()) =>
  postForm(`${page}/tokens/${id}/rotation`, { key }, headers);

describe('a rotation', () => {
  it('makes a token of the same name, and the old one works for another day', async () => {
    const { headers, organizationId } = await anAdmin();
    const now = stopClock();
    const old = tokenIn(await (await create(headers, 'Gupy')).text());
    const [row] = await tokensOf(organizationId);
    const fresh = tokenIn(await (await rotate(headers, row!.id)).text());
    expect((await tokensOf(organizationId)).map(({ name }) => name)).toEqual(['Gupy', 'Gupy']);
    for (const token of [old, fresh]) expect((await askProvider('/test', token)).status).toBe(200);
    expect(textOf(await (await fetchPage(page, { headers })).text())).toContain('Vale até');
    stopClock(now + day);
    expect((await askProvider('/test', old)).status).toBe(401);
    expect((await askProvider('/test', fresh)).status).toBe(200);
  });

  it('is made once by a form that is sent twice, and of a live token only', async () => {
    const { headers, organizationId } = await anAdmin();
    await create(headers, 'Gupy');
    const [row] = await tokensOf(organizationId);
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => rotate(headers, row!.id, key)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await tokensOf(organizationId)).toHaveLength(2);
    expect((await rotate(headers, row!.id)).status).toBe(404);
  });

  it('can be cut short by a revocation', async () => {
    const { headers, organizationId } = await anAdmin();
    const old = tokenIn(await (await create(headers, 'Gupy')).text());
    const [row] = await tokensOf(organizationId);
    await rotate(headers, row!.id);
    await revoke(headers, row!.id);
    expect((await askProvider('/test', old)).status).toBe(401);
  });

  it("never reaches another organization's token", async () => {
    const theirs = await anAdmin();
    const old = tokenIn(await (await create(theirs.headers, 'Deles')).text());
    const [row] = await tokensOf(theirs.organizationId);
    const { headers } = await anAdmin();
    expect((await rotate(headers, row!.id)).status).toBe(404);
    expect((await askProvider('/test', old)).status).toBe(200);
    expect(await tokensOf(theirs.organizationId)).toHaveLength(1);
  });
});

describe('the page about Gupy', () => {
  it("shows the company's code and the address for Gupy", async () => {
    const { headers, organizationId } = await anAdmin();
    const read = async () => textOf(await (await fetchPage(page, { headers })).text());
    expect(await read()).toContain('Ainda não informado');
    const id = newId();
    const companyId = '9007199254740993';
    await db
      .insert(integrations)
      .values({ id, organizationId, kind: 'gupy', companyId, createdAt: 1 });
    expect(await read()).toContain(companyId);
  });

  it.each<Role>(['viewer', 'reviewer', 'recruiter'])('lets a %s look, not change', async (role) => {
    const admin = await anAdmin();
    await create(admin.headers, 'Gupy');
    const [row] = await tokensOf(admin.organizationId);
    const { organizationId } = admin;
    const { headers } = await aSignedInMember({ organizationId, role });
    const html = await (await fetchPage(page, { headers })).text();
    expect(textOf(html)).toContain('Só quem é dono ou administrador');
    expect(html).not.toContain(`action="${page}`);
    expect((await create(headers, 'Meu')).status).toBe(403);
    expect((await revoke(headers, row!.id)).status).toBe(403);
    expect(await tokensOf(organizationId)).toMatchObject([{ name: 'Gupy', revokedAt: null }]);
  });

  it('explains to the smallest plan which ones have Gupy, and changes nothing', async () => {
    const { headers, organizationId } = await aSignedInMember({ role: 'owner', plan: 'starter' });
    const text = textOf(await (await fetchPage(page, { headers })).text());
    expect(text).toContain('está nos planos Scale, Business e Enterprise');
    expect((await create(headers, 'Gupy')).status).toBe(403);
    expect((await revoke(headers, newId())).status).toBe(403);
    expect(await tokensOf(organizationId)).toEqual([]);
  });
});

function anAdmin() {
  return aSignedInMember({ role: 'admin', plan: 'business' });
}

function create(headers: Headers, name: string, key = newId()) {
  return postForm(`${page}/tokens`, { name, key }, headers);
}

function revoke(headers: Headers, id: string, fields: Record<string, string> = { confirm: 'on' }) {
  return postForm(`${page}/tokens/${id}/revocation`, fields, headers);
}

function tokenIn(html: string): string {
  return /value="([A-Za-z0-9_-]{43})"/.exec(html)![1]!;
}

function tokensOf(organizationId: string) {
  return db
    .select()
    .from(providerTokens)
    .where(eq(providerTokens.organizationId, organizationId))
    .orderBy(providerTokens.createdAt);
}
