import type { Messages } from '../../i18n/messages.ts';
import { Checkbox, SubmitButton } from '../../ui/forms.tsx';
import { Panel } from '../../ui/workspace.tsx';

/** The switch for the one line about test health, with the line itself. */
export function HealthLinePanel(props: { on: boolean; mayChange: boolean; t: Messages }) {
  const { on, mayChange, t } = props;
  const words = t.health.line;
  return (
    <Panel title={words.title} id="health-line">
      <div class="prose">
        <p>{words.lead}</p>
        <blockquote>{t.gupy.health(t.health.labels.low)}</blockquote>
        <p>{words.rest}</p>
        <p>
          <a href="/test-health#label">{t.health.panel.rules}</a>
        </p>
      </div>
      {mayChange ? (
        <form class="mt-5" method="post" action="/integrations/gupy/health-line">
          <Checkbox name="healthLine" label={words.label} checked={on} />
          <SubmitButton>{words.save}</SubmitButton>
        </form>
      ) : (
        <p>{on ? words.on : words.off}</p>
      )}
    </Panel>
  );
}
