import type { Messages } from '../../i18n/messages.ts';

/** The way to the candidate's own data, from the attempt's address: the result page's may be shown around. */
export function RightsLink({ base, t }: { base: string; t: Messages }) {
  return (
    <p class="no-print">
      <a href={`${base}/privacy`}>{t.privacy.own.link}</a>. {t.privacy.own.linkHint}
    </p>
  );
}
