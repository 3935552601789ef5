import { describe, expect, it } from 'vitest';

import { type Import, importsOf, listImports } from '../support/imports.ts';

/**
 * The floors of the house, from the ground up; each stands on those below. Features of one floor may
 * use each other one way. Files directly in src/ put the features together; only env.ts is shared.
 */
const floors = [
  ['ui', 'db', 'i18n', 'lib', 'env.ts', 'public'],
  ['features/questions'],
  ['features/deliveries', 'features/scoring'],
  ['features/attempts', 'features/assessments', 'features/health', 'features/notifications'],
  [
    'features/gupy',
    'features/api',
    'features/webhooks',
    'features/results',
    'features/ledger',
    'features/accounts',
    'features/privacy',
    'features/invitations',
  ],
];
const composition = floors.length;

const all = listImports().filter(({ from }) => !/^(cli|client)\//.test(from));
const code = all.filter(({ typeOnly }) => !typeOnly);

const part = (path: string) => path.split('/', path.startsWith('features/') ? 2 : 1).join('/');
const isOurs = ({ to }: Import) => /\.(tsx?|json)$/.test(to);

function floorOf(path: string): number {
  const floor = floors.findIndex((parts) => parts.includes(part(path)));
  if (floor >= 0) return floor;
  if (!path.includes('/')) return composition;
  throw new Error(`${path} stands on no floor: give its folder one in this file`);
}

/** `from → to`, for a failure that tells which line to change. */
const shown = (imports: Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);

describe('the parts of the house', () => {
  it('are found by this test at all', () => {
    expect(code.length).toBeGreaterThan(100);
    expect(
      importsOf('a/b.ts', "import {\n  c,\n} from '../d.ts';\nimport type { E } from 'e';"),
    ).toMatchObject([
      { to: 'd.ts', typeOnly: false },
      { to: 'e', typeOnly: true },
    ]);
  });

  it('stand only on the floors below', () => {
    const upward = code.filter((item) => isOurs(item) && floorOf(item.to) > floorOf(item.from));
    expect(shown(upward)).toEqual([]);
  });

  it('use a neighbour on the same floor one way only', () => {
    const used = new Set(code.filter(isOurs).map(({ from, to }) => `${part(from)} ${part(to)}`));
    const mutual = [...used].filter((pair) => {
      const [from, to] = pair.split(' ');
      return from !== to && from?.startsWith('features/') && used.has(`${to} ${from}`);
    });
    expect(mutual).toEqual([]);
  });

  it('take from the features, on the ground floor, only types', () => {
    const ground = code.filter(({ from, to }) => floorOf(from) === 0 && to.startsWith('features/'));
    expect(shown(ground)).toEqual([]);
  });

  it('leave the command line and the tests alone', () => {
    expect(shown(all.filter(({ to }) => /^(cli|client|\.\.)\//.test(to)))).toEqual([]);
  });
});

describe('a feature', () => {
  it("never uses another feature's routes, jobs or pages", () => {
    const faces = code.filter(
      ({ from, to }) =>
        from.startsWith('features/') &&
        part(from) !== part(to) &&
        /(routes|jobs|views)\.tsx?$/.test(to) &&
        // A question type has two faces by design: its rule and its views.
        part(to) !== 'features/questions',
    );
    expect(shown(faces)).toEqual([]);
  });

  it('draws its pages without reading the database', () => {
    const reads = code.filter(
      ({ from, to }) =>
        from.endsWith('views.tsx') && (to.startsWith('db/client') || to.endsWith('queries.ts')),
    );
    expect(shown(reads)).toEqual([]);
  });

  it('reads and writes rows without knowing routes, jobs or pages', () => {
    const climbs = code.filter(
      ({ from, to }) => from.endsWith('queries.ts') && /(routes|jobs|views)\.tsx?$/.test(to),
    );
    expect(shown(climbs)).toEqual([]);
  });
});

describe('scoring and the rules of question types', () => {
  const pure = code.filter(
    ({ from }) => /^features\/(questions|scoring)\/.*\.ts$/.test(from) && !from.endsWith('view.ts'),
  );

  it('need no page, no database and no server', () => {
    const impure = pure.filter(
      (item) => isOurs(item) && !/^(features\/(questions|scoring)|i18n|lib)\/.*\.ts$/.test(item.to),
    );
    expect(shown(impure)).toEqual([]);
    expect(shown(pure.filter(({ to }) => /^(hono|drizzle-orm|cloudflare:)/.test(to)))).toEqual([]);
  });
});

describe('zod', () => {
  it('is imported whole, so that only what is used is bundled', () => {
    const named = code.filter(({ to, text }) => to === 'zod' && !text.includes('* as z'));
    expect(shown(named)).toEqual([]);
  });
});
