import { Heading, Scores } from './application-parts.tsx';
import type { Exchange } from './exchange.ts';
import { Call, Problem } from './layout.tsx';
import type { TestResult } from './provider.ts';
import type { Application } from './store.ts';

type Failure = { problem: string; exchange: Exchange };

export function CandidatePage(props: { application: Application; failure?: Failure | undefined }) {
  const { application, failure } = props;
  const run = application.runs.at(-1);
  return (
    <>
      <Heading application={application} other="timeline" />
      <section class="card">
        <h2>Etapa: Teste</h2>
        {failure && <Problem>{failure.problem}</Problem>}
        <TestState application={application} />
        <div class="actions">
          {run?.result?.status !== 'done' && <StartForm application={application} retest={false} />}
          {run && (
            <a class="button quiet" href={`/applications/${application.id}/return`}>
              Ver meu resultado
            </a>
          )}
          {run?.result?.status === 'done' && <StartForm application={application} retest />}
        </div>
        {failure && <Call title="Criação do teste" exchange={failure.exchange} />}
      </section>
    </>
  );
}

function TestState({ application }: { application: Application }) {
  const { job } = application;
  const run = application.runs.at(-1);
  if (run?.result?.status === 'done') return <p>Você concluiu o teste {run.testName}.</p>;
  if (run) return <p>Você começou o teste {run.testName}. Volte a ele quando quiser.</p>;
  if (job.test) return <p>A empresa pede o teste {job.test.name}.</p>;
  return (
    <p>
      A empresa ainda não escolheu o teste desta etapa:{' '}
      <a href={`/jobs/${job.id}`}>escolha na vaga</a>.
    </p>
  );
}

function StartForm({ application, retest }: { application: Application; retest: boolean }) {
  const run = application.runs.at(-1);
  if (!application.job.test) return null;
  // Going on with a retest repeats the very request that began it.
  const fail = retest || (run?.retest === true && run.result?.status !== 'done');
  return (
    <form method="post" action={`/applications/${application.id}/runs`}>
      {fail && <input type="hidden" name="previous_result" value="fail" />}
      <button class={retest ? 'quiet' : undefined}>
        {retest ? 'Refazer (previous_result: fail)' : run ? 'Continuar teste' : 'Iniciar teste'}
      </button>
    </form>
  );
}

/** Tests on another origin than the provider's API get a link: the CSP stops a redirect there. */
export function TestElsewhere({ address }: { address: string }) {
  return (
    <section class="card">
      <h1>Seu teste está pronto</h1>
      <p>O endereço é de outro site: {address}</p>
      <a class="button" href={address}>
        Ir para o teste
      </a>
    </section>
  );
}

export function ReturnPage(props: {
  application: Application;
  result: TestResult | undefined;
  problem: string | undefined;
  exchange: Exchange | undefined;
}) {
  const { application, result, problem, exchange } = props;
  return (
    <>
      <Heading application={application} other="timeline" />
      <section class="card">
        <h2>Seu resultado</h2>
        {problem && <Problem>{problem}</Problem>}
        {result?.status === 'notStarted' && <p>Você ainda não começou este teste.</p>}
        {result?.status === 'paused' && (
          <p>Seu teste está em andamento ou à espera de avaliação. Volte mais tarde.</p>
        )}
        {result?.status === 'done' && <CandidateResult result={result} />}
        {exchange && <Call title="Leitura do resultado" exchange={exchange} />}
        <p>
          <a href={`/applications/${application.id}`}>Voltar à candidatura</a>
        </p>
      </section>
    </>
  );
}

/** `minor` items are the company's only. */
function CandidateResult({ result }: { result: TestResult }) {
  return (
    <>
      <h3>{result.title}</h3>
      <p class="muted">{result.description}</p>
      <Scores items={result.results.filter((item) => item.tier === 'major')} />
      <p>
        <a class="button" href={result.result_candidate_page_url}>
          Abrir meu resultado em {result.providerName}
        </a>
      </p>
    </>
  );
}
