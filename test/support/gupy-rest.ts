import { env } from 'cloudflare:workers';
import { vi } from 'vitest';

import { database } from '../../src/db/client.ts';
import type { Plan } from '../../src/db/schema/accounts.ts';
import { gupyApplications, gupyConnections } from '../../src/db/schema/integrations.ts';
import { defaultTags } from '../../src/features/gupy/timeline-text.ts';
import { seal } from '../../src/lib/sealed.ts';
import { anAttempt, type AttemptValues } from './attempt-makers.ts';
import { anAssessment } from './makers.ts';
import { aMember, anOrganization } from './members.ts';

const db = database(env.DB);

export const restToken = 'gupy-rest-token-of-the-tests';

/** An organization's own token for Gupy, kept as the product keeps it. */
export async function aConnection(
  organizationId: string,
  values: Partial<typeof gupyConnections.$inferInsert> = {},
) {
  const { userId } = await aMember({ organizationId });
  await db.insert(gupyConnections).values({
    organizationId,
    sealedToken: await seal(env.ENCRYPTION_SECRET, organizationId, restToken),
    tokenHint: 'ests',
    checkedAt: 1,
    missing: [],
    tags: defaultTags,
    updatedBy: userId,
    updatedAt: 1,
    ...values,
  });
}

/** A completed attempt (total 100) that belongs to job 77, of an organization that is connected. */
export async function aWriteBack(
  values: {
    plan?: Plan;
    attempt?: AttemptValues;
    application?: Partial<typeof gupyApplications.$inferInsert>;
    connection?: Partial<typeof gupyConnections.$inferInsert>;
  } = {},
) {
  const organization = await anOrganization({ plan: values.plan ?? 'business' });
  const assessment = await anAssessment({ organizationId: organization.id });
  const attempt = await anAttempt({ assessment, email: 'bia@example.com', ...values.attempt });
  await aConnection(organization.id, values.connection);
  await anApplication(attempt, values.application);
  return attempt;
}

/** Says that an attempt belongs to job 77. */
export async function anApplication(
  attempt: { id: string; organizationId: string },
  values: Partial<typeof gupyApplications.$inferInsert> = {},
) {
  const { id: attemptId, organizationId } = attempt;
  const row = { attemptId, organizationId, jobId: '77', createdAt: 1, ...values };
  await db.insert(gupyApplications).values(row).onConflictDoNothing();
}

export interface GupyApplication {
  id: number;
  email: string;
  name?: string;
  status?: string;
  step?: number;
  comments?: string[];
  tags?: string[];
}

export interface GupyCall {
  method: string;
  /** Below the base, with the query. */
  path: string;
  body: unknown;
  headers: Headers;
}

const atOnce = (go: () => void) => queueMicrotask(go);

type Trouble = (call: GupyCall) => Response | undefined | Promise<Response | undefined>;

/**
 * Stands in for Gupy's REST API with one job, 77. `trouble` may answer instead; what it leaves alone is
 * done. Waiting for a turn takes no time here.
 */
export function aGupy(applications: GupyApplication[], trouble: Trouble = () => undefined) {
  const steps = ['Cadastro', 'Teste', 'Entrevista', 'Proposta'].map((name, index) => ({
    id: 500 + index,
    name,
    type: 'x',
    order: index + 1,
  }));
  const calls: GupyCall[] = [];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(atOnce as typeof setTimeout);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = new URL(input as string);
    const text = init?.body as string | undefined;
    const call = {
      method: init?.method ?? 'GET',
      path: (url.origin + url.pathname).replace(env.GUPY_API_BASE, '') + url.search,
      body: text === undefined ? undefined : JSON.parse(text),
      headers: new Headers(init?.headers),
    };
    calls.push(call);
    return (await trouble(call)) ?? answer(call, url);
  });

  function answer({ method, path, body }: GupyCall, url: URL): Response {
    const list = (items: object[]) => {
      const [page, perPage] = ['page', 'perPage'].map((name) =>
        Number(url.searchParams.get(name) ?? 1),
      ) as [number, number];
      const size = url.searchParams.has('perPage') ? perPage : 10;
      const results = items.slice((page - 1) * size, page * size);
      return Response.json({
        results,
        totalResults: items.length,
        page,
        totalPages: Math.ceil(items.length / size),
      });
    };
    const [, job, place, id, part] = path.split(/[/?]/).slice(1);
    if (job !== undefined && job !== '77' && path.startsWith('/jobs/')) return missing();
    if (path.startsWith('/jobs?')) return list([{ id: 77, name: 'Vaga' }]);
    if (place === 'steps') return list(steps);
    const wanted = url.searchParams.get('id');
    const byPath = applications.find((one) => String(one.id) === id);
    if (method === 'GET' && !byPath)
      return list(
        applications.filter((one) => wanted === null || String(one.id) === wanted).map(shown),
      );
    if (!byPath) return missing();
    const given = body as Record<string, string & number>;
    if (part === 'comments' && method === 'GET')
      return list((byPath.comments ?? []).map((said) => ({ id: 1, text: said })));
    if (part === 'comments') byPath.comments = [...(byPath.comments ?? []), given['text']!];
    if (part === 'tags') byPath.tags = [...new Set([...(byPath.tags ?? []), given['name']!])];
    if (method === 'PATCH') {
      if (given['currentStepId']) byPath.step = given['currentStepId'];
      if (given['status']) byPath.status = given['status'];
    }
    return Response.json({}, { status: method === 'POST' ? 201 : 200 });
  }

  const shown = ({
    id,
    email,
    name = 'Bia Souza',
    status = 'in_process',
    step = 501,
  }: GupyApplication) => ({
    id,
    status,
    currentStep: { id: step, name: 'x' },
    candidate: { name: name.split(' ')[0], lastName: name.split(' ').slice(1).join(' '), email },
    manualCandidate: null,
  });
  return { applications, calls, lines: () => calls.map(({ method, path }) => `${method} ${path}`) };
}

function missing(): Response {
  return Response.json({ title: 'Not Found', detail: 'gone', status: 404 }, { status: 404 });
}
