import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments } from '../../db/schema/assessments.ts';
import {
  attempts,
  type AttemptState,
  candidates,
  candidateTerms,
} from '../../db/schema/attempts.ts';
import { listAssessmentNames } from '../assessments/queries.ts';
import { attemptSource } from '../attempts/source-queries.ts';
import { type ListCursor, type SearchCursor, writeCursor } from './cursor.ts';
import { endOf, isShown, type Search } from './search.ts';

const pageSize = 20;
/** Each person found costs a row of the term, the person and the attempt. */
const searchPageSize = 10;

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

/**
 * A part of a search, in the order of the term that was found. Every part reads a bounded number of
 * terms, so it may show fewer people than it could, or nobody: `older` then goes on.
 */
export async function searchResults(
  db: Database,
  filter: Filter,
  search: Search,
  cursor?: SearchCursor,
): Promise<ResultsPage> {
  const [found, names] = await db.batch([
    selectFound(db, filter, search.word, cursor),
    listAssessmentNames(db, filter.organizationId),
  ]);
  const looked = found.slice(0, searchPageSize);
  const last = looked.at(-1);
  const rows = looked.flatMap((row) => (isResult(row) && isShown(search, row) ? [row] : []));
  return {
    rows,
    older:
      last && found.length > searchPageSize
        ? writeCursor(['found', last.term, last.candidateId, last.createdAt ?? -1, last.id ?? ''])
        : undefined,
    assessments: await withNames(db, filter, names, rows),
  };
}

const columns = {
  id: attempts.id,
  assessmentId: attempts.assessmentId,
  source: attemptSource,
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

/** Every term found comes at least once, so that the limit bounds what is read whatever the filters. */
function selectFound(db: Database, filter: Filter, word: string, cursor?: SearchCursor) {
  const { organizationId, assessmentId, state } = filter;
  const term = sql`(${candidateTerms.term}, ${candidateTerms.candidateId})`;
  const [, lastTerm, lastCandidate, createdAt, id] = cursor ?? [];
  return db
    .select({
      ...columns,
      term: sql<string>`${candidateTerms.term}`.as('found_term'),
      candidateId: candidateTerms.candidateId,
    })
    .from(candidateTerms)
    .leftJoin(
      attempts,
      and(
        eq(attempts.candidateId, candidateTerms.candidateId),
        sql`+${attempts.organizationId} = ${organizationId}`,
        assessmentId === undefined ? undefined : sql`+${attempts.assessmentId} = ${assessmentId}`,
        state && sql`+${attempts.state} = ${state}`,
        cursor &&
          sql`(${term} > (${lastTerm}, ${lastCandidate})
            or (${attempts.createdAt}, ${attempts.id}) < (${createdAt}, ${id}))`,
      ),
    )
    .leftJoin(candidates, eq(candidates.id, attempts.candidateId))
    .where(
      and(
        eq(candidateTerms.organizationId, organizationId),
        cursor
          ? sql`${term} >= (${lastTerm}, ${lastCandidate})`
          : sql`${candidateTerms.term} >= ${word}`,
        sql`${candidateTerms.term} < ${endOf(word)}`,
      ),
    )
    .orderBy(
      asc(candidateTerms.term),
      asc(candidateTerms.candidateId),
      desc(attempts.createdAt),
      desc(attempts.id),
    )
    .limit(searchPageSize + 1);
}

function placeOf(direction: 'older' | 'newer', row: ResultRow): string {
  return writeCursor([direction, row.createdAt, row.id]);
}

type Found = Awaited<ReturnType<typeof selectFound>>[number];

/** False for a person without an attempt that the filters let through. */
function isResult(row: Found): row is Found & ResultRow {
  return row.id !== null;
}

/** The names at hand; only an organization with more assessments than the filter lists asks again. */
async function withNames(
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
