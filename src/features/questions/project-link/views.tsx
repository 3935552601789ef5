import { Field } from '../../../ui/forms.tsx';
import { Unanswered } from '../../../ui/review.tsx';
import { Rubric, shown } from '../view-parts.tsx';
import type { CandidateProps, ReviewerProps } from '../view.ts';
import type { ProjectLink } from './rule.ts';

export function Candidate(props: CandidateProps<ProjectLink, string>) {
  const { t } = props;
  return (
    <div role="group" aria-labelledby="prompt">
      <Field
        name="value"
        type="url"
        label={t.questions.link}
        hint={t.questions.linkHint}
        error={props.problem}
        value={shown(props.fields, 'value', props.answer)[0]}
        inputmode="url"
        autocomplete="off"
        placeholder="https://"
        maxlength={2000}
        spellcheck={false}
      />
    </div>
  );
}

export function Reviewer({ content, answer, ...props }: ReviewerProps<ProjectLink, string>) {
  return (
    <>
      {answer === null ? (
        <Unanswered t={props.t} />
      ) : (
        <p class="written">
          <a href={answer} rel="noopener noreferrer nofollow" target="_blank">
            {answer}
            <span class="sr-only"> {props.t.common.opensInNewTab}</span>
          </a>
        </p>
      )}
      {props.forCandidate ? null : <Rubric text={content.rubric} {...props} />}
    </>
  );
}

export function inWords(_content: ProjectLink, answer: string): string[] {
  return [answer];
}
