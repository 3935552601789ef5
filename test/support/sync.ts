import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';

import { database } from '../../src/db/client.ts';
import { answers } from '../../src/db/schema/attempts.ts';
import { sittings, timeChanges } from '../../src/db/schema/conduct.ts';
import type { Credit } from '../../src/features/attempts/outage.ts';
import type { Receipt } from '../../src/features/attempts/receipts.ts';
import type { Refused } from '../../src/features/attempts/sync.ts';
import { claimsOf } from './candidate.ts';
import { fetchPage, origin } from './pages.ts';

const db = database(env.DB);

export const phone = 'phone-phone-phone-phone-1';
export const laptop = 'laptop-laptop-laptop-lapt';

export interface Synced {
  now: number;
  deadline: number;
  state: string;
  active: boolean;
  receipts: Receipt[];
  blank: string[];
  refused: Refused[];
  creditedMs: number;
  /** When the opened sections with a limit end; absent where there are none. */
  sections?: Record<string, number>;
  credit?: Credit;
}

/** Sends what a page's script would send. */
export function sendSync(path: string, message: unknown, contentType = 'application/json') {
  const headers = { Origin: origin, 'Content-Type': contentType };
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return fetchPage(`${path}/sync`, { method: 'POST', body, headers });
}

export async function sync(path: string, message: object = {}): Promise<Synced> {
  const answer = await sendSync(path, { device: phone, ...message });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** A save of one question's `value` field. */
export function typed(question: string, value: string | string[], revision = 1) {
  return { question, revision, fields: { value } };
}

export async function answerRow(path: string, questionId: string) {
  const rows = await answerRows(path);
  return rows.find((row) => row.questionId === questionId);
}

export async function answerRows(path: string) {
  const { attemptId } = await claimsOf(path);
  return db.select().from(answers).where(eq(answers.attemptId, attemptId));
}

export async function sittingRow(path: string) {
  const { attemptId } = await claimsOf(path);
  return db.select().from(sittings).where(eq(sittings.attemptId, attemptId)).get();
}

export async function changesOf(path: string) {
  const { attemptId } = await claimsOf(path);
  return db.select().from(timeChanges).where(eq(timeChanges.attemptId, attemptId));
}
