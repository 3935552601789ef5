import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nextPath, memberHome } from '../../src/features/accounts/next-path.ts';

describe('where a sign-in may lead', () => {
  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/./\\evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    ' /results',
    'results',
    '/assessments\r\nSet-Cookie: a=b',
    '/assessments\0',
    '/assessments\u{d800}',
    '/sign-in?next=/sign-in',
    '/sign-out',
    ['/assessments'],
    undefined,
  ])('is home instead of %j', (wanted) => {
    expect(nextPath(wanted)).toBe(memberHome);
  });

  it('is home instead of a path of a million characters', () => {
    expect(nextPath(`/${'a'.repeat(1e6)}`)).toBe(memberHome);
  });

  it.each([
    ['/results/0197?x=1', '/results/0197?x=1'],
    ['/results?q=João', '/results?q=Jo%C3%A3o'],
    ['/a/../assessments', '/assessments'],
    ['/assessments#part', '/assessments'],
  ])('is %s as %s', (wanted, path) => {
    expect(nextPath(wanted)).toBe(path);
  });

  it('never leaves our origin, whatever is wanted', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      'a',
      '%2f',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const path = nextPath(`/${parts.join('')}`);
        expect(new URL(path, 'https://our.example').origin).toBe('https://our.example');
        expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      }),
    );
  });
});
