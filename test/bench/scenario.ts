import type { World } from './world.ts';

/** What one request may cost at most (QUALITY.md). Rows read are those of the larger database. */
export interface Budget {
  trips: number;
  rowsRead?: number;
}

export const budgets = {
  candidatePage: { trips: 1 },
  save: { trips: 1, rowsRead: 10 },
  start: { trips: 2, rowsRead: 30 },
  completion: { trips: 2 },
  provider: { trips: 1 },
  providerCreates: { trips: 2, rowsRead: 30 },
  memberPage: { trips: 2 },
  memberList: { trips: 2, rowsRead: 60 },
  /** Nothing is promised; the table shows it. */
  reported: { trips: Infinity },
} satisfies Record<string, Budget>;

/** Of the Worker itself: its size with gzip, and what it does before its first request. */
export const workerBudgets = { bundleBytes: 300 * 1024, startupMs: 60 };

/** One request, as the table of the bench names it. */
export interface Scenario {
  /** As in the route table (access.ts). */
  route: string;
  /** Which case of it. */
  what?: string;
  status: number;
  budget: Budget;
  /** Makes the request, and first what it needs; only the request is measured. */
  request: (world: World) => Request | Promise<Request>;
}

export function nameOf({ route, what }: Scenario): string {
  return what === undefined ? route : `${route} (${what})`;
}
