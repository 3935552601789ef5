import { env, exports } from 'cloudflare:workers';
import { expect } from 'vitest';
import * as z from 'zod';

import { database } from '../../src/db/client.ts';
import {
  apiKeys,
  type ApiScope,
  apiScopes,
  type WebhookEvent,
  webhookEndpoints,
} from '../../src/db/schema/api.ts';
import { openApiDocument } from '../../src/features/api/document.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { sealSecret } from '../../src/features/webhooks/secrets.ts';
import { newWebhookSecret } from '../../src/features/webhooks/signature.ts';
import { newId } from '../../src/lib/ids.ts';
import { newSecret, sha256 } from '../../src/lib/secrets.ts';
import { bestAnswer } from './contents.ts';
import { scoredContent } from './gupy.ts';
import { anAssessment } from './makers.ts';
import { anOrganization } from './members.ts';
import { origin, postForm } from './pages.ts';

const db = database(env.DB);

/** A key as the ATS holds it. It was used just now, unless told otherwise. */
export async function anApiKey(
  organizationId: string,
  values: { scopes?: ApiScope[]; revokedAt?: number; lastUsedAt?: number | null } = {},
) {
  const { scopes = [...apiScopes], lastUsedAt = Date.now() } = values;
  const [id, key] = [newId(), newSecret()];
  const row = { id, organizationId, name: 'ATS', hint: key.slice(-4), scopes, createdAt: 1 };
  const keyHash = await sha256(key);
  await db
    .insert(apiKeys)
    .values({ ...row, keyHash, lastUsedAt, revokedAt: values.revokedAt ?? null });
  return { id, key, keyHash };
}

/** An address that hears of completed attempts. Its id. */
export async function aWebhookEndpoint(organizationId: string, url: string): Promise<string> {
  const id = newId();
  const secret = await sealSecret(env, id, newWebhookSecret());
  const events: WebhookEvent[] = ['attempt.completed'];
  await db
    .insert(webhookEndpoints)
    .values({ id, organizationId, url, events, secret, createdAt: 1 });
  return id;
}

export type Client = Awaited<ReturnType<typeof aClient>>;

/** An organization with a published assessment, and an ATS that has a key for it. */
export async function aClient(values: { content?: VersionContent; scopes?: ApiScope[] } = {}) {
  const { id: organizationId } = await anOrganization({ plan: 'starter' });
  const { content = scoredContent, scopes } = values;
  const assessment = await anAssessment({ organizationId, content });
  const { key, id: keyId } = await anApiKey(organizationId, scopes ? { scopes } : {});
  return { organizationId, assessment, key, keyId };
}

interface Takes {
  assessment: { id: string };
}

export interface Asked {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Calls the open API as a program does. Whatever it answers must be as its document says. */
export async function askApi(path: string, key: string | undefined, asked: Asked = {}) {
  const { method = asked.body === undefined ? 'GET' : 'POST', body } = asked;
  const headers: Record<string, string> = { 'Content-Type': 'application/json', ...asked.headers };
  if (key !== undefined) headers['Authorization'] = `Bearer ${key}`;
  const text = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
  const request = new Request(origin + path, { method, headers, body: text });
  const answer = await exports.default.fetch(request);
  await expectDocumented(method, new URL(request.url).pathname, answer.clone());
  return answer;
}

const { paths } = openApiDocument(origin);

async function expectDocumented(method: string, path: string, answer: Response) {
  const template = Object.keys(paths).find((known) =>
    new RegExp(`^${known.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  if (template === undefined) return expect(answer.status).toBe(404);
  const operation = paths[template]![method.toLowerCase()] as any;
  const schema = operation.responses[answer.status]?.content['application/json'].schema;
  expect(schema, `${method} ${template}: ${answer.status}`).toBeDefined();
  const read = z.fromJSONSchema(schema).safeParse(await answer.json());
  expect(read.error?.issues, `${method} ${template}: ${answer.status}`).toBeUndefined();
}

export const anAttemptBody = (client: Takes, fields: object = {}) => ({
  assessmentId: client.assessment.id,
  candidate: { name: 'Marina Duarte', email: 'marina@ats.example' },
  ...fields,
});

/** What an ATS that is wired for Coodesh sends. */
export const aCoodeshBody = ({ assessment }: Takes) => ({
  email: 'rita@ats.example',
  name: 'Rita Lima',
  user_id: 'u-1',
  assessment_id: assessment.id,
  company_id: 'c-1',
  job_id: 'j-1',
  callback_url: 'https://ats.example/back?step=2',
  webhook_url: 'https://ats.example/results/9?key=a',
});

export interface Created {
  id: string;
  testUrl: string;
  candidateResultUrl: string;
  externalId: string | null;
}

export async function created(client: Client, fields: object = {}): Promise<Created> {
  const body = anAttemptBody(client, fields);
  const answer = await askApi('/api/v1/attempts', client.key, { body });
  expect(answer.status).toBe(201);
  return answer.json<Created>();
}

/** The candidate answers everything right and submits. */
export async function take({ testUrl }: { testUrl: string }, content = scoredContent) {
  await accepted(`${testUrl}/start`, { consent: 'on' });
  for (const question of content.sections.flatMap(({ questions }) => questions)) {
    const value = String(bestAnswer(question));
    await accepted(`${testUrl}/answers/${question.id}`, { value });
  }
  await accepted(`${testUrl}/submission`, { confirm: 'on' });
}

async function accepted(url: string, fields: Record<string, string>) {
  expect((await postForm(url, fields)).status).toBe(303);
}
