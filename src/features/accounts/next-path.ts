import { localPath } from '../../lib/local-path.ts';

/** Where a member lands without another wish. */
export const memberHome = '/results';

/** Where to go on to after signing in: a page of ours, not the door again; anything else is home. */
export function nextPath(wanted: unknown): string {
  const path = localPath(wanted);
  return path === undefined || /^\/sign-(in|out)(\/|\?|$)/.test(path) ? memberHome : path;
}
