import { deliveryStates } from '../../db/schema/deliveries.ts';
import { deliveryKind } from '../../ui/deliveries.tsx';
import { Field, Select } from '../../ui/forms.tsx';
import { Filters } from '../../ui/workspace.tsx';
import type { LedgerProps } from './views.tsx';

/** Of the list of all: the other one is a filter by itself. */
export function LedgerFilter({ part, query, t }: LedgerProps) {
  const words = t.deliveries;
  return (
    <Filters action="/deliveries" t={t}>
      <Select
        name="kind"
        label={words.kind}
        value={query.kind ?? ''}
        options={[
          { value: '', label: words.allKinds },
          ...Object.keys(t.workspace.result.kinds).map((kind) => ({
            value: kind,
            label: deliveryKind(kind, t),
          })),
        ]}
      />
      <Select
        name="state"
        label={words.state}
        value={query.state ?? ''}
        options={[
          { value: '', label: words.allStates },
          ...deliveryStates.map((state) => ({
            value: state,
            label: t.workspace.result.deliveryStates[state],
          })),
        ]}
      />
      <Select
        name="assessment"
        label={words.assessment}
        value={query.assessment ?? ''}
        options={[
          { value: '', label: words.allAssessments },
          ...part.assessments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field name="from" type="date" label={words.from} value={query.from} />
      <Field name="to" type="date" label={words.to} value={query.to} />
    </Filters>
  );
}
