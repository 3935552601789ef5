import { formatDateTime, formatDuration } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { drawnQuestions, type PlacedQuestion } from '../attempts/sheet.ts';
import { competenciesOf, ruleOf } from '../questions/rules.ts';
import { viewOf } from '../questions/views.tsx';
import { pointsOf } from './overview-views.tsx';
import type { ScoredProps } from './result-views.tsx';
import { ReviewPart } from './review-views.tsx';

/** The drawn questions in their order, each with the answer beside the key. */
export function QuestionsPanel(props: ScoredProps) {
  const { record, t } = props;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" class="section-title">
        {t.workspace.result.questions}
      </h2>
      {drawnQuestions(record.content, record.attempt.questionIds).map((placed, index) => (
        <QuestionCard {...props} placed={placed} number={index + 1} />
      ))}
    </section>
  );
}

export type QuestionProps = ScoredProps & { placed: PlacedQuestion; number: number };

function QuestionCard(props: QuestionProps) {
  const { record, outcome, placed, number, language, t } = props;
  const { content } = record;
  const { question, section } = placed;
  const words = t.workspace.result;
  const stored = record.answers.find(({ questionId }) => questionId === question.id);
  const result = outcome.questions.find(({ id }) => id === question.id);
  // As the scorer reads it: what the schema refuses counts as unanswered.
  const parsed = ruleOf(question.type).answer(question.content).safeParse(stored?.value);
  const { Reviewer } = viewOf(question.type);
  const names = competencyNames(props);
  const title = localize(section.title, language, content.language);
  const measures = competenciesOf(question).map((id) => names[id] ?? id);
  return (
    <article class="panel question" id={`question-${question.id}`}>
      <header>
        <h3>{words.questionNumber(number)}</h3>
        <strong class="points">{shownPoints(props, result)}</strong>
        <p>
          <span lang={title.language}>{title.text}</span> ·{' '}
          {t.questions.types[question.type] ?? question.type} ·{' '}
          {t.questions.levels[question.difficulty]}
          {measures.length > 0 ? ` · ${words.measures}: ${measures.join(', ')}` : null}
        </p>
      </header>
      <Markdown
        {...localize(question.prompt, language, content.language)}
        t={t}
        imageOrigins={props.imageOrigins}
      />
      <h4 class="answer-title">{t.questions.answer}</h4>
      <Reviewer
        content={question.content}
        answer={parsed.success ? parsed.data : null}
        language={language}
        fallback={content.language}
        competencyNames={names}
        t={t}
      />
      <ReviewPart {...props} />
      {question.explanation ? (
        <div class="rubric">
          <h4>{words.explanation}</h4>
          <Markdown
            {...localize(question.explanation, language, content.language)}
            t={t}
            imageOrigins={props.imageOrigins}
          />
        </div>
      ) : null}
      {stored ? (
        <p class="hint">
          {words.timeOpen(formatDuration(stored.timeMs, language))} ·{' '}
          {words.savedAt(formatDateTime(stored.savedAt, language))}
        </p>
      ) : null}
    </article>
  );
}

function shownPoints(
  props: QuestionProps,
  result: ScoredProps['outcome']['questions'][number] | undefined,
) {
  const text = pointsOf(result, props);
  return result?.fraction === null || !result?.answered
    ? text
    : props.t.workspace.result.pointsOf(text);
}

function competencyNames({ record, language }: ScoredProps): Record<string, string> {
  const { competencies, language: fallback } = record.content;
  return Object.fromEntries(
    competencies.map(({ id, name }) => [id, localize(name, language, fallback).text]),
  );
}
