import { formatDateTime } from '../../i18n/format.ts';
import { ErrorSummary, Field, SubmitButton, TextArea } from '../../ui/forms.tsx';
import { toScore } from '../scoring/score.ts';
import type { QuestionProps } from './question-views.tsx';

/** A person's grade of the answer: the form while the attempt awaits review, else who gave which. */
export function ReviewPart(props: QuestionProps) {
  const { record, outcome, placed, mayReview } = props;
  const state = outcome.questions.find(({ id }) => id === placed.question.id)?.state;
  if (state !== 'review' && state !== 'graded') return null;
  const open = record.attempt.state === 'submitted';
  return (
    <>
      <GivenReview {...props} />
      {open && mayReview ? <ReviewForm {...props} /> : null}
    </>
  );
}

function GivenReview({ record, placed, language, t }: QuestionProps) {
  const given = record.reviews.find(({ questionId }) => questionId === placed.question.id);
  if (!given) return null;
  const words = t.workspace.result;
  return (
    <div class="rubric">
      <h4>{words.yourReview}</h4>
      <p>
        {t.common.scoreOf100(String(toScore(given.grade)))} ·{' '}
        {words.gradedBy(given.reviewerName, formatDateTime(given.reviewedAt, language))}
      </p>
      {given.comment ? <p class="as-typed">{given.comment}</p> : null}
    </div>
  );
}

function ReviewForm({ record, outcome, placed, refused, t }: QuestionProps) {
  const { id } = placed.question;
  const words = t.workspace.result;
  const given = record.reviews.find(({ questionId }) => questionId === id);
  const came = refused?.questionId === id ? refused : undefined;
  const error = (field: 'grade' | 'comment') =>
    came?.problems.includes(field) ? words.problems[field] : undefined;
  const ids = { grade: `grade-${id}`, comment: `comment-${id}` };
  const typed = came?.typed ?? {
    grade: given ? String(toScore(given.grade)) : '',
    comment: given?.comment ?? '',
  };
  const last = outcome.pending.length === 1 && outcome.pending[0] === id;
  return (
    <form
      class="review-form"
      method="post"
      action={`/results/${record.attempt.id}/reviews/${id}`}
      novalidate
    >
      {came ? (
        <ErrorSummary
          problems={came.problems.map((field) => ({
            field: ids[field],
            message: words.problems[field],
          }))}
          t={t}
        />
      ) : null}
      <Field
        id={ids.grade}
        name="grade"
        label={words.grade}
        value={typed.grade}
        error={error('grade')}
        inputmode="numeric"
        autocomplete="off"
        maxlength={3}
        required
      />
      <TextArea
        id={ids.comment}
        name="comment"
        label={`${words.comment} (${t.common.optional})`}
        hint={words.commentHint}
        value={typed.comment}
        error={error('comment')}
        rows={3}
        maxlength={2000}
      />
      {last ? <p class="hint">{words.lastReview}</p> : null}
      <SubmitButton>{given ? words.changeReview : words.saveReview}</SubmitButton>
    </form>
  );
}
