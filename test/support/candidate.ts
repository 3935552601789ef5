import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import { answers, attempts, results } from '../../src/db/schema/attempts.ts';
import { devMails } from '../../src/db/schema/dev.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { readToken } from '../../src/lib/tokens.ts';
import { formsIn, type PageForm } from './html.ts';
import { anAssessment } from './makers.ts';
import { fetchPage, sendForm } from './pages.ts';

const db = database(env.DB);

type Headers = Record<string, string>;
export type Fields = Record<string, string | string[]>;

/** What a candidate reads, in the language of the tests' browser. */
export const words = messagesFor('pt-BR').candidate;

/** A published assessment with a public link, of a new organization unless told which. */
export async function aPublicLink(values: Parameters<typeof anAssessment>[0] = {}) {
  const { id: assessmentId, linkId: id, ...made } = await anAssessment(values);
  return { ...made, id, assessmentId };
}

/** The start form of a link as the page has it, with its key. */
export async function startForm(slug: string, headers: Headers = {}): Promise<Fields> {
  const page = await fetchPage(`/t/${slug}`, { headers });
  expect(page.status).toBe(200);
  return formTo(await page.text(), '/attempts').then((form) => form.fields);
}

export const maria = { name: 'Maria Silva', email: 'maria@candidate.example', consent: 'on' };

export function sendStart(slug: string, fields: Fields, headers: Headers = {}) {
  return sendForm(`/t/${slug}/attempts`, encode(fields), headers);
}

/** Opens a link, fills in the form and starts. Returns the attempt's own address, `/a/<token>`. */
export async function start(slug: string, person: Partial<typeof maria> = {}): Promise<string> {
  const fields = { ...(await startForm(slug)), ...maria, ...person };
  return addressIn(await sendStart(slug, fields));
}

/** A started attempt at a link of its own. */
export async function aSitting(values: Parameters<typeof aPublicLink>[0] = {}) {
  const link = await aPublicLink(values);
  const path = await start(link.slug);
  return { path, link, attemptId: (await claimsOf(path)).attemptId };
}

/** `/a/<token>` of the answer that leads there. */
export function addressIn(answer: Response): string {
  expect(answer.status).toBe(303);
  const [path] = /^\/a\/[^/?]+/.exec(answer.headers.get('Location') ?? '') ?? [];
  expect(path).toBeDefined();
  return path!;
}

export async function claimsOf(path: string) {
  return (await readToken(env.TOKEN_SECRET, 'take', path.split('/')[2]!))!;
}

/** A page that must be there. */
export async function openPage(path: string, headers: Headers = {}, status = 200): Promise<string> {
  const answer = await fetchPage(path, { headers });
  expect(answer.status).toBe(status);
  return answer.text();
}

/** Opens a question's page, changes what its form holds, and presses a button. */
export async function answerQuestion(
  path: string,
  number: number,
  changes: Fields,
  go = 'next',
): Promise<Response> {
  const { action, fields } = await answerForm(await openPage(`${path}/questions/${number}`));
  return sendForm(action, encode({ ...fields, ...changes, go }));
}

export function answerForm(html: string): Promise<PageForm> {
  return formTo(html, '/answers/');
}

/** Sends an answer's form without having looked at its page. */
export function sendAnswer(path: string, questionId: string, fields: Fields): Promise<Response> {
  return sendForm(`${path}/answers/${questionId}`, encode({ number: '1', ...fields }));
}

export function submit(path: string, fields: Fields = { confirm: 'on' }): Promise<Response> {
  return sendForm(`${path}/submission`, encode(fields));
}

export async function attemptOf(path: string) {
  const { attemptId } = await claimsOf(path);
  return (await db.select().from(attempts).where(eq(attempts.id, attemptId)).get())!;
}

/** Stored values by question id. */
export async function storedAnswers(path: string): Promise<Record<string, unknown>> {
  const { attemptId } = await claimsOf(path);
  const rows = await db.select().from(answers).where(eq(answers.attemptId, attemptId));
  return Object.fromEntries(rows.map((row) => [row.questionId, row.value]));
}

export async function resultOf(path: string) {
  const { attemptId } = await claimsOf(path);
  return (await db.select().from(results).where(eq(results.attemptId, attemptId)).get())?.result;
}

export function mails(to: string) {
  return db.select().from(devMails).where(eq(devMails.recipient, to)).orderBy(devMails.sentAt);
}

/** Takes every queue message away, as if the queues were down. Returns the spies. */
export function loseMessages() {
  const nothing = undefined as unknown as QueueSendResponse;
  return {
    deliveries: vi.spyOn(env.DELIVERIES, 'send').mockResolvedValue(nothing),
    deadlines: vi.spyOn(env.DEADLINES, 'send').mockResolvedValue(nothing),
    inbound: vi.spyOn(env.INBOUND, 'send').mockResolvedValue(nothing),
  };
}

/** Stops the clock of Worker and tests at this moment. `vi.useRealTimers()` lets it run again. */
export function stopClock(at = Date.UTC(2026, 10, 23, 12)): number {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  return at;
}

/** Tables that tell of being asked, not of what was done. */
const askedOnly = new Set(['provider_calls', 'gupy_milestones']);

/** Every row of every other table: what must not change when nothing is done. */
export async function allRows(): Promise<unknown> {
  const tables = await env.DB.prepare(
    `select name from sqlite_schema where type = 'table' and name not like '\\_%' escape '\\'
      and name not like 'sqlite\\_%' escape '\\' and name not like 'd1\\_%' escape '\\' order by name`,
  ).all<{ name: string }>();
  const names = tables.results.map(({ name }) => name).filter((name) => !askedOnly.has(name));
  const rows = await env.DB.batch(names.map((name) => env.DB.prepare(`select * from "${name}"`)));
  return Object.fromEntries(names.map((name, index) => [name, rows[index]!.results]));
}

export async function formTo(html: string, action: string): Promise<PageForm> {
  const form = (await formsIn(html)).find((each) => each.action.includes(action));
  expect(form).toBeDefined();
  return form!;
}

export function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}
