import type { Language } from '../../i18n/languages.ts';
import { localize } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Question } from '../questions/content.ts';
import { ruleOf } from '../questions/rules.ts';
import { viewOf } from '../questions/views.tsx';
import type { HeldRows } from './held-queries.ts';

interface Reading {
  language: Language;
  t: Messages;
}

export type Held = ReturnType<typeof heldOf>;

/**
 * Everything held about an attempt, for its candidate: what the page shows and the file holds. Times are
 * ISO 8601. Scores are in it whatever the result page shows: they are data about a person, who may see
 * them (LGPD, Art. 18 II). Weights and keys are not: they belong to the assessment.
 */
export function heldOf(rows: HeldRows, reading: Reading, now: number) {
  const { attempt, origin, content, session, remarks: said, accommodation } = rows;
  const completed = attempt.state === 'completed';
  const questions = new Map(
    content.sections.flatMap((section) =>
      section.questions.map((question) => [question.id, question] as const),
    ),
  );
  const asked = (id: string) => {
    const question = questions.get(id);
    return question ? inLanguage(question.prompt, rows, reading) : id;
  };
  const numberOf = (id: string) => attempt.questionIds.indexOf(id) + 1;
  return {
    format: 'aferi.attempt/1',
    madeAt: iso(now),
    organization: attempt.organizationName,
    candidate: {
      id: attempt.candidateId,
      name: attempt.candidateName,
      email: attempt.candidateEmail,
      knownSince: iso(origin.candidateSince),
    },
    attempt: {
      id: attempt.id,
      assessment: origin.assessmentName,
      assessmentId: attempt.assessmentId,
      versionId: attempt.versionId,
      state: attempt.state,
      source: attempt.source,
      language: attempt.language,
      questions: attempt.questionIds,
      createdAt: iso(attempt.createdAt),
      startedAt: iso(attempt.startedAt),
      deadlineAt: iso(attempt.deadlineAt),
      submittedAt: iso(attempt.submittedAt),
      submittedBy: attempt.submittedBy,
      completedAt: iso(attempt.completedAt),
      notice: { version: attempt.noticeVersion, acceptedAt: iso(attempt.noticeAcceptedAt) },
    },
    answers: rows.answers
      .toSorted((a, b) => numberOf(a.questionId) - numberOf(b.questionId))
      .map((answer) => ({
        question: answer.questionId,
        number: numberOf(answer.questionId),
        /** Markdown. */
        asked: asked(answer.questionId),
        value: answer.value,
        inWords: wordsOf(questions.get(answer.questionId), answer.value, rows, reading),
        revision: answer.revision,
        savedAt: iso(answer.savedAt),
        openMs: answer.timeMs,
      })),
    result: completed ? resultOf(rows, reading) : null,
    grades: rows.grades.map((grade) => ({
      question: grade.questionId,
      number: numberOf(grade.questionId),
      reviewedAt: iso(grade.reviewedAt),
      // Until the result is final a grade may still change.
      grade: completed ? Math.round(grade.grade * 100) : null,
      hasNote: grade.hasComment === 1,
    })),
    timeChanges: rows.timeChanges.map((change) => ({
      kind: change.kind,
      ms: change.ms,
      from: iso(change.fromAt),
      to: iso(change.toAt),
      at: iso(change.createdAt),
    })),
    /** Of sections with a time limit of their own: when they were opened, and when they end. */
    sections: attempt.sectionClocks.map(({ sectionId, startedAt, deadlineAt }) => ({
      id: sectionId,
      title: inLanguage(
        content.sections.find(({ id }) => id === sectionId)?.title ?? {},
        rows,
        reading,
      ),
      startedAt: iso(startedAt),
      deadlineAt: iso(deadlineAt),
    })),
    accommodation: accommodation
      ? {
          request: accommodation.request,
          requestedAt: iso(accommodation.requestedAt),
          decidedAt: iso(accommodation.decidedAt),
          percent: accommodation.percent,
        }
      : null,
    device: session
      ? {
          id: session.deviceId,
          since: iso(session.deviceSince),
          seenAt: iso(session.seenAt),
          leftAt: iso(session.leftAt),
          creditedMs: session.creditedMs,
        }
      : null,
    testHealth: rows.healthBatches.map((batch) => ({
      id: batch.id,
      receivedAt: iso(batch.receivedAt),
      events: batch.events,
    })),
    remarks: said
      ? {
          rating: said.rating,
          ratingComment: said.ratingComment,
          ratedAt: iso(said.ratedAt),
          testHealthComment: said.healthComment,
          testHealthCommentAt: iso(said.healthCommentAt),
        }
      : null,
    requests: rows.requests.map((request) => ({
      id: request.id,
      kind: request.kind,
      message: request.message,
      askedAt: iso(request.createdAt),
      dueAt: iso(request.dueAt),
      answeredAt: iso(request.answeredAt),
      answer: request.answer,
    })),
    deliveries: rows.deliveries.map((delivery) => ({
      kind: delivery.kind,
      host: hostOf(delivery.destination),
      state: delivery.state,
      tries: delivery.tries,
      createdAt: iso(delivery.createdAt),
      finishedAt: iso(delivery.finishedAt),
    })),
    invitation:
      origin.invitedAt === null
        ? null
        : {
            madeAt: iso(origin.invitedAt),
            expiresAt: iso(origin.invitationExpiresAt),
            remindersSent: origin.remindersSent,
          },
    gupy:
      origin.gupySince === null
        ? null
        : {
            registeredAt: iso(origin.gupySince),
            jobId: origin.gupyJobId,
            retest: origin.gupyRetest,
            callbackHost: hostOf(origin.gupyCallback),
            resultHost: hostOf(origin.gupyResultWebhook),
            document: 'keyed hash only',
          },
    application:
      origin.applicationJobId === null
        ? null
        : { jobId: origin.applicationJobId, applicationId: origin.applicationId },
    api:
      origin.apiSince === null
        ? null
        : {
            registeredAt: iso(origin.apiSince),
            externalId: origin.apiExternalId,
            metadata: origin.apiMetadata ?? {},
            callbackHost: hostOf(origin.apiCallback),
            resultHost: hostOf(origin.apiWebhook),
          },
    leftOut: reading.t.privacy.data.leftOutList,
  };
}

function resultOf(rows: HeldRows, reading: Reading) {
  const { attempt, content } = rows;
  const { result } = attempt;
  if (result === null) return null;
  const names = new Map(content.competencies.map(({ id, name }) => [id, name]));
  const titles = new Map(content.sections.map(({ id, title }) => [id, title]));
  return {
    total: result.total,
    competencies: result.competencies.map(({ id, score }) => ({
      id,
      name: inLanguage(names.get(id) ?? {}, rows, reading),
      score,
    })),
    sections: result.sections.map(({ id, score }) => ({
      id,
      title: inLanguage(titles.get(id) ?? {}, rows, reading),
      score,
    })),
    questions: result.questions.map(({ id, state, answered, fraction }) => ({
      id,
      state,
      answered,
      fraction,
    })),
  };
}

/** Null for a cleared answer; as the scorer reads it, one that the schema refuses is none. */
function wordsOf(
  question: Question | undefined,
  value: unknown,
  { content }: HeldRows,
  { language, t }: Reading,
): string[] | null {
  if (!question || value === null) return null;
  const parsed = ruleOf(question.type).answer(question.content).safeParse(value);
  if (!parsed.success) return null;
  const reading = { language, fallback: content.language, t };
  return viewOf(question.type).inWords(question.content, parsed.data, reading);
}

function inLanguage(text: Question['prompt'], { content }: HeldRows, { language }: Reading) {
  return localize(text, language, content.language).text;
}

/** Of a URL only its host: paths and queries of addresses may be secrets. */
function hostOf(destination: string | null): string | null {
  return destination === null ? null : (URL.parse(destination)?.host ?? null);
}

function iso(at: number): string;
function iso(at: number | null): string | null;
function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
