import { Choices } from '../../../ui/choices.tsx';
import { ReviewedChoices } from '../../../ui/review.tsx';
import { shown } from '../view-parts.tsx';
import type { CandidateProps, Reading, ReviewerProps } from '../view.ts';
import type { TrueFalse } from './rule.ts';

export function Candidate({ answer, fields, problem, t }: CandidateProps<TrueFalse, boolean>) {
  return (
    <Choices
      name="value"
      kind="radio"
      row
      choices={[
        { value: 'true', label: t.questions.true },
        { value: 'false', label: t.questions.false },
      ]}
      chosen={shown(fields, 'value', answer === null ? null : String(answer))}
      hint={t.questions.chooseOne}
      problem={problem}
    />
  );
}

export function Reviewer({ content, answer, t }: ReviewerProps<TrueFalse, boolean>) {
  return (
    <ReviewedChoices
      t={t}
      choices={[true, false].map((value) => ({
        label: value ? t.questions.true : t.questions.false,
        chosen: answer === value,
        right: content.correct === value,
      }))}
    />
  );
}

export function inWords(_content: TrueFalse, answer: boolean, { t }: Reading): string[] {
  return [answer ? t.questions.true : t.questions.false];
}
