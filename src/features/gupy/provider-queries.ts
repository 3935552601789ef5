import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { organizations } from '../../db/schema/accounts.ts';
import { assessments, versions } from '../../db/schema/assessments.ts';
import {
  answers,
  attempts,
  gupyRegistrations,
  results,
  reviews,
} from '../../db/schema/attempts.ts';
import { integrations, providerTokens } from '../../db/schema/integrations.ts';
import { searchable } from '../../lib/text.ts';
import { type AttemptDraft, registerAttempt } from '../attempts/start-queries.ts';
import { toldBatches } from '../health/line.ts';
import { isLive } from './token-queries.ts';

/** The organization that a live token belongs to, as a subquery: authentication costs no round trip. */
function ownerOf(tokenHash: string) {
  return sql`(select organization_id from ${providerTokens} where token_hash = ${tokenHash} and ${isLive(Date.now())})`;
}

function selectProvider(db: Database, tokenHash: string) {
  return db
    .select({
      organizationId: providerTokens.organizationId,
      plan: organizations.plan,
      companyId: integrations.companyId,
    })
    .from(providerTokens)
    .innerJoin(organizations, eq(organizations.id, providerTokens.organizationId))
    .leftJoin(
      integrations,
      and(
        eq(integrations.organizationId, providerTokens.organizationId),
        eq(integrations.kind, 'gupy'),
      ),
    )
    .where(and(eq(providerTokens.tokenHash, tokenHash), isLive(Date.now())));
}

export type Provider = Awaited<ReturnType<typeof selectProvider>>[number];

/** Who calls, when nothing else has to be read. */
export async function findProvider(db: Database, tokenHash: string) {
  const [provider] = await selectProvider(db, tokenHash);
  return provider;
}

/** Who calls, and the page of the catalogue that they asked for (GUPY.md A.1). */
export async function findCatalogue(
  db: Database,
  tokenHash: string,
  { searchString, offset, limit }: { searchString: string; offset: number; limit: number },
) {
  const wanted = searchable(searchString);
  const offered = and(
    eq(assessments.organizationId, ownerOf(tokenHash)),
    eq(assessments.offeredToGupy, true),
    eq(assessments.state, 'published'),
    // instr, because a LIKE pattern may have no more than 50 bytes.
    wanted === '' ? undefined : sql`instr(${assessments.searchText}, ${wanted}) > 0`,
  );
  const [[provider], [count], tests] = await db.batch([
    selectProvider(db, tokenHash),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(assessments)
      .where(offered),
    db
      .select({
        id: assessments.id,
        name: assessments.name,
        category: assessments.category,
        description: assessments.description,
        level: assessments.level,
      })
      .from(assessments)
      .where(offered)
      .orderBy(asc(assessments.createdAt), asc(assessments.id))
      .limit(limit)
      .offset(offset),
  ]);
  return { provider, total: count?.total ?? 0, tests };
}

/** Who calls, the test they name, and what was registered before under this identity, in any of its hashes. */
export async function findRegistrations(
  db: Database,
  tokenHash: string,
  testId: string,
  identityHashes: string[],
) {
  const [[provider], [test], registrations] = await db.batch([
    selectProvider(db, tokenHash),
    db
      .select({ id: assessments.id, versionId: assessments.latestVersionId })
      .from(assessments)
      .where(
        and(
          eq(assessments.id, testId),
          eq(assessments.organizationId, ownerOf(tokenHash)),
          eq(assessments.offeredToGupy, true),
          eq(assessments.state, 'published'),
        ),
      ),
    db
      .select({
        attemptId: gupyRegistrations.attemptId,
        generation: gupyRegistrations.generation,
        bodyHash: gupyRegistrations.bodyHash,
        retest: gupyRegistrations.retest,
        versionId: attempts.versionId,
        takeEpoch: attempts.takeEpoch,
        finished: sql<number>`${attempts.state} in ('completed', 'expired', 'cancelled')`.as(
          'done',
        ),
      })
      .from(gupyRegistrations)
      .innerJoin(attempts, eq(attempts.id, gupyRegistrations.attemptId))
      .where(
        and(
          eq(gupyRegistrations.organizationId, ownerOf(tokenHash)),
          inArray(gupyRegistrations.identityHash, identityHashes),
        ),
      ),
  ]);
  return {
    provider,
    test,
    registrations: registrations.map((row) => ({ ...row, finished: row.finished === 1 })),
  };
}

/**
 * Registers a candidate: the attempt, waiting to be started, and what Gupy asked for with it. False
 * when a simultaneous request already registered this generation: then nothing is written.
 */
export async function registerCandidate(
  db: Database,
  person: { email: string; name: string },
  attempt: AttemptDraft,
  registration: Omit<typeof gupyRegistrations.$inferInsert, 'attemptId' | 'organizationId'>,
): Promise<boolean> {
  const { organizationId, createdAt } = attempt;
  const { identityHash, generation } = registration;
  const free = sql`not exists (
    select 1 from ${gupyRegistrations} where organization_id = ${organizationId}
      and identity_hash = ${identityHash} and generation = ${generation})`;
  return registerAttempt(
    db,
    person,
    { ...attempt, source: 'gupy' },
    free,
    // Every column, in the table's order: an insert … select binds by position.
    db.insert(gupyRegistrations).select(
      sql`select ${attempt.id}, ${organizationId}, ${identityHash}, ${generation},
        ${registration.bodyHash}, ${registration.retest ? 1 : 0}, ${registration.jobId ?? null},
        ${registration.callbackUrl}, ${registration.resultWebhookUrl ?? null}, ${createdAt}
        where changes() = 1`,
    ),
  );
}

/** Who calls, and an attempt of theirs with all that its TestResult tells. */
export async function findResultForProvider(db: Database, tokenHash: string, attemptId: string) {
  const [[provider], ...rows] = await db.batch([
    selectProvider(db, tokenHash),
    ...selectOutcome(db, attemptId, ownerOf(tokenHash)),
  ]);
  return { provider, outcome: outcomeOf(rows) };
}

/** The same for our own use, whether or not Gupy registered it. */
export async function findOutcome(db: Database, attemptId: string) {
  return outcomeOf(await db.batch(selectOutcome(db, attemptId)));
}

export type Outcome = NonNullable<Awaited<ReturnType<typeof findOutcome>>>;

function selectOutcome(db: Database, attemptId: string, owner?: ReturnType<typeof ownerOf>) {
  return [
    db
      .select({
        id: attempts.id,
        assessmentId: attempts.assessmentId,
        versionId: attempts.versionId,
        state: attempts.state,
        source: attempts.source,
        questionIds: attempts.questionIds,
        language: attempts.language,
        startedAt: attempts.startedAt,
        submittedAt: attempts.submittedAt,
        submittedBy: attempts.submittedBy,
        completedAt: attempts.completedAt,
        resultEpoch: attempts.resultEpoch,
        resultWebhookUrl: gupyRegistrations.resultWebhookUrl,
        result: results.result,
        content: versions.content,
        toldBatches,
      })
      .from(attempts)
      .innerJoin(organizations, eq(organizations.id, attempts.organizationId))
      .innerJoin(versions, eq(versions.id, attempts.versionId))
      .leftJoin(gupyRegistrations, eq(gupyRegistrations.attemptId, attempts.id))
      .leftJoin(results, eq(results.attemptId, attempts.id))
      .where(
        and(
          eq(attempts.id, attemptId),
          ...(owner === undefined
            ? []
            : [eq(attempts.organizationId, owner), isNotNull(gupyRegistrations.attemptId)]),
        ),
      ),
    db.select().from(answers).where(eq(answers.attemptId, attemptId)),
    db
      .select({ questionId: reviews.questionId, grade: reviews.grade })
      .from(reviews)
      .where(eq(reviews.attemptId, attemptId)),
  ] as const;
}

type OutcomeQueries = ReturnType<typeof selectOutcome>;

function outcomeOf([[attempt], saved, grades]: readonly [
  Awaited<OutcomeQueries[0]>,
  Awaited<OutcomeQueries[1]>,
  Awaited<OutcomeQueries[2]>,
]) {
  return attempt && { attempt, answers: saved, grades };
}
