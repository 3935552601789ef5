import type { Messages } from '../../i18n/messages.ts';
import { ErrorSummary, SubmitButton, TextArea } from '../../ui/forms.tsx';
import { Notice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/workspace.tsx';

export interface SalesProps {
  /** What came of the form: sent; not what it should be; or the mail could not leave. */
  outcome?: 'sent' | 'problem' | 'failed';
  typed?: string;
  t: Messages;
}

/** Asks for a plan with Gupy. */
export function SalesPanel({ outcome, typed, t }: SalesProps) {
  const words = t.sales;
  if (outcome === 'sent')
    return (
      <Notice kind="success" t={t} live>
        <p>{words.sent}</p>
      </Notice>
    );
  const error = outcome && words[outcome];
  return (
    <Panel title={words.title}>
      <form class="new-token" method="post" action="/integrations/gupy/sales" novalidate>
        {error ? <ErrorSummary problems={[{ field: 'useCase', message: error }]} t={t} /> : null}
        <p>{words.lead}</p>
        <TextArea
          name="useCase"
          label={words.useCase}
          hint={words.useCaseHint}
          value={typed}
          error={error}
          maxlength={2000}
          required
        />
        <SubmitButton>{words.send}</SubmitButton>
      </form>
    </Panel>
  );
}
