import { describe, expect, it } from 'vitest';

import { readAnswers, settle } from '../../src/features/attempts/sync.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { aVersionContent } from '../support/contents.ts';

const t = messagesFor('en');
const open = { replaced: false, late: false, closed: () => false };

const save = (value: string, revision: number) => ({
  question: 'single-choice',
  revision,
  fields: { value },
  openMs: 0,
});

describe('the answers of a message', () => {
  it('count once per question, by the highest revision', () => {
    const { read } = readAnswers(aVersionContent(), [save('a', 2), save('b', 7), save('c', 3)], t);
    expect(read).toEqual([{ questionId: 'single-choice', value: 'b', revision: 7, openMs: 0 }]);
  });
});

describe('an answer is stored', () => {
  const sent = { questionId: 'q', value: ['a'], revision: 3, openMs: 0 };
  it.each([
    ['when it was read back', [{ questionId: 'q', value: ['a'], revision: 3 }], open, undefined],
    ['when the same came later', [{ questionId: 'q', value: ['a'], revision: 4 }], open, undefined],
    ['not when a newer one is', [{ questionId: 'q', value: ['b'], revision: 4 }], open, 'stale'],
    [
      'not when another one has its revision',
      [{ questionId: 'q', value: ['b'], revision: 3 }],
      open,
      'stale',
    ],
    [
      'not when only an older one is',
      [{ questionId: 'q', value: ['a'], revision: 2 }],
      { ...open, late: true },
      'late',
    ],
    ['not when another device writes', [], { ...open, replaced: true }, 'replaced'],
    ['not when the time of its section is over', [], { ...open, closed: () => true }, 'closed'],
    ['not when the question is not of this attempt', [], open, 'unknown'],
  ])('%s', (_when, stored, why, reason) => {
    const settled = settle(
      [sent],
      stored.map((row) => ({ ...row, savedAt: 9 })),
      why,
    );
    expect(settled.kept).toEqual(reason === undefined ? ['q'] : []);
    expect(settled.refused.map((refused) => refused.reason)).toEqual(
      reason === undefined ? [] : [reason],
    );
  });
});
