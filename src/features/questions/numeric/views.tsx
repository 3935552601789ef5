import { type Language, localize } from '../../../i18n/languages.ts';
import { Field } from '../../../ui/forms.tsx';
import { Pairs, Unanswered, Verdict } from '../../../ui/review.tsx';
import { shown } from '../view-parts.tsx';
import type { CandidateProps, Reading, ReviewerProps } from '../view.ts';
import { numeric, type Numeric } from './rule.ts';

export function Candidate(props: CandidateProps<Numeric, number>) {
  const { content, answer, language, fallback, t } = props;
  const unit = content.unit && localize(content.unit, language, fallback).text;
  const stored = answer === null ? null : written(answer, language);
  return (
    <div class="answer-short" role="group" aria-labelledby="prompt">
      <Field
        name="value"
        label={unit ? t.questions.numberIn(unit) : t.questions.number}
        hint={t.questions.numberHint}
        error={props.problem}
        value={shown(props.fields, 'value', stored)[0]}
        inputmode="decimal"
        autocomplete="off"
        maxlength={64}
      />
    </div>
  );
}

export function Reviewer(props: ReviewerProps<Numeric, number>) {
  const { content, answer, forCandidate, language, t } = props;
  const unit = unitOf(content, props);
  const tolerance = t.questions.tolerance(written(content.tolerance, language));
  const score = numeric.score(content, answer, {});
  return (
    <>
      <Pairs
        items={[
          {
            label: t.questions.answer,
            value: answer === null ? t.questions.noAnswer : `${written(answer, language)}${unit}`,
          },
          {
            label: forCandidate ? t.questions.rightAnswer : t.questions.key,
            value: `${written(content.value, language)}${unit}${content.tolerance > 0 ? ` (${tolerance})` : ''}`,
          },
        ]}
      />
      {answer === null && !forCandidate ? <Unanswered t={t} /> : null}
      {answer === null || forCandidate ? null : (
        <Verdict right={score.state === 'scored' && score.total === 1} t={t} />
      )}
    </>
  );
}

export function inWords(content: Numeric, answer: number, reading: Reading): string[] {
  return [`${written(answer, reading.language)}${unitOf(content, reading)}`];
}

function unitOf({ unit }: Numeric, { language, fallback }: Reading): string {
  return unit ? ` ${localize(unit, language, fallback).text}` : '';
}

/** As typed: all its digits, no grouping, the language's decimal mark. */
function written(value: number, language: Language): string {
  return language === 'en' ? String(value) : String(value).replace('.', ',');
}
