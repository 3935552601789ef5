import { ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import type { MemberProps } from '../../ui/member-page.tsx';
import { Panel, State } from '../../ui/workspace.tsx';
import type { findCatalogueSettings, OfferedAssessment } from './catalogue-queries.ts';
import { GupyPartPage } from './part-page.tsx';

type Settings = Awaited<ReturnType<typeof findCatalogueSettings>>;

export interface CatalogueProps extends MemberProps, Settings {
  /** Where results and candidates may be sent; the installation's, not the organization's. */
  hosts: readonly string[];
  mayChange: boolean;
  notice?: 'offered' | 'withdrawn' | 'company' | undefined;
  /** Of the form that came back. */
  typed?: string;
  problem?: 'company' | 'taken';
}

export function CataloguePage(props: CatalogueProps) {
  const { notice, tests, mayChange, t } = props;
  const words = t.catalogue;
  return (
    <GupyPartPage
      {...props}
      title={words.title}
      lead={words.lead}
      notice={notice && words.notices[notice]}
    >
      <Panel title={words.tests}>
        <p class="hint">{words.testsNote}</p>
        {tests.length === 0 ? <p>{words.noTests}</p> : null}
        <ul class="tokens">
          {tests.map((test) => (
            <Test {...props} test={test} />
          ))}
        </ul>
        {props.more ? <p class="hint">{words.more(tests.length)}</p> : null}
      </Panel>
      <Panel title={words.company}>
        {mayChange ? <CompanyForm {...props} /> : <p>{props.companyId ?? words.noCompany}</p>}
      </Panel>
      <Panel title={words.hosts}>
        <p class="hint">{words.hostsNote}</p>
        <ul class="prose">
          {props.hosts.map((host) => (
            <li>
              <code>{host}</code>
            </li>
          ))}
        </ul>
      </Panel>
      {mayChange ? null : <p class="hint">{t.inbound.onlyAdmins}</p>}
    </GupyPartPage>
  );
}

function Test({ test, mayChange, t }: CatalogueProps & { test: OfferedAssessment }) {
  const words = t.catalogue;
  const { category, level, offeredToGupy: offered } = test;
  const facts = [
    category ?? words.noCategory,
    level ? t.candidate.link.levels[level] : words.noLevel,
  ];
  return (
    <li>
      <div>
        <strong>{test.name}</strong>
        <p class="quiet">{facts.join(' · ')}</p>
      </div>
      <div class="flex flex-wrap items-center gap-2">
        <State kind={offered ? 'done' : 'idle'}>{offered ? words.offered : words.notOffered}</State>
        {mayChange ? (
          <form method="post" action={`/integrations/gupy/catalogue/${test.id}`}>
            {offered ? null : <input type="hidden" name="offered" value="on" />}
            <button
              type="submit"
              class="btn btn-sm"
              aria-label={`${offered ? words.withdraw : words.offer}: ${test.name}`}
            >
              {offered ? words.withdraw : words.offer}
            </button>
          </form>
        ) : null}
      </div>
    </li>
  );
}

function CompanyForm({ companyId, typed, problem, t }: CatalogueProps) {
  const words = t.catalogue;
  const error = problem ? words.problems[problem] : undefined;
  return (
    <form class="new-token" method="post" action="/integrations/gupy/company" novalidate>
      {error ? <ErrorSummary problems={[{ field: 'company', message: error }]} t={t} /> : null}
      <Field
        name="company"
        label={words.company}
        hint={words.companyHint}
        value={typed ?? companyId}
        error={error}
        inputmode="numeric"
        maxlength={19}
        required
      />
      <SubmitButton>{words.saveCompany}</SubmitButton>
    </form>
  );
}
