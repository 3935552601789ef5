import { env } from 'cloudflare:workers';

import { seed } from '../../src/cli/seed.ts';
import { database } from '../../src/db/client.ts';
import { accommodations } from '../../src/db/schema/conduct.ts';
import { providerCalls } from '../../src/db/schema/gupy-inbound.ts';
import { providerTokens } from '../../src/db/schema/integrations.ts';
import { resultUrl } from '../../src/features/attempts/addresses.ts';
import type { Question } from '../../src/features/questions/content.ts';
import { ruleOf } from '../../src/features/questions/rules.ts';
import { newId } from '../../src/lib/ids.ts';
import { aSessionCookie } from '../support/members.ts';
import { fill } from './fill.ts';
import {
  claimsOf,
  finish,
  questionsOf,
  register,
  startAttempt,
  startRegistered,
} from './journeys.ts';
import { Meter } from './measure.ts';

/** Attempts in the whole database; four fifths are Acme's, the organization that is measured. */
export const sizes = [1_000, 100_000] as const;
export type Size = (typeof sizes)[number];

export interface World {
  size: Size;
  meter: Meter;
  /** Acme's: ids, and its owner's Cookie header. */
  organizationId: string;
  /** Of `demo-javascript`: 20 questions, all scored by rules. */
  assessmentId: string;
  linkId: string;
  member: { Cookie: string };
  /** One more session of the same person. */
  aSession: () => Promise<{ Cookie: string }>;
  /** An attempt's own address, `/a/<token>`: every question answered, not submitted. */
  answered: string;
  /** Completed, registered by Gupy, and delivered. */
  done: { path: string; id: string; resultPath: string };
  /** Waits for a person to grade its two last questions. */
  reviewed: { id: string; questionIds: string[] };
  /** The id of one more provider token. */
  aToken: () => Promise<string>;
  askMoreTime: (attemptId: string) => Promise<void>;
  /** A new e-mail address, or number, each time. */
  fresh: () => number;
}

const db = database(env.DB);

let numbers = 0;
const fresh = () => (numbers += 1);

/** Fills the database up to `size` attempts, and makes those that requests will be about. */
export async function aWorld(size: Size, now: number): Promise<World> {
  await seed(db);
  const { acme, beta } = await organizationIds();
  const from = size === sizes[0] ? 0 : sizes[0];
  await fill(env.DB, acme!, { from: from * 0.8, to: size * 0.8, now });
  await fill(env.DB, beta!, { from: from * 0.2, to: size * 0.2, now });

  // Of the smaller world; their lists have no index to grow by.
  await env.DB.exec("delete from provider_tokens where name = 'Bench'");
  await env.DB.exec('delete from gupy_step_rules');
  await fillCalls(acme!, now);
  await env.DB.exec('delete from api_keys');
  await env.DB.exec('delete from webhook_endpoints');

  const meter = new Meter();
  const send = (request: Request) => meter.send(request);
  const link = await linkOf('demo-javascript');
  const owner = await env.DB.prepare(
    "select id from users where email = 'ana@acme.example'",
  ).first<string>('id');
  const aSession = async () => ({ Cookie: await aSessionCookie(owner!) });

  const answered = await startAttempt(send, 'demo-javascript', `answered.${size}@example.com`);
  await finish(send, answered, { submit: false });
  const done = await register(send, link.assessmentId, { document_id: fresh() });
  await startRegistered(send, done.path);
  await finish(send, done.path);
  const reviewed = await startAttempt(send, 'demo-backend', `reviewed.${size}@example.com`);
  await finish(send, reviewed);
  await meter.consumeWakeUps();

  const claims = await claimsOf(done.path);
  const resultPage = await resultUrl(env, { id: claims.attemptId, versionId: claims.versionId });
  return {
    size,
    meter,
    organizationId: acme!,
    ...link,
    member: await aSession(),
    aSession,
    answered,
    done: { ...done, resultPath: new URL(resultPage).pathname },
    reviewed: {
      id: (await claimsOf(reviewed)).attemptId,
      questionIds: (await questionsOf(reviewed)).filter(isGraded).map(({ id }) => id),
    },
    aToken: async () => {
      const id = newId();
      const row = { id, organizationId: acme!, name: 'Bench', tokenHash: id, createdAt: now };
      await db.insert(providerTokens).values(row);
      return id;
    },
    askMoreTime: async (attemptId) => {
      const row = { attemptId, organizationId: acme!, request: 'Tempo', requestedAt: now };
      await db.insert(accommodations).values(row);
    },
    fresh,
  };
}

const isGraded = ({ type }: Question) => ruleOf(type).needsReview;

/** As many calls of Gupy's as a page shows. */
async function fillCalls(organizationId: string, now: number): Promise<void> {
  const call = { organizationId, method: 'GET', route: '/gupy/test', status: 200, durationMs: 5 };
  const rows = Array.from({ length: 30 }, (_, i) => ({ ...call, id: newId(), at: now - i }));
  for (const row of rows) await db.insert(providerCalls).values(row);
}

async function organizationIds(): Promise<Record<string, string>> {
  const { results } = await env.DB.prepare('select id, slug from organizations').all<{
    id: string;
    slug: string;
  }>();
  return Object.fromEntries(results.map(({ id, slug }) => [slug, id]));
}

async function linkOf(slug: string): Promise<{ linkId: string; assessmentId: string }> {
  const link = env.DB.prepare(
    'select id as linkId, assessment_id as assessmentId from links where slug = ?',
  );
  return (await link.bind(slug).first<{ linkId: string; assessmentId: string }>())!;
}
