import { describe, expect, it } from 'vitest';

import {
  defaultTags,
  longestTag,
  tagsOf,
  timelineText,
} from '../../src/features/gupy/timeline-text.ts';

const verdicts = { apt: 'apto', notApt: 'não apto' };

describe('the comment on a timeline', () => {
  it('is the summary without its Markdown, between the test’s name and the marker', () => {
    const summary = [
      '**Resultado geral: 82%**',
      '- SQL \\*básico\\* \\[1\\]: 80%\n- C\\\\C++: 84%',
      '[Ver o resultado](https://aferi.example/results/1)',
    ].join('\n\n');
    expect(timelineText('SQL', summary, 'a-1')).toBe(
      [
        'SQL',
        'Resultado geral: 82%',
        '- SQL *básico* [1]: 80%\n- C\\C++: 84%',
        'Ver o resultado: https://aferi.example/results/1',
        '[aferi:a-1]',
      ].join('\n\n'),
    );
  });

  it('keeps escaped signs that would have formatted something', () => {
    expect(timelineText('T', '\\*\\*x\\*\\* \\[a\\](b)', 'a-1')).toContain('**x** [a](b)');
  });
});

describe('the tags of a result', () => {
  it.each([
    [{ total: 82, cutOff: null }, ['aferi: 82']],
    [{ total: 82, cutOff: 82 }, ['aferi: 82', 'aferi: apto']],
    [{ total: 81, cutOff: 82 }, ['aferi: 81', 'aferi: não apto']],
    [{ total: 0, cutOff: 0 }, ['aferi: 0', 'aferi: apto']],
    [{ total: null, cutOff: 50 }, []],
  ])('for %j are %j', (result, tags) => {
    expect(tagsOf(defaultTags, result, verdicts)).toEqual(tags);
  });

  it('may say nothing of the result, are each there once, and fit', () => {
    const result = { total: 82, cutOff: null };
    const templates = ['testado', 'testado', `${'😀'.repeat(119)}{{total}}`];
    const tags = tagsOf(templates, result, verdicts);
    expect(tags).toEqual(['testado', `${'😀'.repeat(119)}8`]);
    expect([...tags[1]!]).toHaveLength(longestTag);
  });
});
