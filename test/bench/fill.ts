import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

import {
  answers,
  attempts,
  type AttemptState,
  attemptStates,
  candidates,
  candidateTerms,
  gupyRegistrations,
  results,
} from '../../src/db/schema/attempts.ts';
import { deliveries, events, tries } from '../../src/db/schema/deliveries.ts';
import { scoreSheet } from '../../src/features/attempts/sheet.ts';
import { searchTerms } from '../../src/features/attempts/start-queries.ts';
import { versionContent } from '../../src/features/questions/content.ts';
import { drawQuestions } from '../../src/features/questions/order.ts';
import { formatUuid } from '../../src/lib/ids.ts';
import { searchable } from '../../src/lib/text.ts';
import { hour, minute, second } from '../../src/lib/time.ts';
import { firstNames, lastNames } from './names.ts';

/** Rows in one statement: its JSON stays below the 2 MB that D1 allows a bound text. */
const chunk = 2500;

type Place = Awaited<ReturnType<typeof placesOf>>[number];

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
    await insertRows(
      db,
      candidates,
      rows.flatMap(({ candidate }) => candidate),
    );
    await insertRows(
      db,
      candidateTerms,
      rows.flatMap(({ terms }) => terms),
    );
    await insertRows(
      db,
      attempts,
      rows.map(({ attempt }) => attempt),
    );
    await insertRows(
      db,
      answers,
      rows.flatMap((row) => row.answers),
    );
    await insertRows(
      db,
      results,
      rows.flatMap(({ result }) => result),
    );
    await insertRows(
      db,
      gupyRegistrations,
      rows.flatMap(({ registration }) => registration),
    );
    await insertRows(
      db,
      events,
      rows.flatMap(({ event }) => event),
    );
    await insertRows(
      db,
      deliveries,
      rows.flatMap(({ delivery }) => delivery),
    );
    await insertRows(
      db,
      tries,
      rows.flatMap((row) => row.tries),
    );
  }
}

/** The assessments behind an organization's links, each with drawn questions and a result. */
async function placesOf(db: D1Database, organizationId: string) {
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
      organizationId,
      linkId: link.id,
      assessmentId: link.assessment_id,
      versionId: link.version_id,
      questionIds,
      result,
    };
  });
}

/** All that attempt number `i` leaves. Every sixth was made by the candidate of the one before. */
function rowsOf(organizationId: string, i: number, place: Place, now: number) {
  const createdAt = now - hour - i * 47 * second;
  const state = stateOf(i);
  const own = i % 6 === 5 ? i - 1 : i;
  const candidateId = idOf('c', organizationId, now - own * minute, own);
  const id = idOf('a', organizationId, createdAt, i);
  const [first, last] = [
    firstNames[(own * 7) % firstNames.length],
    lastNames[own % lastNames.length],
  ];
  const name = `${first} ${last}`;
  const email = searchable(`${first}.${last}.${own}@example.com`);
  const started = !['not_started', 'expired', 'cancelled'].includes(state);
  const finished = state === 'submitted' || state === 'completed';
  const completed = state === 'completed';
  const submittedAt = createdAt + 25 * minute;
  const registered = i % 3 === 0;
  const has = (held: boolean, share: number) => held && i % share === 0;

  const event = { id: idOf('e', organizationId, submittedAt, i), organizationId, attemptId: id };
  const deliveryId = idOf('d', organizationId, submittedAt, i);
  return {
    candidate: own === i ? [{ id: candidateId, organizationId, email, name, createdAt }] : [],
    terms:
      own === i
        ? searchTerms(name, email).map((term) => ({ organizationId, term, candidateId }))
        : [],
    attempt: {
      id,
      organizationId,
      assessmentId: place.assessmentId,
      versionId: place.versionId,
      linkId: registered ? null : place.linkId,
      candidateId,
      state,
      questionIds: started ? place.questionIds : [],
      language: 'pt-BR',
      noticeVersion: started ? '1' : null,
      noticeAcceptedAt: started ? createdAt : null,
      createdAt,
      startedAt: started ? createdAt : null,
      // Those still open have time left: nothing here is for the sweep.
      deadlineAt: started ? (finished ? createdAt + hour : now + hour) : null,
      submittedAt: finished ? submittedAt : null,
      submittedBy: finished ? 'candidate' : null,
      completedAt: completed ? submittedAt : null,
      total: completed ? (place.result.total === null ? null : (i * 13) % 101) : null,
      takeEpoch: 0,
      resultEpoch: 0,
    },
    answers: has(started, 37)
      ? place.questionIds.map((questionId) => ({
          attemptId: id,
          questionId,
          value: 'a',
          revision: 1,
          savedAt: createdAt,
          timeMs: 40 * second,
        }))
      : [],
    result: has(completed, 11)
      ? [{ attemptId: id, result: place.result, frozenAt: submittedAt }]
      : [],
    registration: registered
      ? [
          {
            attemptId: id,
            organizationId,
            identityHash: `identity of ${i}`,
            generation: 1,
            bodyHash: `body of ${i}`,
            retest: false,
            jobId: String(i % 50),
            callbackUrl: 'https://acme.gupy.io/candidates',
            resultWebhookUrl: 'https://private-api.gupy.io/result',
            createdAt,
          },
        ]
      : [],
    event: completed
      ? [{ ...event, type: 'attempt.completed', createdAt: submittedAt, plannedAt: submittedAt }]
      : [],
    delivery: has(completed, 7)
      ? [
          {
            id: deliveryId,
            eventId: event.id,
            organizationId,
            attemptId: id,
            kind: 'gupy.result_webhook',
            destination: 'https://private-api.gupy.io/result',
            state: 'delivered',
            payload: '{}',
            tries: 1,
            nextAt: null,
            lastStatus: 200,
            lastError: null,
            createdAt: submittedAt,
            finishedAt: submittedAt,
          },
        ]
      : [],
    tries: has(completed, 7)
      ? [
          {
            deliveryId,
            number: 1,
            startedAt: submittedAt,
            durationMs: 80,
            status: 200,
            error: null,
            answer: '',
          },
        ]
      : [],
  };
}

/** What a list is filtered by: the newest have every state alike, so that every filter fills a page. */
function stateOf(i: number): AttemptState {
  const recent = 800;
  const turn = Math.floor(i / 5);
  // Few are open at any time, however many there were.
  const closed: AttemptState[] = ['not_started', 'expired', 'cancelled', 'submitted'];
  return (i < recent ? attemptStates[turn % 6] : closed[turn % 20]) ?? 'completed';
}

/** A UUIDv7 in form: it sorts by its moment. Letter, organization and number make it unlike the others. */
function idOf(letter: string, organizationId: string, at: number, i: number): string {
  const time = at.toString(16).padStart(12, '0');
  const tail = `${letter.charCodeAt(0).toString(16)}${organizationId.slice(-4)}${i.toString(16).padStart(6, '0')}`;
  return formatUuid(Uint8Array.fromHex(`${time}70008000${tail}`));
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
