import { readFile } from 'node:fs/promises';

import { characterEntities as all } from 'character-entities';
import { expect, it } from 'vitest';

import { characterEntities } from '../../src/lib/named-characters.ts';

it('the named characters of a built Worker mean what those of HTML 5 mean', () => {
  expect(characterEntities).toMatchObject({ eacute: 'é', mdash: '—', nbsp: '\u00a0', lt: '<' });
  const others = Object.entries(characterEntities).filter(([name, text]) => all[name] !== text);
  // HTML 5 moved the two angle brackets from U+2329 and U+232A to U+27E8 and U+27E9.
  expect(others.map(([name]) => name).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'lang',
    'rang',
  ]);
});

it('are the ones that a build takes', async () => {
  expect(await readFile('wrangler.toml', 'utf8')).toContain(
    '"character-entities" = "./src/lib/named-characters.ts"',
  );
});
