import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

import {
  answers,
  attempts,
  candidates,
  candidateTerms,
  gupyRegistrations,
  results,
} from '../../src/db/schema/attempts.ts';
import { privacyRequests } from '../../src/db/schema/conduct.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import { scoreSheet } from '../../src/features/attempts/sheet.ts';
import { versionContent } from '../../src/features/questions/content.ts';
import { drawQuestions } from '../../src/features/questions/order.ts';
import { type Place, rowsOf } from './rows.ts';

/** Rows in one statement: its JSON stays below the 2 MB that D1 allows a bound text. */
const chunk = 2500;

/** In an order that the foreign keys allow. */
const parts: [SQLiteTable, (row: ReturnType<typeof rowsOf>) => Record<string, unknown>[]][] = [
  [candidates, (row) => row.candidates],
  [candidateTerms, (row) => row.terms],
  [attempts, (row) => row.attempts],
  [answers, (row) => row.answers],
  [results, (row) => row.results],
  [gupyRegistrations, (row) => row.registrations],
  [privacyRequests, (row) => row.requests],
  [events, (row) => row.events],
  [deliveries, (row) => row.deliveries],
  [tries, (row) => row.tries],
];

/**
 * Gives an organization the attempts numbered `from`…`to`-1, the newest first, as a year of work leaves
 * them: candidates of whom some come back, with their search terms; every state, mostly completed;
 * and for a share of them answers, results, registrations by Gupy, events, deliveries and tries.
 */
export async function fill(
  db: D1Database,
  organizationId: string,
  { from, to, now }: { from: number; to: number; now: number },
): Promise<void> {
  const places = await placesOf(db, organizationId);
  // The oldest first, as they come in life: rows that are appended to an index cost the least.
  for (let end = to; end > from; end -= chunk) {
    const length = Math.min(chunk, end - from);
    const numbers = Array.from({ length }, (_, i) => end - 1 - i);
    const rows = numbers.map((i) => rowsOf(organizationId, i, places[i % places.length]!, now));
    for (const [table, own] of parts) await insertRows(db, table, rows.flatMap(own));
  }
}

/** The assessments behind an organization's links, each with drawn questions and a result. */
async function placesOf(db: D1Database, organizationId: string): Promise<Place[]> {
  const { results: links } = await db
    .prepare(
      `select l.id, l.assessment_id, l.version_id, v.content
       from links l join versions v on v.id = l.version_id where l.organization_id = ? order by l.slug`,
    )
    .bind(organizationId)
    .all<{ id: string; assessment_id: string; version_id: string; content: string }>();
  return links.map((link) => {
    const content = versionContent.parse(JSON.parse(link.content));
    const questionIds = drawQuestions(content, link.id);
    const result = scoreSheet(content, questionIds, []);
    return {
      linkId: link.id,
      assessmentId: link.assessment_id,
      versionId: link.version_id,
      questionIds,
      result,
    };
  });
}

/** Inserts rows as drizzle would, but thousands in one statement. */
async function insertRows(
  db: D1Database,
  table: SQLiteTable,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => column.name).join(', ');
  const values = columns.map((_, at) => `value ->> ${at}`).join(', ');
  const insert = `insert into ${getTableName(table)} (${names}) select ${values} from json_each(?)`;
  const list = rows.map((row) => columns.map(([key]) => row[key]));
  for (let at = 0; at < list.length; at += chunk)
    await db
      .prepare(insert)
      .bind(JSON.stringify(list.slice(at, at + chunk)))
      .run();
}
