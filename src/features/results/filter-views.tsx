import { type AttemptState, attemptStates } from '../../db/schema/attempts.ts';
import { Field, Select, SubmitButton } from '../../ui/forms.tsx';
import type { ListProps } from './list-views.tsx';

export interface Filters {
  q: string;
  assessment?: string | undefined;
  state?: AttemptState | undefined;
}

/** A GET form: the address of a filtered list can be kept and sent. */
export function ResultsFilter({ page, filters, t }: ListProps) {
  const words = t.workspace.results;
  return (
    <form class="filters" method="get" action="/results" role="search" {...swapping('/results')}>
      <Field
        name="q"
        type="search"
        label={words.search}
        value={filters.q}
        maxlength={120}
        autocomplete="off"
        spellcheck={false}
      />
      <Select
        name="assessment"
        label={words.assessment}
        value={filters.assessment ?? ''}
        options={[
          { value: '', label: words.allAssessments },
          ...page.assessments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        name="state"
        label={words.state}
        value={filters.state ?? ''}
        options={[
          { value: '', label: words.allStates },
          ...attemptStates.map((state) => ({ value: state, label: t.workspace.states[state] })),
        ]}
      />
      <div class="filter-actions">
        <SubmitButton kind="plain">{t.common.filter}</SubmitButton>
        {isFiltered(filters) ? (
          <a class="btn btn-ghost" href="/results">
            {words.clear}
          </a>
        ) : null}
      </div>
    </form>
  );
}

export function listAddress({ q, assessment, state }: Filters, cursor = ''): string {
  const given = Object.entries({ q, assessment, state, cursor }).filter(([, value]) => value);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return query ? `/results?${query}` : '/results';
}

export function isFiltered({ q, assessment, state }: Filters): boolean {
  return q !== '' || assessment !== undefined || state !== undefined;
}

/** htmx swaps the list in place; without it the page loads. */
export function swapping(url: string) {
  return {
    'hx-get': url,
    'hx-target': '#results-list',
    'hx-swap': 'outerHTML',
    'hx-push-url': 'true',
  };
}
