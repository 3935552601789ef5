import type * as z from 'zod';

import { request, type Request } from '../../lib/outgoing.ts';
import type { Outcome } from '../deliveries/schedule.ts';
import { parseLossless } from './json.ts';
import {
  application,
  type Application,
  comment,
  failureText,
  pageOf,
  step,
  type Step,
} from './rest-schema.ts';

/** One organization's way into Gupy's REST API. */
export interface Access {
  /** Without a trailing slash. */
  base: string;
  token: string;
  /** Waits for its turn before each request; throws a RestFailure when there is none. */
  turn: () => Promise<void>;
}

/** An application of a job, by Gupy's ids (int64 as text). */
export interface Place {
  jobId: string;
  applicationId: string;
}

/** Gupy did not do what was asked: what the delivery's try came to. */
export class RestFailure extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super(outcome.error);
    this.name = 'RestFailure';
    this.outcome = outcome;
  }
}

/** Gupy answered with something else than it documents. */
class Unreadable extends RestFailure {
  constructor() {
    super({ error: 'Gupy’s answer is not what it documents' });
  }
}

const perPage = 100;
/** Pages of one search: 3,000 applications, within the time of one try. */
export const mostPages = 30;
const mostCommentPages = 5;
/** A page of 100 applications with all their fields. */
const largestPage = 2 * 1024 * 1024;
const keptAnswer = 2 * 1024;

export async function findApplicationById(
  access: Access,
  { jobId, applicationId }: Place,
): Promise<Application | undefined> {
  const page = await read(access, `/jobs/${jobId}/applications?id=${applicationId}&fields=all`);
  // A filter that Gupy ignored would show somebody else.
  return understood(pageOf(application), page).results.find(({ id }) => id === applicationId);
}

/**
 * The first `limit` applications of a job that fit, page by page: Gupy filters by neither e-mail nor
 * name. `complete` is false when the job has more than were looked at.
 */
export async function searchApplications(
  access: Access,
  jobId: string,
  fits: (candidate: Application) => boolean,
  limit: number,
): Promise<{ found: Application[]; complete: boolean }> {
  const found: Application[] = [];
  const path = `/jobs/${jobId}/applications?fields=all`;
  for await (const results of pagesOf(access, path, application, mostPages)) {
    if (results === 'more') return { found, complete: false };
    found.push(...results.filter(fits));
    if (found.length >= limit) return { found: found.slice(0, limit), complete: true };
  }
  return { found, complete: true };
}

/** In their order. */
export async function listSteps(access: Access, jobId: string): Promise<Step[]> {
  const page = await read(access, `/jobs/${jobId}/steps?perPage=${perPage}`);
  const { results } = understood(pageOf(step), page);
  return results.toSorted((a, b) => Number((a.order ?? 0n) - (b.order ?? 0n)));
}

/** Whether a comment holds this text; undefined when Gupy doesn't let us look (reading them is not documented). */
export async function hasComment(
  access: Access,
  place: Place,
  text: string,
): Promise<boolean | undefined> {
  try {
    const path = `${pathOf(place)}/comments`;
    for await (const results of pagesOf(access, path, comment, mostCommentPages)) {
      if (results === 'more') return undefined;
      if (results.some((one) => one.text?.includes(text))) return true;
    }
    return false;
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    const { status } = error.outcome;
    const closed = status === 403 || status === 404 || status === 405;
    if (closed || error instanceof Unreadable) return undefined;
    throw error;
  }
}

export async function addComment(access: Access, place: Place, text: string): Promise<void> {
  await write(access, 'POST', `${pathOf(place)}/comments`, { text });
}

/** Adding the same tag again changes nothing. */
export async function addTag(access: Access, place: Place, name: string): Promise<void> {
  await write(access, 'PUT', `${pathOf(place)}/tags`, { name });
}

export async function moveToStep(access: Access, place: Place, stepId: number): Promise<void> {
  await write(access, 'PATCH', pathOf(place), { currentStepId: stepId });
}

/** `notes` has at most 255 characters. Only ever by a person's click. */
export async function reprove(access: Access, place: Place, notes: string): Promise<void> {
  await write(access, 'PATCH', pathOf(place), {
    status: 'reproved',
    disapprovalReason: 'test_result_below_cutoff',
    disapprovalReasonNotes: notes,
  });
}

export async function undoReproval(access: Access, place: Place): Promise<void> {
  await write(access, 'PATCH', pathOf(place), { status: 'in_process' });
}

export async function read(access: Access, path: string): Promise<unknown> {
  return call(access, { method: 'GET', path });
}

export async function write(
  access: Access,
  method: Request['method'],
  path: string,
  body: object,
): Promise<void> {
  await call(access, { method, path, body: JSON.stringify(body) });
}

function pathOf({ jobId, applicationId }: Place): string {
  return `/jobs/${jobId}/applications/${applicationId}`;
}

/** The pages of a list; `more` instead of one page too many. */
async function* pagesOf<Item>(access: Access, path: string, item: z.ZodType<Item>, most: number) {
  const joint = path.includes('?') ? '&' : '?';
  for (let number = 1; number <= most; number += 1) {
    const page = await read(access, `${path}${joint}page=${number}&perPage=${perPage}`);
    const { results, totalPages } = understood(pageOf(item), page);
    yield results;
    const last = totalPages ? number >= totalPages : results.length < perPage;
    if (last || results.length === 0) return;
  }
  yield 'more' as const;
}

function understood<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Unreadable();
  return parsed.data;
}

/** The answer's JSON, undefined where it has none. Throws a RestFailure for all but 2xx. */
async function call(
  access: Access,
  { method, path, body }: { method: Request['method']; path: string; body?: string },
): Promise<unknown> {
  await access.turn();
  const answer = await request({
    method,
    url: `${access.base}${path}`,
    headers: {
      authorization: `Bearer ${access.token}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
    whole: largestPage,
  });
  if ('error' in answer) throw new RestFailure(answer);
  const bytes = new TextEncoder().encode(answer.answer) as Uint8Array<ArrayBuffer>;
  const parsed = parseLossless(bytes.buffer);
  if (answer.status >= 200 && answer.status < 300) return parsed;
  const where = `${method} ${path.replace(/\?.*/, '')}`;
  throw new RestFailure({
    status: answer.status,
    retryAfter: answer.retryAfter,
    error: [where, failureText(parsed)].filter(Boolean).join(': '),
    answer: answer.answer.slice(0, keptAnswer),
  });
}
