import { Choices } from '../../../ui/choices.tsx';
import { ReviewedChoices } from '../../../ui/review.tsx';
import { shuffled } from '../order.ts';
import { LocalizedLine, optionWords, shown } from '../view-parts.tsx';
import type { CandidateProps, Reading, ReviewerProps } from '../view.ts';
import type { MultipleChoice } from './rule.ts';

export function Candidate(props: CandidateProps<MultipleChoice, string[]>) {
  const { content, t } = props;
  const options = content.shuffle ? shuffled(content.options, props.seed) : content.options;
  return (
    <Choices
      name="value"
      kind="checkbox"
      choices={options.map(({ id, text }) => ({
        value: id,
        label: <LocalizedLine text={text} {...props} />,
      }))}
      chosen={shown(props.fields, 'value', props.answer)}
      hint={t.questions.chooseAll}
      problem={props.problem}
    />
  );
}

export function Reviewer(props: ReviewerProps<MultipleChoice, string[]>) {
  const { content, answer, t } = props;
  return (
    <ReviewedChoices
      t={t}
      choices={content.options.map(({ id, text }) => ({
        label: <LocalizedLine text={text} {...props} />,
        chosen: answer?.includes(id) ?? false,
        right: content.correct.includes(id),
      }))}
    />
  );
}

export function inWords(content: MultipleChoice, answer: string[], reading: Reading): string[] {
  return optionWords(content.options, answer, reading);
}
