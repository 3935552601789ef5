import { resultUrl } from '../attempts/addresses.ts';
import type { Outcome } from './provider-queries.ts';
import type { Addresses } from './test-result.ts';

/** The addresses that a TestResult names. */
export async function addressesOf(
  env: Env,
  attempt: Pick<Outcome['attempt'], 'id' | 'versionId' | 'resultEpoch'>,
): Promise<Addresses> {
  return {
    provider: env.BASE_URL,
    resultPage: `${env.BASE_URL}/results/${attempt.id}`,
    candidateResultPage: await resultUrl(env, attempt, attempt.resultEpoch),
  };
}
