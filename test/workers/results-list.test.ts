import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';

import { hour, minute } from '../../src/lib/time.ts';
import { anAttempt, type AttemptValues } from '../support/attempt-makers.ts';
import { unescaped } from '../support/html.ts';
import { anAssessment, aSignedInMember, type MadeAssessment } from '../support/makers.ts';
import { fetchPage } from '../support/pages.ts';

const now = Date.UTC(2026, 10, 23, 12);

describe('the list of results', () => {
  it('shows every attempt once, newest first, page after page and back', async () => {
    const { headers, assessment } = await anAccount();
    const names = Array.from(
      { length: 45 },
      (_, index) => `Pessoa ${String(index).padStart(2, '0')}`,
    );
    // Three at a time were made at the same moment.
    for (const [index, name] of names.entries())
      await anAttempt({ assessment, name, createdAt: now - Math.floor(index / 3) * minute });

    const pages = [];
    let url: string | undefined = '/results';
    for (; url; url = pages.at(-1)?.older) pages.push(await listAt(url, headers));
    expect(pages.map(({ rows }) => rows.length)).toEqual([20, 20, 5]);
    const shown = pages.flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(shown.toSorted()).toEqual(names);
    const moments = shown.map((name) => Math.floor(names.indexOf(name) / 3));
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));

    const second = await listAt(pages[2]!.newer!, headers);
    expect(second.rows).toEqual(pages[1]!.rows);
    const first = await listAt(second.newer!, headers);
    expect(first.rows).toEqual(pages[0]!.rows);
    expect(first.newer).toBeUndefined();
    expect((await listAt(first.older!, headers)).rows).toEqual(pages[1]!.rows);
  });

  it('filters by assessment, by state, and by both', async () => {
    const { headers, assessment, organizationId } = await anAccount();
    const other = await anAssessment({ organizationId });
    await anAttempt({ assessment, name: 'Ana', state: 'completed' });
    await anAttempt({ assessment, name: 'Bia', state: 'submitted' });
    await anAttempt({ assessment: other, name: 'Caio', state: 'completed' });
    await anAttempt({ assessment: other, name: 'Davi', state: 'submitted' });
    const namesAt = async (query: string) =>
      (await listAt(`/results?${query}`, headers)).rows.map(({ name }) => name).toSorted();
    expect(await namesAt(`assessment=${other.id}`)).toEqual(['Caio', 'Davi']);
    expect(await namesAt('state=submitted')).toEqual(['Bia', 'Davi']);
    expect(await namesAt(`assessment=${assessment.id}&state=submitted`)).toEqual(['Bia']);
    expect(await namesAt(`q=d&assessment=${other.id}&state=submitted`)).toEqual(['Davi']);
    expect(await namesAt('state=nonsense&assessment=nonsense&cursor=nonsense')).toHaveLength(4);
  });

  it('keeps the filters while paging', async () => {
    const { headers, assessment } = await anAccount();
    for (let index = 0; index < 21; index += 1)
      await anAttempt({ assessment, name: `Pessoa ${index}`, state: 'submitted' });
    await anAttempt({ assessment, name: 'Outra', state: 'completed', createdAt: now - hour });
    const first = await listAt('/results?state=submitted', headers);
    const second = await listAt(first.older!, headers);
    expect(second.rows).toHaveLength(1);
    expect(second.rows[0]!.name).not.toBe('Outra');
    expect(second.older).toBeUndefined();
  });

  it('shows what there is to know of each attempt', async () => {
    const { headers, assessment } = await anAccount();
    await anAttempt({ assessment, name: 'Ana <b>', email: 'ana@x.example', state: 'completed' });
    await anAttempt({ assessment, name: 'Bia', state: 'in_progress', source: 'gupy' });
    const { rows } = await listAt('/results', headers);
    const text = (name: string) => rows.find((row) => row.name === name)!.text;
    expect(text('Ana <b>')).toMatch(
      /ana@x\.example.*Avaliação de teste.*Concluído.*100.*Enviado.*Link/,
    );
    expect(text('Bia')).toMatch(/Em andamento.*–.*Iniciado.*Gupy/);
  });

  it("never shows another organization's attempts, whatever the filter", async () => {
    const { headers } = await anAccount();
    const stranger = await anAttempt({ name: 'Estranha', email: 'estranha@x.example' });
    const assessment = stranger.assessment.id;
    for (const query of [
      '',
      'q=estranha',
      `assessment=${assessment}`,
      `q=e&assessment=${assessment}`,
    ])
      expect((await listAt(`/results?${query}`, headers)).rows).toEqual([]);
  });

  it('tells an empty list from filters that match nothing', async () => {
    const { headers, assessment } = await anAccount();
    expect(await textAt('/results', headers)).toContain('Ainda não há resultados');
    await anAttempt({ assessment });
    expect(await textAt('/results?q=zzz', headers)).toContain('Nada encontrado com esses filtros');
    expect(await textAt('/results?q=%2D%2D', headers)).toContain('Nada encontrado');
    expect(await textAt('/results?state=expired', headers)).toContain('Nada encontrado');
  });

  it('is one round trip after the one that finds the member', async () => {
    const { headers, assessment } = await anAccount();
    await anAttempt({ assessment });
    const batch = vi.spyOn(env.DB, 'batch');
    const prepare = vi.spyOn(env.DB, 'prepare');
    await fetchPage(`/results?assessment=${assessment.id}`, { headers });
    expect(batch).toHaveBeenCalledTimes(1);
    // The member, and the two statements of the batch.
    expect(prepare).toHaveBeenCalledTimes(3);
    batch.mockRestore();
    prepare.mockRestore();
  });

  it('answers htmx with the list alone, and the address without empty fields', async () => {
    const { headers, assessment } = await anAccount();
    await anAttempt({ assessment, name: 'Ana' });
    const partial = { ...headers, 'HX-Request': 'true', 'HX-Request-Type': 'partial' };
    const answer = await fetchPage('/results?q=&assessment=&state=completed', { headers: partial });
    expect(answer.headers.get('HX-Push-Url')).toBe('/results?state=completed');
    const html = await answer.text();
    expect(html).toMatch(/^<section id="results-list"/);
    expect(await textAt('/results?state=completed', headers)).toContain(html);
  });
});

describe('searching results', () => {
  it.each([
    ['sil', ['Sílvia Prado', 'João da Silva']],
    ['SÍLVIA', ['Sílvia Prado']],
    ['silvia prado', ['Sílvia Prado']],
    ['pra síl', ['Sílvia Prado']],
    ['silva maria', []],
    ['joao.s@x', ['João da Silva']],
    ['obrien', []],
    ["O'Brien", ["Zoë O'Brien"]],
    ['%', []],
    ['_', []],
  ])('finds by %j: %j', async (typed, expected) => {
    const { headers, assessment } = await anAccount();
    const people = { 'Sílvia Prado': 'sp@x.example', 'João da Silva': 'joao.s@x.example' };
    for (const [name, email] of Object.entries(people))
      await anAttempt({ assessment, name, email });
    await anAttempt({ assessment, name: "Zoë O'Brien", email: 'zoe@x.example' });
    const { rows } = await listAt(`/results?${new URLSearchParams({ q: typed })}`, headers);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
  });

  it('shows a person once, although name and address begin alike', async () => {
    const { headers, assessment } = await anAccount();
    await anAttempt({ assessment, name: 'Ana Anabela', email: 'ana.anabela@x.example' });
    expect((await listAt('/results?q=ana', headers)).rows).toHaveLength(1);
  });

  it('finds everyone, part by part, with all of their attempts', async () => {
    const { headers, assessment } = await anAccount();
    const made: string[] = [];
    for (let index = 0; index < 13; index += 1) {
      const person = { assessment, name: `Maria ${index}`, email: `maria${index}@x.example` };
      const several: AttemptValues[] = index === 7 ? [person, person, person] : [person];
      for (const values of several) made.push((await anAttempt(values)).id);
    }
    const found: string[] = [];
    let url: string | undefined = '/results?q=maria';
    let parts = 0;
    for (; url && parts < 10; parts += 1) {
      const part: List = await listAt(url, headers);
      found.push(...part.rows.map(({ id }) => id));
      url = part.older;
    }
    expect(parts).toBeLessThan(10);
    expect(found.toSorted()).toEqual(made.toSorted());
  });

  it('says so when a part of the search shows nobody, and goes on', async () => {
    const { headers, assessment } = await anAccount();
    for (let index = 0; index < 11; index += 1)
      await anAttempt({ assessment, name: `Ana Silva`, email: `a${index}@x.example` });
    await anAttempt({ assessment, name: 'Zélia Silva', email: 'z@x.example' });
    const first = await listAt('/results?q=silva+zel', headers);
    expect(first.rows).toEqual([]);
    expect(await textAt('/results?q=silva+zel', headers)).toContain('Ninguém nesta parte da busca');
    expect((await listAt(first.older!, headers)).rows).toMatchObject([{ name: 'Zélia Silva' }]);
  });
});

interface Account {
  headers: { Cookie: string };
  organizationId: string;
  assessment: MadeAssessment;
}

async function anAccount(): Promise<Account> {
  const { headers, organizationId } = await aSignedInMember({ role: 'viewer' });
  return { headers, organizationId, assessment: await anAssessment({ organizationId }) };
}

async function textAt(url: string, headers: { Cookie: string }): Promise<string> {
  const answer = await fetchPage(url, { headers });
  expect(answer.status).toBe(200);
  return answer.text();
}

type List = Awaited<ReturnType<typeof listAt>>;

/** The rows of a list and the addresses of its neighbours, as the page has them. */
async function listAt(url: string, headers: { Cookie: string }) {
  const html = await textAt(url, headers);
  const rows = [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => {
    const [, id = '', name = ''] = /href="\/results\/([^"]+)">([^<]*)</.exec(row) ?? [];
    return { id, name: unescaped(name), text: unescaped(row.replace(/<[^>]+>/g, ' ')) };
  });
  const neighbour = (rel: string) => {
    const [link = ''] = html.match(new RegExp(`<a [^>]*rel="${rel}"`)) ?? [];
    const href = /href="([^"]*)"/.exec(link)?.[1];
    return href && unescaped(href);
  };
  return { rows, older: neighbour('next'), newer: neighbour('prev') };
}
