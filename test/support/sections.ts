import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';

import { database } from '../../src/db/client.ts';
import { sectionClocks } from '../../src/db/schema/conduct.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { aSitting, claimsOf } from './candidate.ts';
import { aQuestion, aSection, aVersionContent } from './contents.ts';
import { postForm } from './pages.ts';

/** The words of the timed section's questions: what nobody may read before it is opened. */
export const hidden = ['Segredo um', 'Segredo dois'] as const;

/** Questions 1 and 2 have no limit of their own, 3 and 4 have `minutes`, 5 none. */
export function aTimedContent(minutes = 10, overrides: Partial<VersionContent> = {}) {
  return aVersionContent({
    sections: [
      aSection({ id: 'free', questions: [aQuestion('true-false'), aQuestion('numeric')] }),
      aSection({
        id: 'timed',
        title: { 'pt-BR': 'Contra o relógio' },
        minutes,
        questions: [
          aQuestion('single-choice', { prompt: { 'pt-BR': hidden[0] } }),
          aQuestion('free-text', { prompt: { 'pt-BR': hidden[1] } }),
        ],
      }),
      aSection({ id: 'last', questions: [aQuestion('project-link')] }),
    ],
    ...overrides,
  });
}

/** A started attempt whose second section has a limit of its own; the test has 30 minutes. */
export const aTimedSitting = (minutes?: number, overrides: Partial<VersionContent> = {}) =>
  aSitting({ content: aTimedContent(minutes, overrides) });

export function openSection(path: string, section = 'timed') {
  return postForm(`${path}/sections/${section}/start`, {});
}

export async function clocksOf(path: string) {
  const { attemptId } = await claimsOf(path);
  return database(env.DB)
    .select()
    .from(sectionClocks)
    .where(eq(sectionClocks.attemptId, attemptId));
}
