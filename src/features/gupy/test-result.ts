import { localize } from '../../i18n/languages.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { isAnswered, scoreSheet } from '../attempts/sheet.ts';
import { toldLabel } from '../health/line.ts';
import type { Result } from '../scoring/result.ts';
import { companySummary } from './company-summary.ts';
import type { Outcome } from './provider-queries.ts';

/** GUPY.md A.3: exactly these ten keys; the mixed spelling is Gupy's. */
export interface TestResult {
  title: string;
  testCode: string;
  description: string;
  providerName: 'Aferi';
  company_result_string: string;
  providerLink: string;
  status: 'notStarted' | 'paused' | 'done';
  result_page_url: string;
  result_candidate_page_url: string;
  results: ResultItem[];
}

export interface ResultItem {
  /** Integer 0…100. */
  score: number;
  result_string: string;
  type_result: 'percentage';
  /** `major` reaches candidate and company, `minor` only the company. */
  tier: 'major' | 'minor';
  title: string;
  description: string;
  date: string;
  other_informations: Record<string, never>;
}

export interface Addresses {
  provider: string;
  /** For recruiters, behind sign-in. */
  resultPage: string;
  /** The candidate's own. */
  candidateResultPage: string;
}

/** The answer to Gupy about one attempt. Pure: the same outcome gives the same bytes. */
export function testResult(outcome: Outcome, addresses: Addresses): TestResult {
  const { attempt } = outcome;
  const { content } = attempt;
  const own = content.language;
  const result = frozenResult(outcome);
  return {
    title: localize(content.name, own).text,
    testCode: attempt.assessmentId,
    description: localize(content.description, own).text,
    providerName: 'Aferi',
    company_result_string: companySummary({
      ...outcome,
      result: result ?? provisionalResult(outcome),
      answered: outcome.answers.filter(isAnswered).length,
      resultPage: addresses.resultPage,
      healthLabel: toldLabel({ content, ...outcome }, attempt.toldBatches),
    }),
    providerLink: addresses.provider,
    status: statusOf(attempt.state),
    result_page_url: addresses.resultPage,
    result_candidate_page_url: addresses.candidateResultPage,
    results: result ? resultItems(outcome, result) : [],
  };
}

/** GUPY.md A.3: an expired link was never started; a submitted attempt awaits a person. */
function statusOf(state: Outcome['attempt']['state']): TestResult['status'] {
  if (state === 'completed') return 'done';
  return state === 'in_progress' || state === 'submitted' ? 'paused' : 'notStarted';
}

/** The total first, where there is one, then one item per competency. */
function resultItems({ attempt }: Outcome, result: Result): ResultItem[] {
  const { content } = attempt;
  const words = messagesFor(content.language).gupy;
  const date = new Date(attempt.completedAt ?? 0).toISOString();
  const item = (score: number, rest: Pick<ResultItem, 'tier' | 'title' | 'description'>) => ({
    score,
    result_string: `${score}%`,
    type_result: 'percentage' as const,
    ...rest,
    date,
    other_informations: {},
  });
  const total =
    result.total === null
      ? []
      : [item(result.total, { tier: 'major', title: words.total, description: words.totalMeans })];
  const competencies = result.competencies.flatMap(({ id, score }) => {
    const competency = content.competencies.find((declared) => declared.id === id);
    if (!competency || score === null) return [];
    const { name, description, tier } = competency;
    return item(score, {
      tier,
      title: localize(name, content.language).text,
      description: localize(description ?? {}, content.language).text,
    });
  });
  return [...total, ...competencies];
}

function frozenResult({ attempt }: Outcome): Result | null {
  return attempt.state === 'completed' ? attempt.result : null;
}

/** What is known before completion, to say how many answers await a person. */
function provisionalResult({ attempt, answers, grades }: Outcome): Result | null {
  if (attempt.state !== 'submitted') return null;
  return scoreSheet(attempt.content, attempt.questionIds, answers, grades);
}
