import * as z from 'zod';

import { type Access, read, RestFailure, write } from './rest.ts';

/** What we ask of a customer's token, in the order in which it is tried. */
export const permissions = ['jobs', 'applications', 'steps', 'comments', 'tags', 'moves'] as const;
export type Permission = (typeof permissions)[number];

export type Checked =
  | { missing: Permission[] }
  /** Gupy doesn't know the token, or can't be asked now. */
  | { problem: 'refused' | 'silent' };

const jobs = z.object({ results: z.array(z.object({ id: z.bigint() })).min(1) });

/**
 * Tries a token without changing anything: lists of one row, and writes about an application that can't
 * exist, with bodies that say nothing. Gupy answers 403 where the token lacks an endpoint; whatever else
 * it says to those writes, the token was let through.
 */
export async function checkToken(access: Access): Promise<Checked> {
  const missing: Permission[] = [];
  try {
    const listed = await allowed(() => read(access, '/jobs?perPage=1'));
    if (!listed) missing.push('jobs');
    const job = jobs.safeParse(listed?.value).data?.results[0]?.id ?? 0n;
    const nobody = '/jobs/0/applications/0';
    const probes: [Permission, () => Promise<unknown>][] = [
      ['applications', () => read(access, `/jobs/${job}/applications?perPage=1`)],
      ['steps', () => read(access, `/jobs/${job}/steps?perPage=1`)],
      ['comments', () => write(access, 'POST', `${nobody}/comments`, {})],
      ['tags', () => write(access, 'PUT', `${nobody}/tags`, {})],
      ['moves', () => write(access, 'PATCH', nobody, {})],
    ];
    for (const [permission, ask] of probes) if (!(await allowed(ask))) missing.push(permission);
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    return { problem: error.outcome.status === 401 ? 'refused' : 'silent' };
  }
  return { missing };
}

/** Undefined for what the token may not do. Throws when Gupy doesn't know it or doesn't say. */
async function allowed(ask: () => Promise<unknown>): Promise<{ value?: unknown } | undefined> {
  try {
    return { value: await ask() };
  } catch (error) {
    const status = error instanceof RestFailure ? error.outcome.status : undefined;
    if (status === 403) return undefined;
    if (status === undefined || status === 401 || status === 429 || status >= 500 || status < 400)
      throw error;
    return {};
  }
}
