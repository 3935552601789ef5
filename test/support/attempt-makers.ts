import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';

import { database } from '../../src/db/client.ts';
import {
  answers,
  attempts,
  type AttemptState,
  candidates,
  gupyRegistrations,
  results,
  reviews,
} from '../../src/db/schema/attempts.ts';
import { scoreSheet } from '../../src/features/attempts/sheet.ts';
import { insertCandidate } from '../../src/features/attempts/start-queries.ts';
import type { VersionContent } from '../../src/features/questions/content.ts';
import { drawQuestions } from '../../src/features/questions/order.ts';
import { newId } from '../../src/lib/ids.ts';
import { minute } from '../../src/lib/time.ts';
import { bestAnswer } from './contents.ts';
import { anAssessment, type MadeAssessment } from './makers.ts';
import { aMember } from './members.ts';

const db = database(env.DB);

export interface AttemptValues {
  /** A new one unless given; the attempt belongs to its organization. */
  assessment?: MadeAssessment;
  state?: AttemptState;
  name?: string;
  email?: string;
  createdAt?: number;
  submittedAt?: number;
  submittedBy?: 'candidate' | 'clock';
  deadlineAt?: number;
  /** By question; every best answer unless told otherwise, none before the start. */
  answers?: Record<string, unknown>;
  /** By question, 0…1; a completed attempt gets 1 wherever a person has to grade. */
  grades?: Record<string, number>;
  source?: 'link' | 'gupy';
}

/** An attempt in any state, with all the rows that the product itself would have written by then. */
export async function anAttempt(values: AttemptValues = {}) {
  const assessment = values.assessment ?? (await anAssessment());
  const { organizationId, versionId, content } = assessment;
  const { state = 'completed', source = 'link', createdAt = Date.now() } = values;
  const id = newId();
  const { name = 'Bia Souza', email = `bia-${id}@example.com` } = values;
  const started = state !== 'not_started' && state !== 'expired';
  const submitted = state === 'submitted' || state === 'completed';
  const questionIds = started ? drawQuestions(content, id) : [];
  const sheet = values.answers ?? bestAnswers(content, questionIds);
  const saved = Object.entries(sheet).map(([questionId, value]) => ({
    questionId,
    value,
    revision: 1,
  }));
  const first = scoreSheet(content, questionIds, saved);
  const grades = values.grades ?? (state === 'completed' ? everyGrade(first.pending) : {});
  const graded = Object.entries(grades).map(([questionId, grade]) => ({ questionId, grade }));
  const result = scoreSheet(content, questionIds, saved, graded);
  const completedAt = state === 'completed' ? (values.submittedAt ?? createdAt + minute) : null;
  const deadlineAt = values.deadlineAt ?? createdAt + content.durationMinutes * minute;
  const attempt = {
    id,
    organizationId,
    assessmentId: assessment.id,
    versionId,
    linkId: source === 'link' ? assessment.linkId : null,
    source,
    candidateId: await aCandidate({ organizationId, name, email, createdAt }),
    state,
    questionIds,
    language: 'pt-BR' as const,
    noticeVersion: started ? '2026-01' : null,
    noticeAcceptedAt: started ? createdAt : null,
    createdAt,
    startedAt: started ? createdAt : null,
    deadlineAt: started ? deadlineAt : null,
    submittedAt: submitted ? (values.submittedAt ?? createdAt + minute) : null,
    submittedBy: submitted ? (values.submittedBy ?? 'candidate') : null,
    completedAt,
    total: completedAt === null ? null : result.total,
  };
  const reviewerId = graded.length > 0 ? (await aMember({ organizationId })).userId : '';
  const answered = { attemptId: id, savedAt: createdAt + 30_000, timeMs: 25_000 };
  const rows: BatchItem<'sqlite'>[] = [
    ...saved.map((answer) => db.insert(answers).values({ ...answered, ...answer })),
    ...graded.map((grade) =>
      db.insert(reviews).values({ ...grade, attemptId: id, reviewerId, reviewedAt: createdAt }),
    ),
  ];
  if (completedAt !== null)
    rows.push(db.insert(results).values({ attemptId: id, result, frozenAt: completedAt }));
  if (source === 'gupy') rows.push(db.insert(gupyRegistrations).values(registration(attempt)));
  await db.batch([db.insert(attempts).values(attempt), ...rows]);
  return { ...attempt, name, email, result, assessment };
}

export type MadeAttempt = Awaited<ReturnType<typeof anAttempt>>;

/** The id of the organization's candidate with this address, made if it is a new one. */
export async function aCandidate(values: {
  organizationId: string;
  name: string;
  email: string;
  createdAt: number;
}): Promise<string> {
  const [, , rows] = await db.batch([
    ...insertCandidate(db, values),
    db
      .select({ id: candidates.id })
      .from(candidates)
      .where(
        and(
          eq(candidates.organizationId, values.organizationId),
          eq(candidates.email, values.email),
        ),
      ),
  ]);
  return rows[0]!.id;
}

function bestAnswers(content: VersionContent, ids: readonly string[]): Record<string, unknown> {
  const questions = content.sections.flatMap((section) => section.questions);
  const drawn = questions.filter((question) => ids.includes(question.id));
  return Object.fromEntries(drawn.map((question) => [question.id, bestAnswer(question)]));
}

function everyGrade(pending: readonly string[]): Record<string, number> {
  return Object.fromEntries(pending.map((id) => [id, 1]));
}

function registration(attempt: { id: string; organizationId: string; createdAt: number }) {
  return {
    attemptId: attempt.id,
    organizationId: attempt.organizationId,
    identityHash: attempt.id,
    generation: 1,
    bodyHash: attempt.id,
    retest: false,
    callbackUrl: 'https://private-api.gupy.io/callback',
    createdAt: attempt.createdAt,
  };
}
