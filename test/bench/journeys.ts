import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';

import { database } from '../../src/db/client.ts';
import { versions } from '../../src/db/schema/assessments.ts';
import { attempts } from '../../src/db/schema/attempts.ts';
import { drawnQuestions } from '../../src/features/attempts/sheet.ts';
import type { Question } from '../../src/features/questions/content.ts';
import type { QuestionType } from '../../src/features/questions/rules.ts';
import { newSecret } from '../../src/lib/secrets.ts';
import { readToken, type TokenClaims } from '../../src/lib/tokens.ts';
import { origin } from '../support/pages.ts';

/** Whoever answers: the Worker itself, or a measuring stand-in. */
export type Send = (request: Request) => Promise<Response>;

const browser = { 'Accept-Language': 'pt-BR', 'Sec-Fetch-Site': 'same-origin', Origin: origin };

export function getRequest(path: string, headers: Record<string, string> = {}): Request {
  return new Request(new URL(path, origin), {
    headers: { 'Accept-Language': 'pt-BR', ...headers },
    redirect: 'manual',
  });
}

export function formRequest(
  path: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Request {
  const body = new URLSearchParams(fields);
  const init = { method: 'POST', body, redirect: 'manual' } as const;
  return new Request(new URL(path, origin), { ...init, headers: { ...browser, ...headers } });
}

/** A candidate's first form at a public link. */
export function startRequest(slug: string, email: string, name = 'Maria Silva'): Request {
  const fields = { name, email, consent: 'on', key: newSecret() };
  return formRequest(`/t/${slug}/attempts`, fields);
}

/** Starts an attempt at a public link. Returns its own address, `/a/<token>`. */
export async function startAttempt(send: Send, slug: string, email: string): Promise<string> {
  return attemptPath(await redirected(send, startRequest(slug, email)));
}

/** Starts an attempt that Gupy registered. */
export async function startRegistered(send: Send, path: string): Promise<void> {
  await redirected(send, formRequest(`${path}/start`, { consent: 'on' }));
}

/** `/a/<token>` of an address below it. */
export function attemptPath(location: string): string {
  return location.split('/', 3).join('/');
}

/** What Gupy sends to register a candidate for an assessment of Acme. */
export function registrationRequest(
  testId: string,
  overrides: Record<string, unknown> = {},
): Request {
  const body = {
    company_id: 1,
    document_id: 12345678901,
    test_id: testId,
    name: 'Maria Silva',
    email: 'maria.silva@example.com',
    callback_url: 'https://acme.gupy.io/candidates/1',
    result_webhook_url: 'https://private-api.gupy.io/results/1',
    job_id: 42,
    ...overrides,
  };
  return new Request(`${origin}/gupy/test/candidate`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer demo-gupy-token-acme' },
  });
}

/** Registers a candidate as Gupy does. Returns the attempt's address and id. */
export async function register(
  send: Send,
  testId: string,
  overrides: Record<string, unknown> = {},
) {
  const answer = await send(registrationRequest(testId, overrides));
  const { test_url, test_result_id } = await answer.json<Record<string, string>>();
  return { path: new URL(test_url!).pathname, id: test_result_id! };
}

export async function claimsOf(path: string): Promise<TokenClaims> {
  return (await readToken(env.TOKEN_SECRET, 'take', path.split('/')[2]!))!;
}

/** The questions that an attempt drew, in its order. */
export async function questionsOf(path: string): Promise<Question[]> {
  const [row] = await database(env.DB)
    .select({ content: versions.content, questionIds: attempts.questionIds })
    .from(attempts)
    .innerJoin(versions, eq(versions.id, attempts.versionId))
    .where(eq(attempts.id, (await claimsOf(path)).attemptId));
  return drawnQuestions(row!.content, row!.questionIds).map(({ question }) => question);
}

/** The form of question `number`'s page with some valid answer in it. */
export function answerRequest(path: string, question: Question, number = 1, revision = 0): Request {
  const fields = { ...answerFields(question), number: String(number), revision: String(revision) };
  return formRequest(`${path}/answers/${question.id}`, { ...fields, shown: '0', go: 'next' });
}

/** What the page's script sends: answers, or nothing but a sign of life. */
export function syncRequest(path: string, answers: unknown[] = []): Request {
  const body = JSON.stringify({ device: 'the-device-of-the-bench', answers });
  const headers = { ...browser, 'Content-Type': 'application/json' };
  return new Request(new URL(`${path}/sync`, origin), { method: 'POST', body, headers });
}

/** Answers every question and submits, unless told not to. */
export async function finish(send: Send, path: string, { submit = true } = {}): Promise<void> {
  const forms = (await questionsOf(path)).map((question, at) =>
    answerRequest(path, question, at + 1),
  );
  if (submit) forms.push(formRequest(`${path}/submission`, { confirm: 'on' }));
  for (const form of forms) await redirected(send, form);
}

/** Sends a form that must be accepted. Returns where it leads. */
export async function redirected(send: Send, form: Request): Promise<string> {
  const answer = await send(form);
  const location = answer.headers.get('Location');
  if (answer.status !== 303 || location === null) throw new Error(`${form.url}: ${answer.status}`);
  return location;
}

/** Some answer that the question's rule takes. */
export function answerFields({ type, content: any }: Question): Record<string, string> {
  const content = any as { options: { id: string }[]; items: { id: string }[] };
  const first = () => ({ value: content.options[0]!.id });
  const fields: Record<QuestionType, () => Record<string, string>> = {
    'single-choice': first,
    'multiple-choice': first,
    'situational-judgement': first,
    'true-false': () => ({ value: 'true' }),
    numeric: () => ({ value: '2' }),
    likert: () => ({ value: '4' }),
    'free-text': () => ({ value: 'Eu começaria por medir onde o tempo vai.' }),
    'project-link': () => ({ value: 'https://example.com/projeto' }),
    ordering: () =>
      Object.fromEntries(content.items.map(({ id }, at) => [`position-${id}`, String(at + 1)])),
  };
  return fields[type as QuestionType]();
}
