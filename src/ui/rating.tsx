import type { Messages } from '../i18n/messages.ts';

/** What a candidate said of the test, to those who read the result; nothing when nothing was said. */
export function RatingLine(props: { rating: number | null; comment: string | null; t: Messages }) {
  const { rating, comment, t } = props;
  if (rating === null) return null;
  const words = t.after.rating;
  return (
    <p class="rating-line">
      <strong>{words.label}:</strong> {words.given(rating)}
      {comment ? <span class="said">{comment}</span> : null}
    </p>
  );
}
