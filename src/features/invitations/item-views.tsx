import { formatDateTime, formatNumber } from '../../i18n/format.ts';
import { writeLocal } from '../../i18n/local-time.ts';
import { ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { CopyField, State } from '../../ui/workspace.tsx';
import type { InvitationRow } from './queries.ts';
import type { InvitationsProps } from './views.tsx';

export type ItemProps = InvitationsProps & { row: InvitationRow; address: string | undefined };

const kinds = {
  not_started: 'waiting',
  in_progress: 'active',
  submitted: 'waiting',
  completed: 'done',
  expired: 'idle',
  cancelled: 'failed',
} as const;

export function InvitationItem(props: ItemProps) {
  const { row, address, now, t } = props;
  const words = t.invitations;
  // Past its end it is expired, also before the sweep has noted that.
  const state = row.state === 'not_started' && row.expiresAt <= now ? 'expired' : row.state;
  const open = state === 'not_started' || state === 'in_progress';
  return (
    <li id={`invitation-${row.attemptId}`}>
      <div class="link-head">
        <a class="text-link" href={`/results/${row.attemptId}`}>
          <strong>{row.name}</strong>
        </a>
        <State kind={kinds[state]}>{words.states[state]}</State>
        <span class="quiet">{[row.email, ...factsOf(props, state)].join(' · ')}</span>
      </div>
      {address && open ? (
        <div class="link-ways">
          <CopyField value={address} label={words.personalLink(row.name)} t={t} />
          <form method="post" action={`/invitations/${row.attemptId}/mails`}>
            <button type="submit" class="btn" aria-label={words.resendTo(row.name)}>
              {words.resend}
            </button>
          </form>
          {state === 'not_started' ? <Extension {...props} /> : null}
          <Cancellation {...props} />
        </div>
      ) : null}
    </li>
  );
}

function factsOf({ row, language, t }: ItemProps, state: InvitationRow['state']): string[] {
  const words = t.invitations;
  const when = (at: number) => formatDateTime(at, language);
  const facts = [words.invitedAt(when(row.createdAt))];
  if (state === 'not_started') facts.push(words.startUntil(when(row.expiresAt)));
  if (state === 'expired') facts.push(words.expiredAt(when(row.expiresAt)));
  if (row.total !== null) facts.push(words.score(formatNumber(row.total, language)));
  if (row.percent !== null && row.percent > 100)
    facts.push(words.factor(`${formatNumber(row.percent / 100, language)}×`));
  if (row.remindersSent > 0) facts.push(words.reminders(row.remindersSent));
  return facts;
}

function Extension({ row, extending, t }: ItemProps) {
  const words = t.invitations;
  const refused = extending?.attemptId === row.attemptId ? extending : undefined;
  const field = `expires-${row.attemptId}`;
  const message = words.problems.expires;
  return (
    <details class="revocation harmless" open={refused !== undefined}>
      <summary class="btn" aria-label={words.extendFor(row.name)}>
        {words.extend}
      </summary>
      <form method="post" action={`/invitations/${row.attemptId}/expiry`} novalidate>
        {refused ? <ErrorSummary problems={[{ field, message }]} t={t} /> : null}
        <Field
          id={field}
          name="expires"
          type="datetime-local"
          label={words.form.expires}
          hint={words.form.expiresHint}
          value={refused?.typed ?? writeLocal(row.expiresAt)}
          error={refused ? message : undefined}
          required
        />
        <SubmitButton kind="plain">{words.extendSubmit}</SubmitButton>
      </form>
    </details>
  );
}

/** Two steps, also without JavaScript: what opens first says what will happen. */
function Cancellation({ row, t }: ItemProps) {
  const words = t.invitations;
  return (
    <details class="revocation">
      <summary class="btn" aria-label={words.cancelFor(row.name)}>
        {words.cancel}
      </summary>
      <form method="post" action={`/invitations/${row.attemptId}/cancellation`}>
        <p>{words.cancelWarning}</p>
        <SubmitButton kind="danger">{words.cancelSubmit}</SubmitButton>
      </form>
    </details>
  );
}
