import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { type Role, roles } from '../../src/db/schema/accounts.ts';
import { assessments } from '../../src/db/schema/assessments.ts';
import { gupyConnections } from '../../src/db/schema/integrations.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { unseal } from '../../src/lib/sealed.ts';
import { openPage } from '../support/candidate.ts';
import { aConnection, aGupy, restToken } from '../support/gupy-rest.ts';
import { formsIn, textOf } from '../support/html.ts';
import { anAssessment, aSignedInMember } from '../support/makers.ts';
import { fetchPage, postForm } from '../support/pages.ts';

const db = database(env.DB);
const words = messagesFor('pt-BR').timeline;
const home = '/integrations/gupy/timeline';

let lines = '';
beforeEach(() => {
  lines = '';
  vi.spyOn(console, 'log').mockImplementation((line: string) => void (lines += line));
});
afterEach(() => void vi.restoreAllMocks());

const rows = () => db.select().from(gupyConnections);
const forbidden = () => Response.json({ title: 'Forbidden', status: 403 }, { status: 403 });

async function anAdmin(role: Role = 'admin') {
  const member = await aSignedInMember({ role });
  const save = (token: string) => postForm(`${home}/token`, { token }, member.headers);
  return { ...member, save };
}

describe('a token for Gupy', () => {
  it('is tested by calls that change nothing, then kept encrypted', async () => {
    const gupy = aGupy([{ id: 9, email: 'bia@example.com' }]);
    const { save, organizationId } = await anAdmin();
    const answer = await save(`  ${restToken}\n`);
    expect(answer.headers.get('Location')).toBe(`${home}?notice=connected`);
    expect(gupy.lines()).toEqual([
      'GET /jobs?perPage=1',
      'GET /jobs/77/applications?perPage=1',
      'GET /jobs/77/steps?perPage=1',
      'POST /jobs/0/applications/0/comments',
      'PUT /jobs/0/applications/0/tags',
      'PATCH /jobs/0/applications/0',
    ]);
    expect(gupy.calls.slice(3).map(({ body }) => body)).toEqual([{}, {}, {}]);
    expect(gupy.applications).toEqual([{ id: 9, email: 'bia@example.com' }]);
    const [row] = await rows();
    expect(row).toMatchObject({ organizationId, tokenHint: 'ests', missing: [] });
    expect(JSON.stringify(row)).not.toContain(restToken);
    expect(await unseal(env.ENCRYPTION_SECRET, organizationId, row!.sealedToken)).toBe(restToken);
  });

  it('is never shown again, nor logged', async () => {
    aGupy([]);
    const { save, headers } = await anAdmin();
    await save(restToken);
    const html = await openPage(home, headers);
    expect(html).not.toContain(restToken);
    expect(textOf(html)).toContain(words.complete);
    expect(lines).not.toContain(restToken);
  });

  it('may lack permissions, which are named', async () => {
    aGupy([], ({ method, path }) =>
      path.endsWith('/comments') || method === 'PATCH' ? forbidden() : undefined,
    );
    const { save, headers } = await anAdmin();
    await save(restToken);
    expect((await rows())[0]?.missing).toEqual(['comments', 'moves']);
    const text = textOf(await openPage(home, headers));
    expect(text).toContain(words.missing);
    expect(text).toContain(words.permissions.comments);
    expect(text).toContain(words.permissions.moves);
    expect(text).not.toContain(words.permissions.tags);
  });

  it.each([
    ['refused', 401],
    ['silent', 500],
    ['silent', 429],
    ['silent', 302],
  ] as const)('is not kept when Gupy’s answer is %s (%i)', async (problem, status) => {
    aGupy([], () => new Response('', { status }));
    const { save, headers, organizationId } = await anAdmin();
    await aConnection(organizationId);
    const before = await rows();
    const answer = await save('another-token-of-the-tests');
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain(words.tokenProblems[problem]);
    expect(html).not.toContain('another-token');
    expect(lines).not.toContain('another-token');
    // The turns that the test took are all that it left.
    const after = await rows();
    expect(after.map((row) => ({ ...row, nextSlotAt: 0 }))).toEqual(before);
    expect((await fetchPage(home, { headers })).status).toBe(200);
  });

  it.each(['', 'short', 'with a space', 'ünïcode-token', 'x'.repeat(2001)])(
    'is refused without asking anybody when it can be none (%j)',
    async (token) => {
      const gupy = aGupy([]);
      const { save } = await anAdmin();
      const answer = await save(token);
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain(words.tokenProblems.shape);
      expect(gupy.calls).toEqual([]);
      expect(await rows()).toEqual([]);
    },
  );

  it('replaces the one before, and leaves what is written as it was', async () => {
    aGupy([]);
    const { save, organizationId, userId } = await anAdmin();
    await aConnection(organizationId, { tags: ['nota {{total}}'], cutOff: 60 });
    await save('another-token-of-the-tests-1234');
    expect(await rows()).toMatchObject([
      { tokenHint: '1234', tags: ['nota {{total}}'], cutOff: 60, updatedBy: userId },
    ]);
  });

  it('goes when it is removed', async () => {
    const { headers, organizationId } = await anAdmin();
    await aConnection(organizationId);
    expect((await postForm(`${home}/removal`, {}, headers)).status).toBe(303);
    expect(await rows()).toEqual([]);
  });
});

const write = (fields: Record<string, string>, headers: Record<string, string>) => {
  const form = { tags: 'aferi: {{total}}', cutOff: '', moveFrom: '', moveStep: '', ...fields };
  return postForm(`${home}/writing`, form, headers);
};

const cutOffs = async () =>
  Object.fromEntries((await db.select().from(assessments)).map(({ id, cutOff }) => [id, cutOff]));

const writingIn = async (html: string) =>
  (await formsIn(html)).find(({ action }) => action.endsWith('/writing'))!.fields;

describe('what is written', () => {
  it('is the organization’s to say', async () => {
    const { headers, organizationId } = await anAdmin();
    await aConnection(organizationId);
    const fields = {
      tags: ' nota {{total}} \r\n\r\n{{verdict}}\n',
      cutOff: '70',
      moveFrom: '100',
      moveStep: ' Entrevista ',
    };
    expect((await write(fields, headers)).status).toBe(303);
    expect(await rows()).toMatchObject([
      {
        tags: ['nota {{total}}', '{{verdict}}'],
        cutOff: 70,
        moveFrom: 100,
        moveStep: 'Entrevista',
      },
    ]);
    await write({ tags: '' }, headers);
    expect(await rows()).toMatchObject([
      { tags: [], cutOff: null, moveFrom: null, moveStep: null },
    ]);
  });

  it.each([
    ['tags', { tags: 'a\nb\nc\nd\ne\nf' }],
    ['tags', { tags: 'x'.repeat(121) }],
    ['tags', { tags: '{{name}}' }],
    ['tags', { tags: '{{total' }],
    ['cutOff', { cutOff: '101' }],
    ['cutOff', { cutOff: '-1' }],
    ['moveFrom', { moveFrom: 'x', moveStep: 'Entrevista' }],
    ['moveStep', { moveFrom: '70' }],
    ['moveStep', { moveStep: 'Entrevista' }],
  ] as const)('comes back with a problem of %s (%j)', async (field, fields) => {
    const { headers, organizationId } = await anAdmin();
    await aConnection(organizationId);
    const before = await rows();
    const answer = await write(fields, headers);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain(words.problems[field]);
    const [form] = (await formsIn(html)).filter(({ action }) => action.endsWith('/writing'));
    for (const [name, value] of Object.entries(fields)) expect(form?.fields[name]).toEqual([value]);
    expect(await rows()).toEqual(before);
  });

  it('has a cut-off of each assessment’s own', async () => {
    const { headers, organizationId } = await anAdmin();
    await aConnection(organizationId);
    const [own, other] = [await anAssessment({ organizationId }), await anAssessment()];
    const fields = { [`cutOff.${own.id}`]: '75', [`cutOff.${other.id}`]: '75' };
    expect((await write(fields, headers)).status).toBe(303);
    expect(await cutOffs()).toEqual({ [own.id]: 75, [other.id]: null });
    expect((await writingIn(await openPage(home, headers)))[`cutOff.${own.id}`]).toEqual(['75']);
    const wrong = await write({ [`cutOff.${own.id}`]: '101' }, headers);
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(textOf(html)).toContain(words.problems.cutOff);
    expect((await writingIn(html))[`cutOff.${own.id}`]).toEqual(['101']);
    expect(await cutOffs()).toEqual({ [own.id]: 75, [other.id]: null });
    await write({ [`cutOff.${own.id}`]: '' }, headers);
    expect(await cutOffs()).toEqual({ [own.id]: null, [other.id]: null });
  });

  it('needs a token first', async () => {
    const { headers } = await anAdmin();
    expect((await write({}, headers)).status).toBe(404);
    expect((await write({ cutOff: 'x' }, headers)).status).toBe(404);
  });
});

describe('who may', () => {
  it.each(roles)('%s', async (role) => {
    aGupy([]);
    const { headers, save, organizationId } = await anAdmin(role);
    await aConnection(organizationId);
    const may = role === 'owner' || role === 'admin';
    expect((await save(restToken)).status).toBe(may ? 303 : 403);
    expect((await postForm(`${home}/writing`, { tags: '' }, headers)).status).toBe(may ? 422 : 403);
    const html = await openPage(home, headers);
    expect(html.includes(`action="${home}/token"`)).toBe(may);
    expect((await postForm(`${home}/removal`, {}, headers)).status).toBe(may ? 303 : 403);
    expect(await rows()).toHaveLength(may ? 0 : 1);
  });

  it('nobody on a plan without Gupy', async () => {
    const gupy = aGupy([]);
    const { headers } = await aSignedInMember({ role: 'owner', plan: 'starter' });
    for (const path of ['token', 'writing', 'removal'])
      expect((await postForm(`${home}/${path}`, { token: restToken }, headers)).status).toBe(403);
    expect(gupy.calls).toEqual([]);
  });

  it('only for one’s own organization', async () => {
    const { headers } = await anAdmin();
    const other = await aSignedInMember();
    await aConnection(other.organizationId);
    expect(textOf(await openPage(home, headers))).toContain(words.none);
    await postForm(`${home}/removal`, {}, headers);
    expect(await rows()).toHaveLength(1);
  });
});
