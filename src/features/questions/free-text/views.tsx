import { formatNumber } from '../../../i18n/format.ts';
import { TextArea } from '../../../ui/forms.tsx';
import { Unanswered } from '../../../ui/review.tsx';
import { Rubric, shown } from '../view-parts.tsx';
import type { CandidateProps, ReviewerProps } from '../view.ts';
import type { FreeText } from './rule.ts';

export function Candidate(props: CandidateProps<FreeText, string>) {
  const { content, language, t } = props;
  return (
    <div role="group" aria-labelledby="prompt">
      <TextArea
        name="value"
        label={t.questions.text}
        hint={t.common.charactersLimit(formatNumber(content.maxLength, language))}
        counter={t.common.charactersLeft('{count}')}
        error={props.problem}
        value={shown(props.fields, 'value', props.answer)[0]}
        maxlength={content.maxLength}
        rows={10}
      />
    </div>
  );
}

/** What the candidate wrote, as written: it is text and never Markdown. */
export function Reviewer({ content, answer, ...props }: ReviewerProps<FreeText, string>) {
  return (
    <>
      {answer === null ? (
        <Unanswered t={props.t} />
      ) : (
        <div class="written" tabindex={0} role="group" aria-label={props.t.questions.answer}>
          {answer}
        </div>
      )}
      {props.forCandidate ? null : <Rubric text={content.rubric} {...props} />}
    </>
  );
}

export function inWords(_content: FreeText, answer: string): string[] {
  return [answer];
}
