import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { attempts, type AttemptState, candidates } from '../../db/schema/attempts.ts';
import { listAssessmentNames } from '../assessments/queries.ts';
import { type ListCursor, writeCursor } from './cursor.ts';

const pageSize = 20;

export interface Filter {
  organizationId: string;
  assessmentId?: string | undefined;
  state?: AttemptState | undefined;
}

export interface ResultsPage {
  rows: ResultRow[];
  /** Cursors of the neighbouring pages, where there are any. */
  older?: string | undefined;
  newer?: string | undefined;
  /** For the filter: the newest assessments, and the one that is filtered by. */
  assessments: { id: string; name: string }[];
}

export type ResultRow = Awaited<ReturnType<typeof selectPage>>[number];

/** A page of attempts, newest first, in one round trip; it reads as many rows in any database. */
export async function listResults(
  db: Database,
  filter: Filter,
  cursor?: ListCursor,
): Promise<ResultsPage> {
  const [found, names] = await db.batch([
    selectPage(db, filter, cursor),
    listAssessmentNames(db, filter.organizationId),
  ]);
  const backwards = cursor?.[0] === 'newer';
  const rows = backwards ? found.slice(0, pageSize).toReversed() : found.slice(0, pageSize);
  const more = found.length > pageSize;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    older: last && (backwards || more) ? placeOf('older', last) : undefined,
    newer: first && (backwards ? more : cursor !== undefined) ? placeOf('newer', first) : undefined,
    assessments: await withNames(db, filter, names, rows),
  };
}

export const columns = {
  id: attempts.id,
  assessmentId: attempts.assessmentId,
  source: attempts.source,
  state: attempts.state,
  createdAt: attempts.createdAt,
  startedAt: attempts.startedAt,
  submittedAt: attempts.submittedAt,
  total: attempts.total,
  candidateName: sql<string>`${candidates.name}`.as('candidate_name'),
  candidateEmail: sql<string>`${candidates.email}`.as('candidate_email'),
};

/**
 * The index that serves the filters is the only one offered (a unary plus takes a column out of the
 * choice), and joins are left joins, which are never reordered: with or without statistics, the rows
 * come in order and the reading stops at the limit.
 */
function selectPage(db: Database, filter: Filter, cursor?: ListCursor) {
  const { organizationId, assessmentId, state } = filter;
  const place = sql`(${attempts.createdAt}, ${attempts.id})`;
  const [direction, createdAt, id] = cursor ?? ['older'];
  const order = direction === 'newer' ? asc : desc;
  return db
    .select(columns)
    .from(attempts)
    .leftJoin(candidates, eq(candidates.id, attempts.candidateId))
    .where(
      and(
        assessmentId === undefined
          ? eq(attempts.organizationId, organizationId)
          : and(
              eq(attempts.assessmentId, ownAssessment(db, organizationId, assessmentId)),
              sql`+${attempts.organizationId} = ${organizationId}`,
            ),
        state && eq(attempts.state, state),
        cursor && direction === 'newer' ? sql`${place} > (${createdAt}, ${id})` : undefined,
        cursor && direction === 'older' ? sql`${place} < (${createdAt}, ${id})` : undefined,
      ),
    )
    .orderBy(order(attempts.createdAt), order(attempts.id))
    .limit(pageSize + 1);
}

/** Nothing for somebody else's assessment, before a single attempt of it is read. */
function ownAssessment(db: Database, organizationId: string, id: string): SQL {
  const own = and(eq(assessments.id, id), eq(assessments.organizationId, organizationId));
  return sql`(${db.select({ id: assessments.id }).from(assessments).where(own)})`;
}

function placeOf(direction: 'older' | 'newer', row: ResultRow): string {
  return writeCursor([direction, row.createdAt, row.id]);
}

/** The names at hand; only an organization with more assessments than the filter lists asks again. */
export async function withNames(
  db: Database,
  { organizationId, assessmentId }: Filter,
  names: { id: string; name: string }[],
  rows: ResultRow[],
) {
  const known = new Set(names.map(({ id }) => id));
  const wanted = new Set(rows.map((row) => row.assessmentId));
  if (assessmentId !== undefined) wanted.add(assessmentId);
  const missing = [...wanted].filter((id) => !known.has(id));
  if (missing.length === 0) return names;
  const more = await db
    .select({ id: assessments.id, name: assessments.name })
    .from(assessments)
    .where(and(eq(assessments.organizationId, organizationId), inArray(assessments.id, missing)));
  return [...names, ...more];
}
