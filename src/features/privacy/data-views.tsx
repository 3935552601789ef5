import type { Child } from 'hono/jsx';

import { formatDateTime, formatDuration, formatNumber, languageName } from '../../i18n/format.ts';
import type { OrganizationFace } from '../../ui/brand.tsx';
import { Card, PageHead } from '../../ui/candidate.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { Pairs } from '../../ui/review.tsx';
import type { SignalKind } from '../questions/conduct.ts';
import type { Held } from './held.ts';

export interface DataProps extends PageProps {
  held: Held;
  organization: OrganizationFace;
  /** The attempt's own address; what is here is below it. */
  base: string;
}

/** The same as the file, for reading. */
export function DataPage(props: DataProps) {
  const { organization, base, language, t, path } = props;
  const words = t.privacy.data;
  return (
    <CandidateLayout title={words.title} organization={organization} {...{ language, t, path }}>
      <PageHead title={words.title} lead={words.lead}>
        <p class="no-print">
          <a class="btn" href={`${base}/data.json`} download>
            {t.privacy.own.download}
          </a>
        </p>
      </PageHead>
      <Person {...props} />
      <Answers {...props} />
      <Outcome {...props} />
      <Conditions {...props} />
      <Said {...props} />
      <Sent {...props} />
      <Card title={words.leftOut}>
        <Items items={words.leftOutList} />
      </Card>
      <p>
        <a href={`${base}/privacy`}>{words.back}</a>
      </p>
    </CandidateLayout>
  );
}

function Person({ held, language, t }: DataProps) {
  const words = t.privacy.data;
  const { candidate, attempt } = held;
  const when = (at: string | null) =>
    at === null ? null : formatDateTime(Date.parse(at), language);
  const submitted = when(attempt.submittedAt);
  const accepted = when(attempt.notice.acceptedAt);
  return (
    <>
      <Card title={words.person}>
        <Known
          pairs={[
            [words.name, candidate.name],
            [words.email, candidate.email],
            [words.knownSince, when(candidate.knownSince)],
          ]}
        />
      </Card>
      <Card title={words.attempt}>
        <Known
          pairs={[
            [words.assessment, attempt.assessment],
            [words.organization, held.organization],
            [words.state, t.workspace.states[attempt.state]],
            [words.source, words.sources[attempt.source]],
            [words.invitationUntil, when(held.invitation?.expiresAt ?? null)],
            [words.remindersSent, held.invitation ? String(held.invitation.remindersSent) : null],
            [words.language, languageName(attempt.language, language)],
            [words.created, when(attempt.createdAt)],
            [words.notice, accepted && `${attempt.notice.version}, ${accepted}`],
            [words.started, when(attempt.startedAt)],
            [words.deadline, when(attempt.deadlineAt)],
            [
              words.submitted,
              submitted && attempt.submittedBy
                ? `${submitted}, ${words.submittedBy[attempt.submittedBy]}`
                : submitted,
            ],
            [words.completed, when(attempt.completedAt)],
          ]}
        />
        {held.gupy ? <p>{words.gupyHeld}</p> : null}
        {held.application ? (
          <p>
            {words.applicationHeld(held.application.jobId, held.application.applicationId ?? '–')}
          </p>
        ) : null}
        {held.api ? (
          <>
            <p>{words.apiHeld}</p>
            <ul>
              {[held.api.externalId, held.api.callbackHost, held.api.resultHost]
                .filter((text) => text !== null)
                .map((text) => (
                  <li>{text}</li>
                ))}
              {Object.entries(held.api.metadata).map(([name, text]) => (
                <li>
                  {name}: {text}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Card>
    </>
  );
}

function Answers({ held, imageOrigins, language, t }: DataProps) {
  const words = t.privacy.data;
  return (
    <Card title={words.answers}>
      {held.answers.length === 0 ? <p>{words.noAnswers}</p> : null}
      <ol class="asked">
        {held.answers.map((answer) => (
          <li>
            <h3>{t.after.question(answer.number)}</h3>
            <Markdown text={answer.asked} t={t} imageOrigins={imageOrigins} headings={4} />
            <h4>{t.after.yourAnswer}</h4>
            {answer.inWords === null ? (
              <p>{words.cleared}</p>
            ) : (
              answer.inWords.map((line) => <p class="said">{line}</p>)
            )}
            <p class="hint">
              {words.savedAt(
                formatDateTime(Date.parse(answer.savedAt), language),
                formatDuration(answer.openMs, language),
              )}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Outcome({ held, language, t }: DataProps) {
  const words = t.privacy.data;
  const { result } = held;
  const points = (score: number | null) =>
    score === null ? words.noScore : formatNumber(score, language);
  return (
    <>
      <Card title={words.result}>
        {result ? (
          <Known
            pairs={[
              [words.total, result.total === null ? words.noTotal : points(result.total)],
              ...result.competencies.map(({ name, score }): Pair => [name, points(score)]),
              ...result.sections.map(({ title, score }): Pair => [title, points(score)]),
            ]}
          />
        ) : (
          <p>{words.noResult}</p>
        )}
      </Card>
      {held.grades.length > 0 ? (
        <Card title={words.reviews}>
          <Items
            items={held.grades.map(({ number, reviewedAt, grade }) => {
              const when = formatDateTime(Date.parse(reviewedAt), language);
              const line = words.reviewed(t.after.question(number), when);
              return grade === null
                ? line
                : `${line}, ${words.grade(formatNumber(grade, language))}`;
            })}
          />
          <p class="hint">{words.reviewNote}</p>
        </Card>
      ) : null}
    </>
  );
}

/** Time and records: how the test went, apart from its answers. */
function Conditions({ held, language, t }: DataProps) {
  const words = t.privacy.data;
  const { accommodation, device } = held;
  return (
    <>
      {held.timeChanges.length > 0 ? (
        <Card title={words.time}>
          <Known
            pairs={held.timeChanges.map(({ kind, ms, at }): Pair => [
              words.timeKinds[kind],
              words.moved(formatDuration(ms, language), formatDateTime(Date.parse(at), language)),
            ])}
          />
        </Card>
      ) : null}
      {held.sections.length > 0 ? (
        <Card title={words.sections}>
          <Known
            pairs={held.sections.map(({ title, startedAt, deadlineAt }): Pair => [
              title,
              words.sectionTime(
                formatDateTime(Date.parse(startedAt), language),
                formatDateTime(Date.parse(deadlineAt), language),
              ),
            ])}
          />
        </Card>
      ) : null}
      {accommodation ? (
        <Card title={words.accommodation}>
          <p class="said">{accommodation.request}</p>
          <p>
            {accommodation.percent === null
              ? words.undecided
              : words.granted(formatNumber(accommodation.percent / 100, language))}
          </p>
        </Card>
      ) : null}
      <Card title={words.health}>
        {held.testHealth.length === 0 ? <p>{words.noHealth}</p> : null}
        <Known
          pairs={countsOf(held).map(([kind, count]): Pair => [
            kind === 'seen' ? words.first : (t.health.signals[kind as SignalKind]?.name ?? kind),
            words.times(count),
          ])}
        />
        {device ? (
          <p>
            {words.session}: {words.sessionHeld(formatDateTime(Date.parse(device.since), language))}
          </p>
        ) : null}
      </Card>
    </>
  );
}

/** How often each kind of event was recorded; their times and sizes are in the file. */
function countsOf(held: Held): [string, number][] {
  const counts = new Map<string, number>();
  for (const event of held.testHealth.flatMap(({ events }) => events)) {
    const { kind } = event as { kind?: unknown };
    if (typeof kind === 'string') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts];
}

function Said({ held, language, t }: DataProps) {
  const words = t.privacy.data;
  const { remarks, requests } = held;
  const said = remarks && (remarks.rating !== null || remarks.testHealthComment !== null);
  return (
    <>
      {said ? (
        <Card title={words.remarks}>
          {remarks.rating === null ? null : <p>{words.rating(remarks.rating)}</p>}
          {remarks.ratingComment ? <p class="said">{remarks.ratingComment}</p> : null}
          {remarks.testHealthComment ? (
            <>
              <h3>{words.healthComment}</h3>
              <p class="said">{remarks.testHealthComment}</p>
            </>
          ) : null}
        </Card>
      ) : null}
      {requests.length > 0 ? (
        <Card title={t.privacy.own.requests}>
          <ol class="asked">
            {requests.map(({ kind, askedAt, message, answer }) => (
              <li>
                <h3>{t.privacy.kinds[kind]}</h3>
                <p class="hint">
                  {t.privacy.own.askedAt(formatDateTime(Date.parse(askedAt), language))}
                </p>
                {message ? <p class="said">{message}</p> : null}
                {answer === null ? null : (
                  <>
                    <h4>{t.privacy.own.answer}</h4>
                    <p class="said">{answer}</p>
                  </>
                )}
              </li>
            ))}
          </ol>
        </Card>
      ) : null}
    </>
  );
}

function Sent({ held, language, t }: DataProps) {
  const words = t.privacy.data;
  return (
    <Card title={words.deliveries}>
      {held.deliveries.length === 0 ? <p>{words.noDeliveries}</p> : null}
      <Items
        items={held.deliveries.map(({ kind, host, state, finishedAt, createdAt }) => {
          const when = formatDateTime(Date.parse(finishedAt ?? createdAt), language);
          const what = words.deliveryKinds[kind] ?? kind;
          return `${what}${host ? ` (${host})` : ''}: ${words.delivered[state]}, ${when}`;
        })}
      />
    </Card>
  );
}

type Pair = [label: string, value: Child];

/** What is known of a list; what is not is left out. */
function Known({ pairs }: { pairs: readonly Pair[] }) {
  const known = pairs.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return <Pairs items={known.map(([label, value]) => ({ label, value }))} />;
}

function Items({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
