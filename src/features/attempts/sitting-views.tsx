import type { Child } from 'hono/jsx';

import { localize } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import {
  ActionBar,
  Card,
  Clock,
  PageHead,
  ProgressBar,
  QuestionMap,
  Saving,
} from '../../ui/candidate.tsx';
import { Checkbox, EnterButton, ErrorSummary, SubmitButton } from '../../ui/forms.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { NoticeText } from '../../ui/notice-text.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { HealthNotice, HealthSwitch } from '../health/notice.tsx';
import type { AnswerProblem, FormFields } from '../questions/rule.ts';
import { viewOf } from '../questions/views.tsx';
import { AccommodationField, AccommodationNotice } from './accommodation-views.tsx';
import { AssessmentIntro } from './link-views.tsx';
import { noticeVersion } from './notice.ts';
import { RightsLink } from './rights-link.tsx';
import { drawnQuestions, isAnswered } from './sheet.ts';
import type { Sitting } from './sitting-queries.ts';

export interface SittingProps extends PageProps, Sitting {
  /** Server time, ms. */
  now: number;
  /** The attempt's own address; its pages are below it. */
  base: string;
}

interface QuestionProps extends SittingProps {
  /** Of the question, counted from 1. */
  number: number;
  /** What was typed, when it came back unsaved. */
  fields?: FormFields;
  problem?: AnswerProblem;
  /** Another tab or device saved a newer answer meanwhile. */
  conflict?: boolean;
}

export type StartProblem = 'consent' | 'accommodation';

/** An attempt that an ATS registered, or that waits for an accommodation. Opening it changes nothing. */
export function StartPage(
  props: SittingProps & { problems?: readonly StartProblem[]; accommodation?: string },
) {
  const { attempt, problems = [], t } = props;
  const words = t.candidate.link;
  const problemWords = { consent: words.problems.consent, accommodation: t.time.ask.problem };
  return (
    <SittingLayout {...props}>
      <ErrorSummary
        t={t}
        problems={problems.map((field) => ({ field, message: problemWords[field] }))}
      />
      <AssessmentIntro
        {...props}
        organizationName={attempt.organizationName}
        candidateName={attempt.candidateName}
      />
      {attempt.accommodationRequest === null ? null : <AccommodationNotice {...props} />}
      <form method="post" action={`${props.base}/start`} novalidate>
        <EnterButton />
        <HealthNotice {...props} organizationName={attempt.organizationName} />
        {attempt.accommodationPercent === null ? (
          <AccommodationField
            {...props}
            value={props.accommodation ?? attempt.accommodationRequest ?? ''}
            error={problems.includes('accommodation') ? problemWords.accommodation : undefined}
          />
        ) : null}
        <Card title={words.notice}>
          <NoticeText version={noticeVersion} t={t} organizationName={attempt.organizationName} />
          <Checkbox
            name="consent"
            label={words.accept}
            error={problems.includes('consent') ? problemWords.consent : undefined}
            required
          />
        </Card>
        <ActionBar>
          <SubmitButton>{words.start}</SubmitButton>
        </ActionBar>
      </form>
      <RightsLink {...props} />
    </SittingLayout>
  );
}

export function QuestionPage(props: QuestionProps) {
  return (
    <SittingLayout {...props} clock languageForm="answer-form">
      <QuestionPart {...props} />
    </SittingLayout>
  );
}

/** One question with its form; what htmx replaces. */
export function QuestionPart(props: QuestionProps) {
  const { attempt, answers, content, base, number, fields, problem, conflict, t, language } = props;
  const placed = drawnQuestions(content, attempt.questionIds);
  const { question, section } = placed[number - 1]!;
  const saved = new Map(answers.map((answer) => [answer.questionId, answer]));
  const stored = saved.get(question.id);
  const { Candidate } = viewOf(question.type);
  const prompt = localize(question.prompt, language, content.language);
  const title = localize(section.title, language, content.language);
  const words = t.candidate.question;
  const last = number === placed.length;
  return (
    <div id="sitting">
      <ProgressBar
        current={number}
        total={placed.length}
        answered={placed.filter((item) => isAnswered(saved.get(item.question.id))).length}
        t={t}
      />
      <form id="answer-form" method="post" action={`${base}/answers/${question.id}`} novalidate>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="revision" value={stored?.revision ?? 0} />
        <input type="hidden" name="shown" value={props.now} />
        <article class="card question">
          <p class="eyebrow" lang={title.language}>
            {title.text}
          </p>
          {conflict ? (
            <Notice kind="warning" title={words.conflictTitle} t={t} live>
              <p>{words.conflict}</p>
              <p>
                <a href={`${base}/questions/${number}`}>{words.keepOther}</a>
              </p>
            </Notice>
          ) : null}
          {problem ? (
            <Notice kind="error" title={words.problemTitle} t={t} live>
              <p>{t.questions.problems[problem]}</p>
            </Notice>
          ) : null}
          <div id="prompt">
            <Markdown {...prompt} t={t} imageOrigins={props.imageOrigins} />
          </div>
          <Candidate
            content={question.content}
            answer={stored?.value ?? null}
            fields={fields}
            problem={problem ? t.questions.problems[problem] : undefined}
            seed={`${attempt.id}/${question.id}`}
            language={language}
            fallback={content.language}
            t={t}
          />
          <p class="hint">{words.optional}</p>
        </article>
        <ActionBar sticky>
          <button type="submit" class="btn btn-primary" name="go" value={last ? 'review' : 'next'}>
            {last ? words.saveReview : words.saveNext}
          </button>
          {number > 1 ? (
            <button type="submit" class="btn" name="go" value="previous">
              {words.previous}
            </button>
          ) : null}
        </ActionBar>
        <div class="elsewhere">
          <details>
            <summary>{t.common.questionMap.title}</summary>
            <QuestionMap items={mapItems(props, number)} form="answer-form" t={t} />
          </details>
          {last ? null : (
            <button type="submit" class="btn" name="go" value="review">
              {words.review}
            </button>
          )}
        </div>
      </form>
    </div>
  );
}

type ReviewProps = SittingProps & { confirmMissing?: boolean };

/** Which questions have an answer, and the submit button behind a confirmation. */
export function ReviewPage(props: ReviewProps) {
  return (
    <SittingLayout {...props} clock>
      <ReviewPart {...props} />
    </SittingLayout>
  );
}

export function ReviewPart(props: ReviewProps) {
  const { base, confirmMissing, t } = props;
  const words = t.candidate.review;
  const items = mapItems(props);
  const open = items.filter((item) => !item.answered);
  const back = open[0];
  return (
    <div id="sitting">
      <ErrorSummary
        t={t}
        problems={confirmMissing ? [{ field: 'confirm', message: words.confirmProblem }] : []}
      />
      <PageHead title={words.title}>
        <p class="hint">
          <Saving answered={items.length - open.length} total={items.length} t={t} />
        </p>
      </PageHead>
      {/* Both, because the script shows the one that has become true. */}
      <div data-open="none" hidden={open.length > 0}>
        <Notice kind="success" t={t}>
          <p>{words.allAnswered}</p>
        </Notice>
      </div>
      <div data-open="some" hidden={open.length === 0}>
        <Notice kind="warning" t={t}>
          <p>{words.unanswered(open.length)}</p>
        </Notice>
      </div>
      <Card title={t.common.questionMap.title}>
        <p>{words.goTo}</p>
        <QuestionMap items={items} t={t} />
        <p class="hint">
          <a href={`${base}/receipts`}>{t.sitting.receipts.link}</a>
        </p>
      </Card>
      <form method="post" action={`${base}/submission`} novalidate>
        <Card>
          <Checkbox
            name="confirm"
            label={words.confirm}
            error={confirmMissing ? words.confirmProblem : undefined}
            required
          />
        </Card>
        <ActionBar>
          <button type="submit" class="btn btn-primary">
            {words.submit}
          </button>
          <a class="btn" data-back href={back?.href ?? `${base}/questions/1`}>
            {back ? words.backTo(back.number) : words.back}
          </a>
        </ActionBar>
      </form>
    </div>
  );
}

/** The frame of a sitting's pages; `clock` while the time runs. */
function SittingLayout(
  props: SittingProps & { clock?: boolean; languageForm?: string; children?: Child },
) {
  const { attempt, content, language, t, path, now } = props;
  const { deadlineAt } = attempt;
  return (
    <CandidateLayout
      title={localize(content.name, language, content.language).text}
      organization={attempt.organizationName}
      aside={
        props.clock && deadlineAt !== null ? (
          <Clock deadlineAt={deadlineAt} now={now} language={language} t={t} />
        ) : undefined
      }
      languageForm={props.languageForm}
      {...{ language, t, path }}
    >
      {props.clock ? <ScriptFrame base={props.base} t={t} /> : null}
      {props.clock ? <HealthSwitch content={content} t={t} /> : null}
      {props.children}
    </CandidateLayout>
  );
}

/** What the script needs in a running test: where it is, its words, and a place to say something. */
function ScriptFrame({ base, t }: { base: string; t: Messages }) {
  return (
    <div data-sitting={base} data-words={JSON.stringify(t.sitting.script)}>
      <div data-tell hidden>
        <Notice kind="info" t={t}>
          <p></p>
          <a class="btn" href={base} hidden>
            {t.sitting.here}
          </a>
        </Notice>
      </div>
    </div>
  );
}

function mapItems({ attempt, answers, content, base }: SittingProps, current?: number) {
  const saved = new Map(answers.map((answer) => [answer.questionId, answer]));
  return drawnQuestions(content, attempt.questionIds).map(({ question }, index) => ({
    number: index + 1,
    href: `${base}/questions/${index + 1}`,
    answered: isAnswered(saved.get(question.id)),
    current: index + 1 === current,
  }));
}
