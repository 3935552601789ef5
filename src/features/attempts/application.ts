import * as z from 'zod';

import { int64Text } from '../../lib/json-fields.ts';

const atsId = int64Text.optional().catch(undefined);

/**
 * What a link's address may say (`?job=77&application=9`, filled in by an ATS's mail template) and its
 * form carries on. Anything that is no id is as if it weren't there.
 */
export const applicationFields = { job: atsId, application: atsId };
export const applicationQuery = z.object(applicationFields);
export type ApplicationQuery = z.infer<typeof applicationQuery>;

/**
 * The ATS's job and, where known, the application that an attempt at a link is for. The link's own job
 * stands above what an address says: anyone can change that.
 */
export function applicationOf(
  jobReference: string | null,
  { job, application }: ApplicationQuery,
): { jobId: string; applicationId: string | null } | undefined {
  const own = atsId.parse(jobReference ?? undefined);
  const jobId = own ?? job;
  if (jobId === undefined) return undefined;
  const fits = job === undefined || job === jobId;
  return { jobId, applicationId: fits ? (application ?? null) : null };
}

/** The part of an address that says so, `` or with its question mark. */
export function applicationSearch({ job, application }: ApplicationQuery): string {
  const search = new URLSearchParams({ ...(job && { job }), ...(application && { application }) });
  return search.size > 0 ? `?${search}` : '';
}
