import { env, exports } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';

import { database } from '../../src/db/client.ts';
import type { Plan } from '../../src/db/schema/accounts.ts';
import { assessments } from '../../src/db/schema/assessments.ts';
import { attempts, candidates, gupyRegistrations } from '../../src/db/schema/attempts.ts';
import { integrations, providerTokens } from '../../src/db/schema/integrations.ts';
import { createAssessment, publishVersion } from '../../src/features/assessments/queries.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { newId } from '../../src/lib/ids.ts';
import { newSecret, sha256 } from '../../src/lib/secrets.ts';
import { aQuestion, aSection, aVersionContent, bestAnswer } from './contents.ts';
import { anOrganization } from './members.ts';
import { origin, postForm } from './pages.ts';

const db = database(env.DB);

export interface Company {
  organizationId: string;
  /** Gupy's id of it. */
  companyId: bigint;
  token: string;
}

let companies = 0n;

/** An organization that is connected to Gupy. */
export async function aCompany(values: { plan?: Plan; companyId?: bigint } = {}): Promise<Company> {
  companies += 1n;
  const { plan = 'business', companyId = companies } = values;
  const { id: organizationId } = await anOrganization({ plan });
  await db.insert(integrations).values({
    id: newId(),
    organizationId,
    kind: 'gupy',
    companyId: String(companyId),
    createdAt: 1,
  });
  return { organizationId, companyId, token: await aToken(organizationId) };
}

export async function aToken(organizationId: string, revokedAt: number | null = null) {
  const token = newSecret();
  await db.insert(providerTokens).values({
    id: newId(),
    organizationId,
    name: 'Gupy',
    tokenHash: await sha256(token),
    createdAt: 1,
    revokedAt,
  });
  return token;
}

/** Two questions that a rule scores, one of a `major` and one of a `minor` competency. */
export const scoredContent = aVersionContent({
  competencies: [
    {
      id: 'logic',
      name: { 'pt-BR': 'Lógica' },
      description: { 'pt-BR': 'Pensar.' },
      tier: 'major',
    },
    { id: 'speed', name: { 'pt-BR': 'Velocidade' }, tier: 'minor' },
  ],
  sections: [
    aSection({
      questions: [
        aQuestion('single-choice'),
        aQuestion('numeric'),
        aQuestion('true-false', { competency: 'speed' }),
      ],
    }),
  ],
});

/** The same with a question that a person has to grade. */
export const reviewedContent = aVersionContent({
  ...scoredContent,
  sections: [
    aSection({
      questions: [...scoredContent.sections[0]!.questions, aQuestion('free-text')],
    }),
  ],
});

interface Offer {
  content?: VersionContent;
  offered?: boolean;
  published?: boolean;
  createdAt?: number;
}

/** An assessment in the catalogue, unless told otherwise. Its id is what Gupy calls `test_id`. */
export async function anOffer({ organizationId }: Company, values: Offer = {}): Promise<string> {
  const { content = scoredContent, offered = true, published = true, createdAt = 1 } = values;
  const id = newId();
  await createAssessment(db, { id, organizationId, content, offeredToGupy: offered, createdAt });
  if (published) await publish({ organizationId }, id, content);
  return id;
}

/** Publishes one more version. */
export function publish(
  { organizationId }: Pick<Company, 'organizationId'>,
  assessmentId: string,
  content: VersionContent,
) {
  const id = newId();
  const contentHash = `hash of ${id}`;
  return publishVersion(db, {
    id,
    organizationId,
    assessmentId,
    content,
    contentHash,
    publishedAt: 2,
  });
}

export function setAssessment(id: string, values: Partial<typeof assessments.$inferInsert>) {
  return db.update(assessments).set(values).where(eq(assessments.id, id));
}

export function setAttempts(values: Partial<typeof attempts.$inferInsert>) {
  return db.update(attempts).set(values);
}

/** Calls the provider contract as Gupy does. */
export function askProvider(
  path: string,
  token: string | undefined,
  { method = 'GET', body }: { method?: string; body?: string | Uint8Array<ArrayBuffer> } = {},
) {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
  const request = new Request(`${origin}/gupy${path}`, { method, headers, body: body ?? null });
  return exports.default.fetch(request);
}

export type Fields = Record<string, unknown>;

/** A valid body of A.2. */
export function aCandidate({ companyId }: Company, testId: string, fields: Fields = {}): Fields {
  return {
    company_id: companyId,
    document_id: 12345678901n,
    test_id: testId,
    name: 'Marina Duarte',
    email: 'marina@acme.example',
    callback_url: 'https://acme.gupy.io/candidates/callback?step=7',
    job_id: 77n,
    result_webhook_url: 'https://hooks.gupy.io/results/9?key=a',
    candidate_type: 'external',
    ...fields,
  };
}

/** JSON in which a bigint is an integer with all its digits. `raw` fields are JSON already. */
export function toJson(fields: Fields, raw: Record<string, string> = {}): string {
  const texts = Object.entries(fields)
    .filter(([name, value]) => value !== undefined && !(name in raw))
    .map(([name, value]) => [name, typeof value === 'bigint' ? `${value}` : JSON.stringify(value)]);
  return `{${[...texts, ...Object.entries(raw)].map(([name, text]) => `"${name}":${text}`).join()}}`;
}

export function register({ token }: Company, fields: Fields, raw: Record<string, string> = {}) {
  return askProvider('/test/candidate', token, { method: 'POST', body: toJson(fields, raw) });
}

export interface Registered {
  test_url: string;
  test_result_id: string;
}

/** Registers a candidate who must be accepted. */
export async function registered(
  company: Company,
  testId: string,
  fields: Fields = {},
): Promise<Registered> {
  const answer = await register(company, aCandidate(company, testId, fields));
  expect(answer.status).toBe(201);
  return answer.json<Registered>();
}

export async function resultOf({ token }: Company, id: string) {
  const answer = await askProvider(`/test/result/${id}`, token);
  expect(answer.status).toBe(200);
  return answer.json<any>();
}

/** The candidate presses start. */
export async function startTest({ test_url }: Registered) {
  const answer = await postForm(`${test_url}/start`, { consent: 'on' });
  expect(answer.status).toBe(303);
}

/** The candidate answers everything right and submits. */
export async function takeTest(test: Registered, content: VersionContent = scoredContent) {
  await startTest(test);
  for (const question of content.sections.flatMap(({ questions }) => questions)) {
    const value = String(bestAnswer(question));
    const answer = await postForm(`${test.test_url}/answers/${question.id}`, { value });
    expect(answer.status).toBe(303);
  }
  const answer = await postForm(`${test.test_url}/submission`, { confirm: 'on' });
  expect(answer.status).toBe(303);
}

/** Everything that registrations write. */
export const registeredRows = async () => ({
  candidates: await db.select().from(candidates),
  attempts: await db.select().from(attempts),
  registrations: await db.select().from(gupyRegistrations),
});

/** Errors are JSON as A.2 says. */
export async function expectError(answer: Response, status: number, code: string) {
  expect(answer.status).toBe(status);
  const { error } = await answer.json<any>();
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/./);
  expect(error.requestId).toBe(answer.headers.get('X-Request-Id'));
  return error;
}
