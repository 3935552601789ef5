import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  brandPalette,
  brandStylesheet,
  contrast,
  isReadable,
  ownPalette,
  parseHex,
  surfaces,
  type Theme,
} from '../../src/ui/brand-colour.ts';

const themes: Theme[] = ['light', 'dark'];
const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0'));

describe('contrast', () => {
  it.each([
    ['000000', 'ffffff', 21],
    ['ffffff', '000000', 21],
    ['777777', 'ffffff', 4.48],
    ['767676', 'ffffff', 4.54],
    ['ff0000', 'ffffff', 4.0],
    ['0000ff', 'ffffff', 8.59],
    ['123456', '123456', 1],
  ])('of %s and %s is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
  });
});

describe("a brand's colour", () => {
  it('is readable on every ground of both themes, whatever it is', () => {
    fc.assert(
      fc.property(anyColor, fc.constantFrom(...themes), (color, theme) => {
        const { primary, primaryContent, primarySoft } = brandPalette(color, theme);
        const { card, page, track, text, quiet } = surfaces[theme];
        for (const ground of [card, page, primarySoft])
          expect(contrast(primary, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(primaryContent, primary)).toBeGreaterThanOrEqual(4.5);
        for (const words of [text, quiet])
          expect(contrast(words, primarySoft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(primary, track)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays as it is where it can be read', () => {
    expect(brandPalette('8a1538', 'light').primary).toBe('8a1538');
    expect(isReadable('8a1538', 'light')).toBe(true);
    expect(brandPalette('ffd84d', 'dark').primary).toBe('ffd84d');
  });

  it('keeps its hue where it has to be darker or lighter', () => {
    expect(isReadable('ffe14d', 'light')).toBe(false);
    const [red, green, blue] = partsOf(brandPalette('ffe14d', 'light').primary);
    expect(red).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(blue * 2);
    const [r, g, b] = partsOf(brandPalette('8a1538', 'dark').primary);
    expect(r).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(g);
  });

  it('moves no further than it has to', () => {
    const { primary, primarySoft } = brandPalette('ffe14d', 'light');
    expect(contrast(primary, primarySoft)).toBeLessThan(4.8);
  });
});

describe('the stylesheet', () => {
  it('holds six colours for three custom properties and nothing else', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const property = '--color-primary:#H;--color-primary-content:#H;--color-primary-soft:#H';
        expect(brandStylesheet(color).replaceAll(/#[0-9a-f]{6}(?=[;}])/g, '#H')).toBe(
          `:root{${property}}\n@media (prefers-color-scheme:dark){:root{${property}}}\n`,
        );
      }),
    );
  });

  it('is made for the colours that tokens.css has', () => {
    const tokens = readFileSync('src/ui/styles/tokens.css', 'utf8');
    const [light, dark] = tokens.split('@media (prefers-color-scheme: dark)') as [string, string];
    const names = {
      card: 'base-100',
      page: 'base-200',
      track: 'base-300',
      text: 'base-content',
      quiet: 'muted',
      primary: 'primary',
      primaryContent: 'primary-content',
      primarySoft: 'primary-soft',
    };
    for (const [css, theme] of [
      [light, { ...surfaces.light, ...ownPalette.light }],
      [dark, { ...surfaces.dark, ...ownPalette.dark }],
    ] as const)
      for (const [name, token] of Object.entries(names)) {
        const value = new RegExp(`--color-${token}: #([0-9a-f]+);`).exec(css)![1]!;
        const long = value.length === 3 ? value.replaceAll(/./g, '$&$&') : value;
        expect(theme[name as keyof typeof theme], `${name} is ${token}`).toBe(long);
      }
  });
});

describe('a typed colour', () => {
  it.each([
    ['#1A2B3C', '1a2b3c'],
    [' 1a2b3c ', '1a2b3c'],
    ['#fff', undefined],
    ['red', undefined],
    ['#1a2b3c;}', undefined],
    ['', undefined],
  ])('%j is %s', (typed, color) => expect(parseHex(typed)).toBe(color));
});

function partsOf(color: string): [number, number, number] {
  return [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
}
