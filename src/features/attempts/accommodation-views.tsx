import { formatDateTime, formatNumber } from '../../i18n/format.ts';
import { Card } from '../../ui/candidate.tsx';
import { TextArea } from '../../ui/forms.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import type { Sitting } from './sitting-queries.ts';

/** The optional request, folded away: open when there is something in it. */
export function AccommodationField(
  props: PageProps & { value: string; error?: string | undefined },
) {
  const { value, error, t } = props;
  const words = t.time.ask;
  return (
    <details class="card" open={value !== '' || error !== undefined}>
      <summary>{words.title}</summary>
      <p>{words.why}</p>
      <TextArea
        name="accommodation"
        label={words.label}
        hint={words.hint}
        value={value}
        error={error}
        rows={3}
        maxlength={1000}
      />
      <p class="hint">{words.now}</p>
      <button type="submit" class="btn" name="when" value="later">
        {words.later}
      </button>
    </details>
  );
}

/** What became of a request, before the start. */
export function AccommodationNotice(props: PageProps & Pick<Sitting, 'attempt' | 'content'>) {
  const { attempt, content, language, t } = props;
  const words = t.time.sent;
  const percent = attempt.accommodationPercent;
  const minutes = Math.round((content.durationMinutes * (percent ?? 100)) / 100);
  const factor = `${formatNumber((percent ?? 100) / 100, language)}×`;
  const [kind, title, text] =
    percent === null
      ? ([
          'info',
          words.title,
          words.text(formatDateTime(attempt.accommodationRequestedAt ?? 0, language)),
        ] as const)
      : percent > 100
        ? ([
            'success',
            // An invitation can carry it unasked.
            attempt.accommodationRequest ? words.grantedTitle : t.invitations.candidate.timeTitle,
            words.granted(factor, t.candidate.link.minutes(minutes)),
          ] as const)
        : (['warning', words.refusedTitle, words.refused] as const);
  return (
    <Card>
      <Notice kind={kind} title={title} t={t}>
        <p>{text}</p>
      </Notice>
      {attempt.accommodationRequest ? (
        <p>
          <strong>{words.yours}:</strong>{' '}
          <span class="as-typed">{attempt.accommodationRequest}</span>
        </p>
      ) : null}
    </Card>
  );
}
