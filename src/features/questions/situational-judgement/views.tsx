import { formatNumber } from '../../../i18n/format.ts';
import { Choices } from '../../../ui/choices.tsx';
import { ReviewedScale } from '../../../ui/review.tsx';
import { shuffled } from '../order.ts';
import { LocalizedLine, optionWords, shown } from '../view-parts.tsx';
import type { CandidateProps, Reading, ReviewerProps } from '../view.ts';
import type { SituationalJudgement } from './rule.ts';

export function Candidate(props: CandidateProps<SituationalJudgement, string>) {
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
      hint={t.questions.chooseBest}
      problem={props.problem}
    />
  );
}

/** Every option with the points that it gives: more or less fitting, rather than right or wrong. */
export function Reviewer(props: ReviewerProps<SituationalJudgement, string>) {
  const { content, answer, forCandidate, language, t } = props;
  const name = (id: string) => props.competencyNames?.[id] ?? id;
  return (
    <ReviewedScale
      t={t}
      choices={content.options.map(({ id, text, points }) => ({
        label: <LocalizedLine text={text} {...props} />,
        chosen: id === answer,
        note: forCandidate
          ? null
          : Object.entries(points)
              .map(([competency, value]) => `${name(competency)}: ${formatNumber(value, language)}`)
              .join(' · '),
      }))}
    />
  );
}

export function inWords(content: SituationalJudgement, answer: string, reading: Reading): string[] {
  return optionWords(content.options, [answer], reading);
}
