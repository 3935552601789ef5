import { issueToken } from '../../lib/tokens.ts';
import type { AttemptRow } from './sitting-queries.ts';

type Addressed = Pick<AttemptRow, 'id' | 'versionId'>;

/** Where the candidate takes the attempt (`test_url`). The same attempt always has the same address. */
export async function takeUrl(env: Env, attempt: Addressed, epoch = 0): Promise<string> {
  return `${env.BASE_URL}${await takePath(env, attempt, epoch)}`;
}

export async function takePath(env: Env, attempt: Addressed, epoch = 0): Promise<string> {
  const claims = { attemptId: attempt.id, versionId: attempt.versionId, epoch };
  return `/a/${await issueToken(env.TOKEN_SECRET, 'take', claims)}`;
}

/** The candidate's own result page; its token opens nothing else. */
export async function resultUrl(env: Env, attempt: Addressed, epoch = 0): Promise<string> {
  const claims = { attemptId: attempt.id, versionId: attempt.versionId, epoch };
  return `${env.BASE_URL}/r/${await issueToken(env.TOKEN_SECRET, 'result', claims)}`;
}
