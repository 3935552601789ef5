import { Card } from '../../ui/candidate.tsx';
import { Choices } from '../../ui/choices.tsx';
import { ErrorSummary, SubmitButton, TextArea } from '../../ui/forms.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { RefusedRating } from './rating.ts';
import type { SittingProps } from './sitting-layout.tsx';

type RatingProps = Pick<SittingProps, 'attempt' | 't'> & {
  /** The result page's path: the rating goes below it. */
  resultPath: string;
  /** The page that this form stands on; the answer leads back to it. */
  from: string;
  refused?: RefusedRating | undefined;
};

/** One optional question about the test itself; it can be answered anew at any time. */
export function RatingForm({ attempt, t, resultPath, from, refused }: RatingProps) {
  const words = t.after.rating;
  const rated = attempt.rating !== null;
  const wrong = (field: 'rating' | 'comment') =>
    refused?.problems.includes(field) ? words.problems[field] : undefined;
  const stored = rated ? String(attempt.rating) : '';
  return (
    <div class="no-print">
      <Card title={words.title} id="rating-card">
        {rated && !refused ? (
          <Notice kind="success" t={t}>
            <p>{words.thanks}</p>
          </Notice>
        ) : null}
        <p>{words.lead}</p>
        <ErrorSummary
          t={t}
          problems={(refused?.problems ?? []).map((field) => ({
            field,
            message: words.problems[field],
          }))}
        />
        <form method="post" action={`${resultPath}/rating`} novalidate>
          <input type="hidden" name="from" value={from} />
          <Choices
            name="rating"
            kind="radio"
            legend={words.scale}
            choices={words.values.map((label, index) => ({ value: String(index + 1), label }))}
            chosen={[refused?.rating ?? stored]}
            problem={wrong('rating')}
            row
          />
          {/* No maxlength: a browser would cut a pasted text short without a word. */}
          <TextArea
            name="comment"
            label={words.comment}
            hint={words.commentHint}
            error={wrong('comment')}
            value={refused?.comment ?? attempt.ratingComment ?? ''}
            rows={3}
          />
          <SubmitButton kind="plain">{rated ? words.change : words.send}</SubmitButton>
        </form>
      </Card>
    </div>
  );
}
