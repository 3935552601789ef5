import { type AttemptState, attemptStates } from '../../src/db/schema/attempts.ts';
import { searchTerms } from '../../src/features/attempts/start-queries.ts';
import { dueAt } from '../../src/features/privacy/requests.ts';
import type { Result } from '../../src/features/scoring/result.ts';
import { formatUuid } from '../../src/lib/ids.ts';
import { searchable } from '../../src/lib/text.ts';
import { hour, minute, second } from '../../src/lib/time.ts';
import { firstNames, lastNames } from './names.ts';

/** Where attempts are made: an assessment behind a link, with the questions that they drew. */
export interface Place {
  linkId: string;
  assessmentId: string;
  versionId: string;
  questionIds: string[];
  result: Result;
}

/** All that attempt number `i` leaves. Every sixth was made by the candidate of the one before. */
export function rowsOf(organizationId: string, i: number, place: Place, now: number) {
  const createdAt = now - hour - i * 47 * second;
  const state = stateOf(i);
  const own = i % 6 === 5 ? i - 1 : i;
  const candidateId = idOf('c', organizationId, now - own * minute, own);
  const id = idOf('a', organizationId, createdAt, i);
  const [first, last] = [
    firstNames[(own * 7) % firstNames.length],
    lastNames[own % lastNames.length],
  ];
  const name = `${first} ${last}`;
  const email = searchable(`${first}.${last}.${own}@example.com`);
  const started = !['not_started', 'expired', 'cancelled'].includes(state);
  const finished = state === 'submitted' || state === 'completed';
  const completed = state === 'completed';
  const submittedAt = createdAt + 25 * minute;
  const registered = i % 3 === 0;
  const has = (held: boolean, share: number) => held && i % share === 0;

  const event = { id: idOf('e', organizationId, submittedAt, i), organizationId, attemptId: id };
  const deliveryId = idOf('d', organizationId, submittedAt, i);
  return {
    candidates: own === i ? [{ id: candidateId, organizationId, email, name, createdAt }] : [],
    terms:
      own === i
        ? searchTerms(name, email).map((term) => ({ organizationId, term, candidateId }))
        : [],
    attempts: [
      {
        id,
        organizationId,
        assessmentId: place.assessmentId,
        versionId: place.versionId,
        linkId: registered ? null : place.linkId,
        source: registered ? 'gupy' : 'link',
        candidateId,
        state,
        questionIds: started ? place.questionIds : [],
        language: 'pt-BR',
        noticeVersion: started ? '1' : null,
        noticeAcceptedAt: started ? createdAt : null,
        createdAt,
        startedAt: started ? createdAt : null,
        // Those still open have time left: nothing here is for the sweep.
        deadlineAt: started ? (finished ? createdAt + hour : now + hour) : null,
        submittedAt: finished ? submittedAt : null,
        submittedBy: finished ? 'candidate' : null,
        completedAt: completed ? submittedAt : null,
        total: completed ? (place.result.total === null ? null : (i * 13) % 101) : null,
        takeEpoch: 0,
        resultEpoch: 0,
        // Acme has keys of the API.
        listed: completed ? 1 : 0,
      },
    ],
    answers: has(started, 37)
      ? place.questionIds.map((questionId) => ({
          attemptId: id,
          questionId,
          value: '"a"',
          revision: 1,
          savedAt: createdAt,
          timeMs: 40 * second,
        }))
      : [],
    results: has(completed, 11)
      ? [{ attemptId: id, result: place.result, frozenAt: submittedAt }]
      : [],
    registrations: registered
      ? [
          {
            attemptId: id,
            organizationId,
            identityHash: `identity of ${i}`,
            generation: 1,
            bodyHash: `body of ${i}`,
            retest: false,
            jobId: String(i % 50),
            callbackUrl: 'https://acme.gupy.io/candidates',
            resultWebhookUrl: 'https://private-api.gupy.io/result',
            createdAt,
          },
        ]
      : [],
    // Half of them were answered.
    requests:
      i % 5 === 0
        ? [
            {
              id: idOf('f', organizationId, createdAt, i),
              organizationId,
              attemptId: id,
              kind: 'review',
              message: '',
              createdAt,
              dueAt: dueAt(createdAt),
              answeredAt: i % 2 === 0 ? null : createdAt + hour,
              answeredBy: null,
              answer: i % 2 === 0 ? null : 'Feito.',
            },
          ]
        : [],
    events: completed
      ? [{ ...event, type: 'attempt.completed', createdAt: submittedAt, plannedAt: submittedAt }]
      : [],
    deliveries: has(completed, 7)
      ? [
          {
            id: deliveryId,
            eventId: event.id,
            organizationId,
            attemptId: id,
            kind: 'gupy.result_webhook',
            destination: 'https://private-api.gupy.io/result',
            lane: `${organizationId} gupy.result_webhook private-api.gupy.io`,
            state: 'delivered',
            payload: '{}',
            tries: 1,
            nextAt: null,
            lastStatus: 200,
            lastError: null,
            createdAt: submittedAt,
            finishedAt: submittedAt,
          },
        ]
      : [],
    tries: has(completed, 7)
      ? [
          {
            deliveryId,
            number: 1,
            startedAt: submittedAt,
            durationMs: 80,
            status: 200,
            error: null,
            answer: '',
          },
        ]
      : [],
  };
}

/** What a list is filtered by: the newest have every state alike, so that every filter fills a page. */
function stateOf(i: number): AttemptState {
  const recent = 800;
  const turn = Math.floor(i / 5);
  // Few are open at any time, however many there were.
  const closed: AttemptState[] = ['not_started', 'expired', 'cancelled', 'submitted'];
  return (i < recent ? attemptStates[turn % 6] : closed[turn % 20]) ?? 'completed';
}

/** A UUIDv7 in form: it sorts by its moment. Letter, organization and number make it unlike the others. */
function idOf(letter: string, organizationId: string, at: number, i: number): string {
  const time = at.toString(16).padStart(12, '0');
  const tail = `${letter.charCodeAt(0).toString(16)}${organizationId.slice(-4)}${i.toString(16).padStart(6, '0')}`;
  return formatUuid(Uint8Array.fromHex(`${time}70008000${tail}`));
}
