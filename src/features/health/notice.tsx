import type { Messages } from '../../i18n/messages.ts';
import { Card } from '../../ui/candidate.tsx';
import { conductOf, type SignalKind } from '../questions/conduct.ts';
import type { VersionContent } from '../questions/content.ts';
import { reportedKinds, signalsOf } from './signals.ts';

/** Before the start: exactly what this test records of its conditions, and why. */
export function HealthNotice(props: {
  content: VersionContent;
  organizationName: string;
  /** Whether the ATS gets a line about it. */
  told?: boolean;
  t: Messages;
}) {
  const { content, organizationName, t } = props;
  const words = t.health.notice;
  const conduct = conductOf(content);
  const signals = signalsOf(conduct);
  return (
    <Card title={words.title} id="health-notice">
      <div class="prose">
        {signals.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <>
            <p>{words.lead(organizationName)}</p>
            <SignalList signals={signals} t={t} />
            <p>{words.promise}</p>
            {props.told ? <p>{words.told(organizationName)}</p> : null}
          </>
        )}
        {conduct.fullScreen ? <p>{words.fullScreen}</p> : null}
        <p>
          {/* In a tab of its own: what was typed into this page's form stays. */}
          <a href="/test-health" target="_blank" rel="noopener">
            {words.more} {t.common.opensInNewTab}
          </a>
        </p>
      </div>
    </Card>
  );
}

/** What each signal records, and what for. */
export function SignalList({ signals, t }: { signals: readonly SignalKind[]; t: Messages }) {
  return (
    <ul>
      {signals.map((kind) => {
        const { name, records, why } = t.health.signals[kind];
        return (
          <li>
            <strong>{name}.</strong> {records} {why}
          </li>
        );
      })}
    </ul>
  );
}

/**
 * Tells the page's script (client/health.ts) what to report; without it nothing is reported.
 * Where the test asks for full screen, the button that enters it.
 */
export function HealthSwitch(props: { content: VersionContent; t: Messages }) {
  const conduct = conductOf(props.content);
  const signals = signalsOf(conduct).filter((kind) => reportedKinds.includes(kind));
  if (signals.length === 0 && !conduct.fullScreen) return null;
  return (
    <div data-signals={signals.join(' ')} hidden>
      {conduct.fullScreen ? (
        <button type="button" class="btn" data-full-screen>
          {props.t.health.notice.enterFullScreen}
        </button>
      ) : null}
    </div>
  );
}
