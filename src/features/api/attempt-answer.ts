import { localize } from '../../i18n/languages.ts';
import { resultUrl } from '../attempts/addresses.ts';
import type { AttemptAnswer } from './answers.ts';
import type { Outcome } from './attempt-queries.ts';

interface Addressed {
  id: string;
  versionId: string;
  resultEpoch: number;
}

/** The addresses of an attempt that open nothing to who should not see it. */
export async function addressesOf(env: Env, attempt: Addressed) {
  return {
    candidateResultUrl: await resultUrl(env, attempt, attempt.resultEpoch),
    resultPageUrl: `${env.BASE_URL}/results/${attempt.id}`,
  };
}

/**
 * An attempt as the API tells of it. Never answers, never test health, and no deadline: it would show
 * who was given more time.
 */
export async function attemptAnswer(env: Env, outcome: Outcome): Promise<AttemptAnswer> {
  return {
    id: outcome.id,
    assessmentId: outcome.assessmentId,
    externalId: outcome.externalId,
    metadata: outcome.metadata ?? {},
    state: outcome.state,
    candidate: { name: outcome.candidateName, email: outcome.candidateEmail },
    createdAt: iso(outcome.createdAt),
    startedAt: iso(outcome.startedAt),
    submittedAt: iso(outcome.submittedAt),
    completedAt: iso(outcome.completedAt),
    ...(await addressesOf(env, outcome)),
    result: resultOf(outcome),
  };
}

function resultOf({ state, result, content, submittedBy }: Outcome): AttemptAnswer['result'] {
  if (state !== 'completed' || result === null) return null;
  const text = (value: Parameters<typeof localize>[0] = {}) =>
    localize(value, content.language).text;
  return {
    total: result.total,
    competencies: result.competencies.map(({ id, score }) => {
      const declared = content.competencies.find((competency) => competency.id === id);
      const { tier = 'major' as const } = declared ?? {};
      return {
        id,
        name: text(declared?.name),
        tier,
        description: text(declared?.description),
        score,
      };
    }),
    sections: result.sections.map(({ id, weight, score }) => {
      const title = text(content.sections.find((section) => section.id === id)?.title);
      return { id, title, weight, score };
    }),
    submittedBy,
  };
}

export function iso(at: number): string;
export function iso(at: number | null): string | null;
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
