import { localize } from '../../../i18n/languages.ts';
import { Choices } from '../../../ui/choices.tsx';
import { ReviewedScale } from '../../../ui/review.tsx';
import { LocalizedLine, shown } from '../view-parts.tsx';
import type { CandidateProps, Reading, ReviewerProps } from '../view.ts';
import type { Likert } from './rule.ts';

export function Candidate(props: CandidateProps<Likert, number>) {
  const { content, answer, t } = props;
  return (
    <Choices
      name="value"
      kind="radio"
      row
      choices={content.labels.map((text, index) => ({
        value: String(index + 1),
        label: <LocalizedLine text={text} {...props} />,
      }))}
      chosen={shown(props.fields, 'value', answer === null ? null : String(answer))}
      hint={t.questions.chooseLevel}
      problem={props.problem}
    />
  );
}

/** Nothing is right or wrong here: only what was chosen, and which way it counts. */
export function Reviewer(props: ReviewerProps<Likert, number>) {
  const { content, answer, forCandidate, t } = props;
  return (
    <>
      <ReviewedScale
        t={t}
        choices={content.labels.map((text, index) => ({
          label: <LocalizedLine text={text} {...props} />,
          chosen: answer === index + 1,
        }))}
      />
      {content.reverse && !forCandidate ? <p class="hint">{t.questions.reversed}</p> : null}
    </>
  );
}

export function inWords(content: Likert, answer: number, reading: Reading): string[] {
  const label = content.labels[answer - 1];
  return label ? [localize(label, reading.language, reading.fallback).text] : [];
}
