import { Heading, Scores } from './application-parts.tsx';
import { Call, Faults, Lines, Time } from './layout.tsx';
import { Markdown } from './markdown.tsx';
import type { Application, Store } from './store.ts';

export function TimelinePage({ application, store }: { application: Application; store: Store }) {
  const { received } = application;
  return (
    <>
      <Heading application={application} other="" />
      <Faults behaviours={store.behaviours} />
      <div class="columns">
        <section class="card">
          <h2>Resultado do teste</h2>
          {received ? (
            <>
              <Markdown text={received.company_result_string} />
              <Scores items={received.results} />
              <p>
                <a href={received.result_page_url}>Página do resultado para a empresa</a>
              </p>
            </>
          ) : (
            <p class="muted">Nenhum resultado chegou por webhook.</p>
          )}
        </section>
        <section class="card">
          <h2>Candidatura</h2>
          <Lines
            items={[
              ['Candidatura', application.id],
              ['E-mail', application.email],
              ['CPF', application.document],
              ['Situação', application.status],
              ['Etapa', application.step.name],
              ['Tags', application.tags.map((tag) => <span class="badge">{tag}</span>)],
            ]}
          />
          <form method="post" action={`/applications/${application.id}/moves`}>
            <label for="step">Mover para a etapa</label>
            <select id="step" name="stepId">
              {application.job.steps.map((step) => (
                <option value={step.id} selected={step === application.step}>
                  {step.name}
                </option>
              ))}
            </select>
            <button class="quiet">Mover</button>
          </form>
          <h3>Comentários</h3>
          {application.comments.length === 0 && <p class="muted">Nenhum comentário.</p>}
          {application.comments.map((comment) => (
            <p class="comment">{comment.text}</p>
          ))}
        </section>
      </div>
      <section class="card">
        <h2>Linha do tempo</h2>
        <p>
          <a href={`/applications/${application.id}/timeline`}>Atualizar</a>
        </p>
        <ol class="timeline">
          {application.timeline.toReversed().map((entry) => (
            <li class={entry.kind}>
              <Time at={entry.at} />
              <strong>{entry.title}</strong>
              {entry.text && <p class="comment">{entry.text}</p>}
              {entry.exchange && <Call title="Ver a chamada" exchange={entry.exchange} />}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
