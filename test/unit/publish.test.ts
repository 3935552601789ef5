import { describe, expect, it } from 'vitest';

import { backEnd } from '../../src/features/assessments/library/back-end.ts';
import { bigFive } from '../../src/features/assessments/library/big-five.ts';
import { columnsOf } from '../../src/features/assessments/publish.ts';

describe("an assessment's row", () => {
  it("has the texts of the content's own language", () => {
    expect(columnsOf(backEnd).name).toBe(backEnd.name['pt-BR']);
    expect(columnsOf({ ...backEnd, language: 'en' }).name).toBe(backEnd.name.en);
  });

  it('has a text even when it was written in another language only', () => {
    expect(columnsOf({ ...backEnd, name: { es: 'Programador' } }).name).toBe('Programador');
  });

  it('is found by words of its name, description and category in any language, accents or not', () => {
    const { searchText } = columnsOf({
      ...backEnd,
      name: { 'pt-BR': 'Programação', en: 'Programming' },
      description: { 'pt-BR': 'Avaliação técnica', es: 'Evaluación' },
      category: 'Técnico',
    });
    for (const word of ['programacao', 'programming', 'avaliacao', 'evaluacion', 'tecnico'])
      expect(searchText).toContain(word);
  });

  it('has no level where the content has none', () => {
    expect(columnsOf(bigFive)).toMatchObject({ level: null, category: bigFive.category });
    expect(columnsOf(backEnd).level).toBe(backEnd.level);
  });
});
