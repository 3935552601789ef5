import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { createAssessment } from '../../src/features/assessments/queries.ts';
import { newId } from '../../src/lib/ids.ts';
import { hour, minute } from '../../src/lib/time.ts';
import { aQuestion, aSection, aVersionContent } from '../support/contents.ts';
import { textOf, unescaped } from '../support/html.ts';
import { aLink, anAssessment, aSignedInMember } from '../support/makers.ts';
import { fetchPage, origin, postForm } from '../support/pages.ts';

const now = Date.now();

describe('the list of assessments', () => {
  it('tells each one, with its version, size, duration and Gupy', async () => {
    const { headers, organizationId } = await aViewer();
    const pool = [1, 2, 3, 4, 5].map((n) => aQuestion('true-false', { id: `q${n}` }));
    await anAssessment({
      organizationId,
      content: {
        name: { 'pt-BR': 'SQL <básico>' },
        durationMinutes: 45,
        sections: [
          aSection({ id: 'a', questions: [aQuestion('numeric'), aQuestion('ordering')] }),
          { ...aSection({ id: 'b', questions: pool }), draw: 3 },
        ],
      },
    });
    await anAssessment({ organizationId, offeredToGupy: false });
    const text = await textAt('/assessments', headers);
    expect(text).toMatch(
      /SQL <básico> Versão 1 · 5 questões · 45 minutos · Oferecida à Gupy Publicada/,
    );
    expect(text).toMatch(/Avaliação de teste Versão 1 · 9 questões · 30 minutos Publicada/);
  });

  it('shows a draft, which has no version and no link', async () => {
    const { headers, organizationId } = await aViewer();
    const content = aVersionContent({ name: { 'pt-BR': 'Rascunho novo' } });
    const draft = { id: newId(), organizationId, content, offeredToGupy: false, createdAt: now };
    await createAssessment(database(env.DB), draft);
    expect(await textAt('/assessments', headers)).toMatch(
      /Rascunho novo Rascunho .*Sem link público/,
    );
  });

  it.each([
    [{}, 'Aberto 1 tentativa por pessoa'],
    [{ attemptsAllowed: 3, jobReference: 'V-7' }, 'Aberto 3 tentativas por pessoa · Vaga V-7'],
    [{ opensAt: now + hour }, 'Ainda não abriu 1 tentativa por pessoa · Abre em'],
    [{ closesAt: now + hour }, 'Aberto 1 tentativa por pessoa · Fecha em'],
    [{ closesAt: now - minute }, 'Encerrado 1 tentativa por pessoa · Fechou em'],
    [{ enabled: false }, 'Desativado 1 tentativa por pessoa'],
  ])('tells what a link does: %j', async (link, expected) => {
    const { headers, organizationId } = await aViewer();
    await anAssessment({ organizationId, link: { ...link, name: 'Turma A' } });
    expect(await textAt('/assessments', headers)).toContain(`Turma A ${expected}`);
  });

  it('gives the address of each link to copy, to open and as a code', async () => {
    const { headers, organizationId } = await aViewer();
    const { slug, linkId } = await anAssessment({ organizationId });
    const html = await (await fetchPage('/assessments', { headers })).text();
    const address = `${origin}/t/${slug}`;
    expect(html).toContain(`data-copy="${address}"`);
    expect(html).toContain(`href="${address}"`);
    expect(html).toContain(`href="/links/${linkId}/qr"`);
  });

  it('shows the newest links, and says that there are more', async () => {
    const { headers, organizationId } = await aViewer();
    const link = { name: 'Primeiro', createdAt: now };
    const assessment = await anAssessment({ organizationId, link });
    for (const [index, name] of ['Segundo', 'Terceiro', 'Quarto'].entries())
      await aLink(assessment, { name, createdAt: now + index + 1 });
    const text = await textAt('/assessments', headers);
    expect(text).toMatch(/Quarto .*Terceiro .*Segundo .*Mostramos os 3 links mais novos/);
    expect(text).not.toContain('Primeiro');
  });

  it('shows every assessment once, newest first, page after page', async () => {
    const { headers, organizationId } = await aViewer();
    const names = Array.from({ length: 19 }, (_, index) => `Prova ${index}.`);
    // Pairs of the same moment.
    for (const [index, name] of names.entries())
      await anAssessment({
        organizationId,
        content: { name: { 'pt-BR': name } },
        createdAt: now - Math.floor(index / 2) * minute,
      });
    const shown: string[] = [];
    let url: string | undefined = '/assessments';
    for (let page = 0; url && page < 5; page += 1) {
      const html: string = await (await fetchPage(url, { headers })).text();
      shown.push(...[...html.matchAll(/<h2>(Prova \d+\.)/g)].map(([, name]) => name!));
      const next: string | undefined = /href="([^"]+)" rel="next"/.exec(html)?.[1];
      url = next && unescaped(next);
    }
    expect(url).toBeUndefined();
    expect(shown.toSorted()).toEqual(names.toSorted());
    const moments = shown.map((name) => Math.floor(names.indexOf(name) / 2));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });

  it('explains itself when there is none, and shows none of others', async () => {
    await anAssessment();
    const { headers } = await aViewer();
    const text = await textAt('/assessments?after=nonsense', headers);
    expect(text).toContain('Nenhuma avaliação ainda');
    expect(text).not.toContain('Avaliação de teste');
  });

  it('is one query after the one that finds the member', async () => {
    const { headers, organizationId } = await aViewer();
    for (let index = 0; index < 3; index += 1) await anAssessment({ organizationId });
    const prepare = vi.spyOn(env.DB, 'prepare');
    await fetchPage('/assessments', { headers });
    expect(prepare).toHaveBeenCalledTimes(2);
    prepare.mockRestore();
  });
});

describe("a link's code", () => {
  it('is drawn with the address below it', async () => {
    const { headers, organizationId } = await aViewer();
    const { slug, linkId } = await anAssessment({ organizationId, link: { name: 'Turma A' } });
    const html = await (await fetchPage(`/links/${linkId}/qr`, { headers })).text();
    expect(html).toContain(`aria-label="Código QR de ${origin}/t/${slug}"`);
    expect(textOf(html)).toMatch(new RegExp(`Avaliação de teste Turma A .*${origin}/t/${slug}`));
  });

  it('answers alike for what is missing, what is no id, and what belongs to others', async () => {
    const { linkId } = await anAssessment();
    const { headers } = await aViewer();
    const bodyAt = async (id: string) => {
      const answer = await fetchPage(`/links/${id}/qr`, { headers });
      expect(answer.status).toBe(404);
      return (await answer.text()).replaceAll(id, 'id');
    };
    const body = await bodyAt(newId());
    expect(await bodyAt(linkId)).toBe(body);
    expect(await bodyAt('nonsense')).toBe(body);
  });
});

const post = (id: string, job: string, headers: Record<string, string>) =>
  postForm(`/links/${id}/job`, { job }, headers);

describe("a link's job", () => {
  it('is typed on its page, shown in the list, and taken away again', async () => {
    const { headers, organizationId } = await aSignedInMember({ role: 'recruiter' });
    const { linkId } = await anAssessment({ organizationId });
    expect((await post(linkId, ' 501 ', headers)).status).toBe(303);
    const page = await (await fetchPage(`/links/${linkId}/qr`, { headers })).text();
    expect(page).toContain('value="501"');
    const list = async () => textOf(await (await fetchPage('/assessments', { headers })).text());
    expect(await list()).toContain('Vaga 501');
    await post(linkId, '', headers);
    expect(await list()).not.toContain('Vaga 501');
  });

  it('that cannot be one comes back with what was typed', async () => {
    const { headers, organizationId } = await aSignedInMember({ role: 'recruiter' });
    const { linkId } = await anAssessment({ organizationId });
    const answer = await post(linkId, 'x'.repeat(61), headers);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('x'.repeat(61));
  });

  it("is not a viewer's to change, nor another organization's", async () => {
    const { linkId, organizationId } = await anAssessment();
    const viewer = await aSignedInMember({ role: 'viewer', organizationId });
    expect((await post(linkId, '1', viewer.headers)).status).toBe(403);
    const page = await fetchPage(`/links/${linkId}/qr`, { headers: viewer.headers });
    expect(await page.text()).not.toContain(`/links/${linkId}/job`);
    const stranger = await aSignedInMember();
    expect((await post(linkId, '1', stranger.headers)).status).toBe(404);
  });
});

function aViewer() {
  return aSignedInMember({ role: 'viewer' });
}

async function textAt(url: string, headers: { Cookie: string }): Promise<string> {
  const answer = await fetchPage(url, { headers });
  expect(answer.status).toBe(200);
  return textOf(await answer.text());
}
