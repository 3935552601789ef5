import { localize } from '../../i18n/languages.ts';
import { ActionBar, ProgressBar, QuestionMap } from '../../ui/candidate.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { AnswerProblem, FormFields } from '../questions/rule.ts';
import { viewOf } from '../questions/views.tsx';
import { clockOf, placeAfter, sectionStateOf } from './section-clock.ts';
import { SectionOpening, SectionOver } from './section-views.tsx';
import { drawnQuestions, isAnswered } from './sheet.ts';
import { mapItems, SittingLayout, type SittingProps } from './sitting-layout.tsx';

interface QuestionProps extends SittingProps {
  /** Of the question, counted from 1. */
  number: number;
  /** What was typed, when it came back unsaved. */
  fields?: FormFields;
  problem?: AnswerProblem;
  /** Another tab or device saved a newer answer meanwhile. */
  conflict?: boolean;
  /** An answer has just arrived after the time of its section. */
  late?: boolean;
}

export function QuestionPage(props: QuestionProps) {
  const { attempt, content, number, now } = props;
  const { section } = drawnQuestions(content, attempt.questionIds)[number - 1]!;
  const open = sectionStateOf(section, attempt.sectionClocks, now) === 'open';
  return (
    <SittingLayout
      {...props}
      clock
      section={open ? clockOf(section, attempt.sectionClocks) : undefined}
      languageForm={open ? 'answer-form' : undefined}
    >
      <QuestionPart {...props} />
    </SittingLayout>
  );
}

/**
 * The place of one question. No other part shows one during the test, so this is where a section that
 * was not opened yet, or is over, keeps its questions to itself.
 */
export function QuestionPart(props: QuestionProps) {
  const { attempt, content, number, now } = props;
  const { section } = drawnQuestions(content, attempt.questionIds)[number - 1]!;
  const state = sectionStateOf(section, attempt.sectionClocks, now);
  if (state === 'unopened') return <SectionOpening {...props} />;
  if (state === 'over') return <SectionOver {...props} />;
  return <QuestionForm {...props} />;
}

function QuestionForm(props: QuestionProps) {
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
  const clock = clockOf(section, attempt.sectionClocks);
  const after = placeAfter(placed, number, attempt.sectionClocks, props.now);
  return (
    <div id="sitting">
      <ProgressBar
        current={number}
        total={placed.length}
        answered={placed.filter((item) => isAnswered(saved.get(item.question.id))).length}
        t={t}
      />
      <form
        id="answer-form"
        method="post"
        action={`${base}/answers/${question.id}`}
        novalidate
        data-section={clock?.sectionId}
        data-after={clock && (after ? `${base}/questions/${after}` : `${base}/review`)}
      >
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
