import { beforeEach, describe, expect, it } from 'vitest';

import type { VersionContent } from '../../src/features/questions/content.ts';
import {
  aCompany,
  anOffer,
  askProvider,
  type Company,
  publish,
  scoredContent,
  setAssessment,
} from '../support/gupy.ts';

let acme: Company;
let beta: Company;
beforeEach(async () => {
  acme = await aCompany();
  beta = await aCompany();
});

interface Catalogue {
  limit: number;
  offset: number;
  total_tests: number;
  payload: { id: string; name: string; category?: string; description?: string; level?: string }[];
}

function named(name: string, rest: Partial<VersionContent> = {}): VersionContent {
  return { ...scoredContent, name: { 'pt-BR': name }, ...rest };
}

const ask = (query = '', company = acme) => askProvider(`/test${query}`, company.token);

async function catalogue(query = '', company = acme): Promise<Catalogue> {
  const answer = await ask(query, company);
  expect(answer.status).toBe(200);
  return answer.json<Catalogue>();
}

const found = async (searchString: string) =>
  names(await catalogue(`?${new URLSearchParams({ searchString })}`));

const names = ({ payload }: Catalogue) => payload.map(({ name }) => name);

describe('A.1 GET /test', () => {
  it('A.1 the answer is limit, offset, total_tests, payload, and nothing else', async () => {
    const id = await anOffer(acme, {
      content: named('SQL', { category: 'Dados', level: 'advanced' }),
    });
    expect(await catalogue()).toEqual({
      limit: 50,
      offset: 0,
      total_tests: 1,
      payload: [
        {
          id,
          name: 'SQL',
          category: 'Dados',
          description: 'Uma avaliação pequena.',
          level: 'advanced',
        },
      ],
    });
    expect((await ask()).headers.get('Content-Type')).toMatch(/^application\/json/);
  });

  it('A.1 an empty catalogue is an empty page', async () => {
    expect(await catalogue()).toEqual({ limit: 50, offset: 0, total_tests: 0, payload: [] });
  });

  it('A.1 category, description and level are omitted when unknown', async () => {
    const id = await anOffer(acme, { content: named('Sem nada') });
    await setAssessment(id, { description: '' });
    expect((await catalogue()).payload).toEqual([{ id, name: 'Sem nada' }]);
  });

  it.each(['basic', 'intermediate', 'advanced'] as const)('A.1 level %s', async (level) => {
    await anOffer(acme, { content: named('X', { level }) });
    expect((await catalogue()).payload[0]?.level).toBe(level);
  });

  describe('what is in it', () => {
    it('A.1 only what is offered to Gupy', async () => {
      await anOffer(acme, { offered: false });
      expect((await catalogue()).total_tests).toBe(0);
    });

    it('A.1 only what is published', async () => {
      await anOffer(acme, { published: false });
      await setAssessment(await anOffer(acme), { state: 'archived' });
      expect(await catalogue()).toMatchObject({ total_tests: 0, payload: [] });
    });

    it('A.1 only what is of this organization', async () => {
      const ours = await anOffer(acme);
      const theirs = await anOffer(beta);
      expect((await catalogue()).payload.map(({ id }) => id)).toEqual([ours]);
      expect((await catalogue('', beta)).payload.map(({ id }) => id)).toEqual([theirs]);
    });

    it('A.1 each once, in its latest version, with an id that never changes', async () => {
      const id = await anOffer(acme, { content: named('Antes') });
      await publish(acme, id, named('Depois'));
      const { payload, total_tests } = await catalogue();
      expect(total_tests).toBe(1);
      expect(payload.map((item) => [item.id, item.name])).toEqual([[id, 'Depois']]);
    });

    it('A.1 the draft of a published one changes nothing', async () => {
      const id = await anOffer(acme, { content: named('Publicado') });
      await setAssessment(id, { draft: named('Rascunho') });
      expect((await catalogue()).payload[0]?.name).toBe('Publicado');
    });
  });

  describe('limit and offset', () => {
    beforeEach(async () => {
      for (const n of [1, 2, 3]) await anOffer(acme, { content: named(`T${n}`), createdAt: n });
    });

    it('A.1 pages follow each other without gap or repetition', async () => {
      const pages = [];
      for (const offset of [0, 1, 2, 3])
        pages.push(names(await catalogue(`?limit=1&offset=${offset}`)));
      expect(pages).toEqual([['T1'], ['T2'], ['T3'], []]);
    });

    it('A.1 total_tests counts all, not the page', async () => {
      const page = await catalogue('?limit=2&offset=1');
      expect(page).toMatchObject({ limit: 2, offset: 1, total_tests: 3 });
      expect(names(page)).toEqual(['T2', 'T3']);
    });

    it('A.1 limit 0 is legal and returns an empty page with the true total', async () => {
      expect(await catalogue('?limit=0')).toEqual({
        limit: 0,
        offset: 0,
        total_tests: 3,
        payload: [],
      });
      expect(await catalogue('?limit=-0')).toMatchObject({ limit: 0, payload: [] });
    });

    it('A.1 limit 400 is the largest', async () => {
      expect(await catalogue('?limit=400')).toMatchObject({ limit: 400, total_tests: 3 });
      expect(names(await catalogue('?limit=0400'))).toHaveLength(3);
    });

    it.each(['401', '500', '1e9', '99999999999999999999999', '-1', '-400'])(
      'A.1 limit %s is 400',
      async (limit) => {
        const answer = await ask(`?limit=${limit}`);
        expect(answer.status).toBe(400);
        const { error } = await answer.json<any>();
        expect(error.code).toBe('invalid');
        expect(Object.keys(error.fields)).toEqual(['limit']);
      },
    );

    it.each(['abc', '1.5', '', '%20', '1e2', '0x10', '١٠', '10;', 'NaN', 'Infinity', '1%00', '+5'])(
      'A.1 what is not a number is 400: %j',
      async (value) => {
        for (const name of ['limit', 'offset']) {
          const answer = await ask(`?${name}=${value}`);
          expect(answer.status).toBe(400);
          expect(Object.keys((await answer.json<any>()).error.fields)).toEqual([name]);
        }
      },
    );

    it('A.1 all wrong parameters are named', async () => {
      const { error } = await (await ask('?limit=x&offset=y')).json<any>();
      expect(Object.keys(error.fields).toSorted()).toEqual(['limit', 'offset']);
    });

    it.each(['-1', '-0', '-999999999999999999999'])('A.1 offset %s counts as 0', async (offset) => {
      const page = await catalogue(`?offset=${offset}`);
      expect(page.offset).toBe(0);
      expect(names(page)).toEqual(['T1', 'T2', 'T3']);
    });

    it.each(['3', '1000000', '9007199254740993', '9223372036854775808', `1${'0'.repeat(400)}`])(
      'A.1 offset %s is beyond the end: an empty page with the true total',
      async (offset) => {
        expect(await catalogue(`?offset=${offset}`)).toMatchObject({ total_tests: 3, payload: [] });
      },
    );

    it('A.1 of a repeated parameter the first counts', async () => {
      expect(await catalogue('?limit=1&limit=2&offset=1&offset=0')).toMatchObject({
        limit: 1,
        offset: 1,
      });
      expect((await ask('?limit=abc&limit=2')).status).toBe(400);
    });

    it('A.1 parameters that it does not know are ignored', async () => {
      expect((await catalogue('?page=2&limit[]=x&__proto__=1')).total_tests).toBe(3);
    });
  });

  describe('searchString', () => {
    beforeEach(async () => {
      await anOffer(acme, { content: named('Lógica de Programação'), createdAt: 1 });
      await anOffer(acme, {
        content: named('SQL', { category: 'Análise de dados' }),
        createdAt: 2,
      });
      await anOffer(acme, {
        content: named('Vendas', { description: { 'pt-BR': 'Metas de 100% em um_mês \\o/' } }),
        createdAt: 3,
      });
      await anOffer(beta, { content: named('Lógica alheia') });
    });

    it.each(['lógica', 'logica', 'LÓGICA', 'LoGiCa', 'lo\u0301gica', 'gica de pro', 'PROGRAMACAO'])(
      'A.1 finds a name without regard to accents and case: %s',
      async (wanted) => {
        expect(await found(wanted)).toEqual(['Lógica de Programação']);
      },
    );

    it('A.1 looks into name, description and category', async () => {
      expect(await found('sql')).toEqual(['SQL']);
      expect(await found('analise')).toEqual(['SQL']);
      expect(await found('metas')).toEqual(['Vendas']);
      expect(await found('avaliação pequena')).toEqual(['Lógica de Programação', 'SQL']);
    });

    it('A.1 total_tests counts what was found', async () => {
      const page = await catalogue('?searchString=avaliacao&limit=1');
      expect(page).toMatchObject({ limit: 1, total_tests: 2 });
      expect(page.payload).toHaveLength(1);
    });

    it.each(['', '%20%20'])('A.1 an empty one finds everything: %j', async (value) => {
      expect((await catalogue(`?searchString=${value}`)).total_tests).toBe(3);
    });

    it('A.1 spaces around it are not part of it', async () => {
      expect(await found('  sql ')).toEqual(['SQL']);
    });

    it.each(['100%', 'um_mês', '\\o/'])('A.1 %s is found as it is', async (wanted) => {
      expect(await found(wanted)).toEqual(['Vendas']);
    });

    it.each([
      'S_L',
      'S%L',
      '%',
      '_',
      '*',
      'S?L',
      '[SQL]',
      "'",
      '"',
      "' or 1=1 --",
      '\\',
      '^',
      '.*',
    ])('A.1 %j is text, no pattern', async (wanted) => {
      const literal = ['Metas de 100% em um_mês \\o/'].filter((text) => text.includes(wanted));
      expect(await found(wanted)).toHaveLength(literal.length);
    });

    it('A.1 may be longer than 50 bytes, accents included', async () => {
      const name = 'Ação é reação: avaliação de comunicação não violenta na organização';
      await anOffer(acme, { content: named(name), createdAt: 9 });
      expect(await found(name)).toEqual([name]);
      expect(await found(name.slice(0, 49))).toEqual([name]);
      expect(await found('x'.repeat(1000))).toEqual([]);
    });

    it('A.1 longer than 1,000 characters is 400', async () => {
      const answer = await ask(`?searchString=${'x'.repeat(1001)}`);
      expect(answer.status).toBe(400);
      expect(Object.keys((await answer.json<any>()).error.fields)).toEqual(['searchString']);
    });

    it.each(['%00', 'sql%00', '%ED%A0%80', '%FF', '%', '%F0%9F%98%80', '%0A'])(
      'A.1 what no test contains finds none: %s',
      async (encoded) => {
        const page = await catalogue(`?searchString=x${encoded}`);
        expect(page.payload).toEqual([]);
      },
    );
  });
});
