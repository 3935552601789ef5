import { answerHash, type Receipt } from '../../src/features/attempts/receipts.ts';
import type { Judgement } from './count.ts';

/** What a candidate's client was told. */
export interface Told {
  attempt: string;
  /** The last receipt of each question. */
  receipts: Map<string, Pick<Receipt, 'revision' | 'answerHash'>>;
  /** The submission was answered 303. */
  submitted: boolean;
}

/** What a receiver was sent, and what it answered; 0 for no answer. */
export interface Received {
  id: string;
  body: string;
  status: number;
}

/** Rows as the database has them. */
export const queries = {
  attempts: 'select id, state from attempts',
  answers: 'select attempt_id, question_id, value, revision from answers',
  results: 'select attempt_id from results',
  events: `select id, attempt_id, planned_at from events where type = 'attempt.completed'`,
  deliveries: 'select id, attempt_id, kind, state, payload, tries, next_at from deliveries',
  tries: 'select delivery_id, number, started_at, duration_ms, status from tries order by number',
} as const;

export type Row = Record<string, string | number | null>;
export type Rows = Record<keyof typeof queries, Row[]>;

/** The only kind of delivery whose receiver is joined here. */
const kind = 'gupy.result_webhook';

/**
 * Joins what clients were told, what the database holds and what receivers logged, once everything has
 * settled: each submitted attempt has one result, one event and one delivery, which arrived, with every
 * request accounted for by a try.
 *
 * @param state that each delivery should have reached
 */
export async function judge(
  told: readonly Told[],
  rows: Rows,
  received: readonly Received[],
  state: 'delivered' | 'parked' = 'delivered',
): Promise<Judgement> {
  const judgement = blank(told.length);
  const note = (key: 'lost' | 'halfApplied' | 'wrongStates', text: string) => {
    judgement[key] += 1;
    judgement.notes.push(text);
  };
  const index = indexed(rows);
  const requests = Map.groupBy(received, ({ id }) => id);

  for (const { attempt, receipts, submitted } of told) {
    for (const [question, receipt] of receipts) {
      const row = index.answers(attempt).find((each) => each['question_id'] === question);
      if (!(await isStored(receipt, row)))
        note('lost', `${attempt}: answer ${question}, revision ${receipt.revision}, is not stored`);
    }
    const completed = index.attempts(attempt)[0]?.['state'] === 'completed';
    if (submitted && !completed) note('lost', `${attempt}: submitted, not completed`);
    const events = index.events(attempt);
    const parts = [index.results(attempt).length, events.length];
    if (parts.some((count) => count !== (completed ? 1 : 0)))
      note('halfApplied', `${attempt}: completed ${completed}, results and events ${parts}`);
    const planned = events.filter((event) => event['planned_at'] !== null).length;
    const deliveries = index.deliveries(attempt);
    const webhooks = deliveries.filter((delivery) => delivery['kind'] === kind);
    if (webhooks.length !== planned)
      note('halfApplied', `${attempt}: ${planned} planned, ${webhooks.length} deliveries`);
    if (completed && webhooks.length === 0) note('lost', `${attempt}: no delivery`);
    for (const delivery of deliveries) checkTries(delivery, index.tries(String(delivery['id'])));
    for (const delivery of webhooks) checkRequests(delivery);
  }
  const known = new Set(rows.deliveries.map(({ id }) => id));
  for (const id of requests.keys())
    if (!known.has(id)) note('wrongStates', `a request with the unknown id ${id}`);
  return { ...judgement, notes: judgement.notes.slice(0, 10) };

  /** The delivery says what its tries say. */
  function checkTries(delivery: Row, tries: readonly Row[]) {
    const { id, tries: begun, state: is } = delivery;
    const numbers = tries.map(({ number }) => number);
    if (numbers.length !== begun || numbers.some((number, at) => number !== at + 1))
      note('halfApplied', `${id}: ${begun} tries begun, ${numbers} recorded`);
    const last = tries.findLast(({ duration_ms }) => duration_ms !== null);
    const status = Number(last?.['status'] ?? 0);
    const arrived = status >= 200 && status < 300;
    if ((is === 'delivered') !== arrived || (is === 'delivered' && delivery['next_at'] !== null))
      note('wrongStates', `${id}: ${is} after ${last?.['status']}`);
  }

  function checkRequests(delivery: Row) {
    const id = String(delivery['id']);
    const sent = requests.get(id) ?? [];
    const accepted = sent.filter(({ status }) => status >= 200 && status < 300);
    const tries = index.tries(id);
    if (delivery['state'] !== state) note('wrongStates', `${id}: ${delivery['state']}`);
    if (state === 'delivered' && accepted.length === 0) note('lost', `${id}: never arrived`);
    if (sent.length > tries.length)
      note('wrongStates', `${id}: ${sent.length} requests of ${tries.length} tries`);
    const cutShort = tries.filter(({ duration_ms }) => duration_ms === null).length;
    const same = sent.every(({ body }) => body === delivery['payload']);
    const more = Math.max(0, accepted.length - 1);
    judgement.duplicates += more;
    judgement.unavoidable += Math.min(more, cutShort);
    if (!same) note('wrongStates', `${id}: other bytes than planned`);
    if (more > cutShort)
      judgement.notes.push(`${id}: ${more} duplicates, ${cutShort} tries cut short`);
  }
}

/** A later revision may have been stored without an answer reaching the client. */
async function isStored(
  receipt: Pick<Receipt, 'revision' | 'answerHash'>,
  row: Row | undefined,
): Promise<boolean> {
  const revision = Number(row?.['revision'] ?? 0);
  if (revision !== receipt.revision) return revision > receipt.revision;
  return (await answerHash(JSON.parse(String(row?.['value'])))) === receipt.answerHash;
}

function indexed(rows: Rows) {
  const by = (name: keyof Rows, column: string) => {
    const groups = Map.groupBy(rows[name], (row) => String(row[column]));
    return (key: string) => groups.get(key) ?? [];
  };
  return {
    attempts: by('attempts', 'id'),
    answers: by('answers', 'attempt_id'),
    results: by('results', 'attempt_id'),
    events: by('events', 'attempt_id'),
    deliveries: by('deliveries', 'attempt_id'),
    tries: by('tries', 'delivery_id'),
  };
}

function blank(n: number): Judgement {
  return { n, lost: 0, halfApplied: 0, duplicates: 0, unavoidable: 0, wrongStates: 0, notes: [] };
}
