import { and, asc, desc, eq, type SQL, sql, type SQLWrapper } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { attempts, candidates, candidateTerms } from '../../db/schema/attempts.ts';
import { listAssessmentNames } from '../assessments/queries.ts';
import { type SearchCursor, writeCursor } from './cursor.ts';
import {
  columns,
  type Filter,
  type ResultRow,
  type ResultsPage,
  withNames,
} from './list-queries.ts';
import { endOf, isShown, type Search } from './search.ts';

/** Each person found costs four rows: the word, the person, the attempt and its place in their list. */
const searchPageSize = 7;

/**
 * A part of a search: those found by a term, in its order, then those found by their address. Every part
 * reads a bounded number of both, so it may show fewer people than it could, or nobody: `older` then
 * goes on.
 */
export async function searchResults(
  db: Database,
  filter: Filter,
  search: Search,
  cursor?: SearchCursor,
): Promise<ResultsPage> {
  const [byTerm, byAddress, names] = await db.batch([
    selectByTerm(db, filter, search.word, cursor),
    selectByAddress(db, filter, search.word, cursor),
    listAssessmentNames(db, filter.organizationId),
  ]);
  const found = [
    ...byTerm.map((row) => ({ ...row, by: 'term' as const })),
    ...byAddress.map((row) => ({ ...row, by: 'address' as const })),
  ];
  const looked = found.slice(0, searchPageSize);
  const last = looked.at(-1);
  const rows = looked.flatMap((row) => (isResult(row) && isShown(search, row) ? [row] : []));
  return {
    rows,
    older:
      last && found.length > searchPageSize
        ? writeCursor([last.by, last.term, last.candidateId, last.createdAt ?? -1, last.id ?? ''])
        : undefined,
    assessments: await withNames(db, filter, names, rows),
  };
}

const ofTerms = {
  term: candidateTerms.term,
  candidateId: candidateTerms.candidateId,
  organizationId: candidateTerms.organizationId,
};

const termPlace = (cursor?: SearchCursor) => (cursor?.[0] === 'term' ? cursor : undefined);

/** Nothing once the search has come to the addresses. */
function selectByTerm(db: Database, filter: Filter, word: string, cursor?: SearchCursor) {
  const { term, candidateId } = ofTerms;
  const place = termPlace(cursor);
  return db
    .select({ ...columns, term: sql<string>`${term}`.as('found_term'), candidateId })
    .from(candidateTerms)
    .leftJoin(attempts, attemptsOf(filter, ofTerms, place))
    .leftJoin(candidates, eq(candidates.id, attempts.candidateId))
    .where(foundFrom(filter, ofTerms, word, place))
    .orderBy(asc(term), asc(candidateId), desc(attempts.createdAt), desc(attempts.id))
    .limit(cursor?.[0] === 'address' ? 0 : searchPageSize + 1);
}

/** No more than those found by a term leave room for: each of these comes with one row at least. */
function selectByAddress(db: Database, filter: Filter, word: string, cursor?: SearchCursor) {
  const { email: term, id, organizationId } = candidates;
  const found = { term, candidateId: id, organizationId };
  const place = cursor?.[0] === 'address' ? cursor : undefined;
  const byTerm = db
    .select({ one: sql`1` })
    .from(candidateTerms)
    .where(foundFrom(filter, ofTerms, word, termPlace(cursor)))
    .limit(place ? 0 : searchPageSize + 1);
  // SQLite takes any expression here, drizzle's type only numbers.
  const room: SQL = sql`${searchPageSize + 1} - (select count(*) from ${byTerm})`;
  return db
    .select({
      ...columns,
      term: sql<string>`${term}`.as('found_term'),
      candidateId: sql<string>`${id}`.as('found_id'),
    })
    .from(candidates)
    .leftJoin(attempts, attemptsOf(filter, found, place))
    .where(foundFrom(filter, found, word, place))
    .orderBy(asc(term), asc(id), desc(attempts.createdAt), desc(attempts.id))
    .limit(room as unknown as number);
}

interface FoundColumns {
  term: SQLWrapper;
  candidateId: SQLWrapper;
  organizationId: SQLWrapper;
}

/** In the join, so that every person found comes at least once: the limit bounds what is read. */
function attemptsOf(
  { organizationId, assessmentId, state }: Filter,
  { term, candidateId }: FoundColumns,
  place?: SearchCursor,
) {
  const [, lastTerm, lastCandidate, createdAt, id] = place ?? [];
  return and(
    sql`${attempts.candidateId} = ${candidateId}`,
    sql`+${attempts.organizationId} = ${organizationId}`,
    assessmentId === undefined ? undefined : sql`+${attempts.assessmentId} = ${assessmentId}`,
    state && sql`+${attempts.state} = ${state}`,
    place &&
      sql`((${term}, ${candidateId}) > (${lastTerm}, ${lastCandidate})
        or (${attempts.createdAt}, ${attempts.id}) < (${createdAt}, ${id}))`,
  );
}

function foundFrom(
  filter: Filter,
  { term, candidateId, organizationId }: FoundColumns,
  word: string,
  place?: SearchCursor,
) {
  return and(
    sql`${organizationId} = ${filter.organizationId}`,
    place ? sql`(${term}, ${candidateId}) >= (${place[1]}, ${place[2]})` : sql`${term} >= ${word}`,
    sql`${term} < ${endOf(word)}`,
  );
}

type Found = Awaited<ReturnType<typeof selectByTerm | typeof selectByAddress>>[number];

/** False for a person without an attempt that the filters let through. */
function isResult(row: Found): row is Found & ResultRow {
  return row.id !== null;
}
