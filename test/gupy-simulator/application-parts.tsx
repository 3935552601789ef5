import type { TestResult } from './provider.ts';
import type { Application } from './store.ts';

export function Heading(props: { application: Application; other: '' | 'timeline' }) {
  const { application, other } = props;
  return (
    <>
      <p class="muted">
        {application.job.company.name} ·{' '}
        <a href={`/jobs/${application.job.id}`}>{application.job.name}</a>
      </p>
      <h1>{application.name}</h1>
      <p>
        <a href={`/applications/${application.id}/${other}`.replace(/\/$/, '')}>
          {other === 'timeline' ? 'Ver como a empresa' : 'Ver como a pessoa candidata'}
        </a>
      </p>
      <Steps application={application} />
    </>
  );
}

export function Scores({ items }: { items: TestResult['results'] }) {
  return (
    <ul class="scores">
      {items.map((item) => (
        <li>
          <span>
            {item.title}
            {item.tier === 'minor' && <span class="badge">só para a empresa</span>}
          </span>
          <strong>{item.result_string}</strong>
          <meter min={0} max={100} value={item.score} aria-label={item.title} />
          {item.description && <span class="muted">{item.description}</span>}
        </li>
      ))}
    </ul>
  );
}

function Steps({ application }: { application: Application }) {
  return (
    <ol class="steps" aria-label="Etapas da vaga">
      {application.job.steps.map((step) => {
        const current = step === application.step;
        const state = current ? 'current' : step.order < application.step.order ? 'past' : 'next';
        return (
          <li class={state} aria-current={current ? 'step' : undefined}>
            {step.name}
          </li>
        );
      })}
    </ol>
  );
}
