import { describe, expect, it } from 'vitest';

import { bigFive } from '../../src/features/assessments/library/big-five.ts';

// The published instrument, typed apart from the library file so that a slip in one shows against
// the other: Donnellan et al. (2006), in published order; R marks a reverse-keyed item.
const published = [
  ['E', 'Am the life of the party.'],
  ['A', "Sympathize with others' feelings."],
  ['C', 'Get chores done right away.'],
  ['N', 'Have frequent mood swings.'],
  ['I', 'Have a vivid imagination.'],
  ['ER', "Don't talk a lot."],
  ['AR', "Am not interested in other people's problems."],
  ['CR', 'Often forget to put things back in their proper place.'],
  ['NR', 'Am relaxed most of the time.'],
  ['IR', 'Am not interested in abstract ideas.'],
  ['E', 'Talk to a lot of different people at parties.'],
  ['A', "Feel others' emotions."],
  ['C', 'Like order.'],
  ['N', 'Get upset easily.'],
  ['IR', 'Have difficulty understanding abstract ideas.'],
  ['ER', 'Keep in the background.'],
  ['AR', 'Am not really interested in others.'],
  ['CR', 'Make a mess of things.'],
  ['NR', 'Seldom feel blue.'],
  ['IR', 'Do not have a good imagination.'],
] as const;

const scales: Record<string, string> = {
  E: 'extraversion',
  A: 'agreeableness',
  C: 'conscientiousness',
  N: 'neuroticism',
  I: 'imagination',
};

const items = bigFive.sections.flatMap((section) => section.questions);
const contentOf = (item: (typeof items)[number]) =>
  item.content as { labels: Record<string, string>[]; reverse: boolean };

describe('the Mini-IPIP', () => {
  it('asks the 20 published items, verbatim and in the published order', () => {
    expect(items.map((item) => item.prompt.en)).toEqual(published.map(([, text]) => text));
  });

  it.each(published.map(([key, text], index) => ({ number: index + 1, key, text })))(
    'item $number counts as $key ($text)',
    ({ number, key }) => {
      const item = items[number - 1]!;
      expect(item.type).toBe('likert');
      expect(item.competency).toBe(scales[key[0]!]);
      expect(contentOf(item).reverse).toBe(key.endsWith('R'));
    },
  );

  it('reverses exactly the eleven items of the published key', () => {
    const reversed = items.flatMap((item, index) => (contentOf(item).reverse ? [index + 1] : []));
    expect(reversed).toEqual([6, 7, 8, 9, 10, 15, 16, 17, 18, 19, 20]);
  });

  it('answers on the published five labels, from inaccurate to accurate', () => {
    for (const item of items)
      expect(contentOf(item).labels.map((label) => label['en'])).toEqual([
        'Very Inaccurate',
        'Moderately Inaccurate',
        'Neither Accurate Nor Inaccurate',
        'Moderately Accurate',
        'Very Accurate',
      ]);
  });

  it('reports five scales of four items with the same weight', () => {
    expect(bigFive.competencies.map((scale) => scale.id).toSorted()).toEqual(
      Object.values(scales).toSorted(),
    );
    for (const id of Object.values(scales)) {
      const own = items.filter((item) => item.competency === id);
      expect(own).toHaveLength(4);
      expect(own.every((item) => item.weight === 1)).toBe(true);
    }
  });

  it('tells what lower and higher mean on every scale', () => {
    for (const scale of bigFive.competencies) {
      expect(scale.description?.['pt-BR']).toMatch(/Mais baixo: .+Mais alto: /);
      expect(scale.description?.en).toMatch(/Lower: .+Higher: /);
    }
  });

  it('says that no answer is right and where the items come from', () => {
    expect(bigFive.instructions['pt-BR']).toMatch(/Não há respostas certas/);
    expect(bigFive.instructions['pt-BR']).toMatch(/domínio público/);
    expect(bigFive.instructions.en).toMatch(/no right or wrong answers/);
    expect(bigFive.instructions.en).toMatch(/public domain/);
    expect(bigFive.instructions.en).toMatch(/Donnellan.+2006/);
  });

  it('has no level, as nobody is better or worse at it', () => {
    expect(bigFive.level).toBeUndefined();
  });
});
