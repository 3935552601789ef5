import { Choices } from '../../../ui/choices.tsx';
import { ReviewedChoices } from '../../../ui/review.tsx';
import { shuffled } from '../order.ts';
import { LocalizedLine, optionWords, shown } from '../view-parts.tsx';
import type { CandidateProps, Reading, ReviewerProps } from '../view.ts';
import type { SingleChoice } from './rule.ts';

export function Candidate(props: CandidateProps<SingleChoice, string>) {
  const { content, t } = props;
  const options = content.shuffle ? shuffled(content.options, props.seed) : content.options;
  return (
    <Choices
      name="value"
      kind="radio"
      choices={options.map(({ id, text }) => ({
        value: id,
        label: <LocalizedLine text={text} {...props} />,
      }))}
      chosen={shown(props.fields, 'value', props.answer)}
      hint={t.questions.chooseOne}
      problem={props.problem}
    />
  );
}

export function Reviewer(props: ReviewerProps<SingleChoice, string>) {
  const { content, answer, t } = props;
  return (
    <ReviewedChoices
      t={t}
      choices={content.options.map(({ id, text }) => ({
        label: <LocalizedLine text={text} {...props} />,
        chosen: id === answer,
        right: id === content.correct,
      }))}
    />
  );
}

export function inWords(content: SingleChoice, answer: string, reading: Reading): string[] {
  return optionWords(content.options, [answer], reading);
}
