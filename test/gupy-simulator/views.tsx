import { Call, Faults, Problem } from './layout.tsx';
import type { Answer, Catalogue } from './provider.ts';
import type { Application, Job, Store } from './store.ts';

export type Person = { name: string; email: string; document: string };
export type PersonErrors = Partial<Record<keyof Person, string>>;

export function Home({ store, providerUrl }: { store: Store; providerUrl: string }) {
  return (
    <>
      <h1>Faça o papel da Gupy</h1>
      <p class="lead">
        Uma vaga, uma etapa de teste, uma pessoa candidata. As chamadas ao provedor em{' '}
        <code>{providerUrl}</code> são de verdade.
      </p>
      <Faults behaviours={store.behaviours} />
      <div class="columns">
        <section class="card">
          <h2>Como contar a história</h2>
          <ol class="story">
            <li>
              <strong>Empresa:</strong> abra uma vaga e escolha o teste da etapa no catálogo do
              provedor.
            </li>
            <li>
              <strong>Pessoa candidata:</strong> candidate-se à vaga. Os dados já vêm preenchidos e
              são fictícios.
            </li>
            <li>
              Aperte <strong>Iniciar teste</strong>: o navegador vai para o endereço que o provedor
              devolveu.
            </li>
            <li>Responda e envie. O provedor devolve você para cá, com o resultado.</li>
            <li>
              <strong>Empresa, em outra aba:</strong> abra a linha do tempo da candidatura e veja o
              resultado que chegou por webhook, comentários, tags e etapa.
            </li>
          </ol>
        </section>
        <section class="card">
          <h2>Vagas</h2>
          <ul class="rows">
            {store.jobs.map((job) => (
              <li>
                <a href={`/jobs/${job.id}`}>{job.name}</a>
                <span class="muted">{job.company.name}</span>
                <span class="muted">
                  {job.test ? `Teste: ${job.test.name}` : 'Sem teste ainda'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section class="card">
        <h2>Para scripts</h2>
        <p>
          <a href="/_sim/requests">/_sim/requests</a> mostra tudo o que chegou aqui;{' '}
          <a href="/_sim/behaviour">/_sim/behaviour</a>, as falhas ligadas. Para que os próximos
          três webhooks recebam 500:
        </p>
        <pre tabindex={0}>
          {`curl -X PUT <este endereço>/_sim/behaviour \\
  -d '{ "target": "result_webhook", "status": 500, "times": 3 }'`}
        </pre>
      </section>
    </>
  );
}

type JobPageProps = {
  job: Job;
  applications: Application[];
  catalogue: Answer<Catalogue>;
  searchString: string;
  person: Person;
  errors: PersonErrors;
};

export function JobPage(props: JobPageProps) {
  const { job, applications } = props;
  return (
    <>
      <p class="muted">{job.company.name}</p>
      <h1>{job.name}</h1>
      <div class="columns">
        <TestStep {...props} />
        <section class="card">
          <h2>Candidatar-se</h2>
          <ApplicationForm {...props} />
        </section>
      </div>
      <section class="card">
        <h2>Candidaturas</h2>
        {applications.length === 0 && <p class="muted">Nenhuma candidatura por enquanto.</p>}
        <ul class="rows">
          {applications.toReversed().map((application) => (
            <li>
              <strong>{application.name}</strong>
              <span class="muted">
                {application.step.name} · {application.status}
              </span>
              <span>
                <a href={`/applications/${application.id}`}>Visão da pessoa candidata</a>
                {' · '}
                <a href={`/applications/${application.id}/timeline`}>Linha do tempo</a>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const levels = { basic: 'básico', intermediate: 'intermediário', advanced: 'avançado' };

function TestStep({ job, catalogue, searchString }: JobPageProps) {
  const { value, problem, exchange } = catalogue;
  return (
    <section class="card">
      <h2>Teste da etapa</h2>
      <p>{job.test ? <strong>{job.test.name}</strong> : 'Escolha um teste do catálogo.'}</p>
      <form method="get" action={`/jobs/${job.id}`} class="search" role="search">
        <label for="search">Buscar teste</label>
        <input id="search" type="search" name="searchString" value={searchString} />
        <button class="quiet">Buscar</button>
      </form>
      {problem && <Problem>{problem}</Problem>}
      {value?.payload.length === 0 && <p class="muted">Nenhum teste encontrado.</p>}
      <ul class="rows">
        {value?.payload.map((test) => (
          <li>
            <strong>{test.name}</strong>
            <span class="muted">
              {[test.category, test.level && levels[test.level]].filter(Boolean).join(' · ')}
            </span>
            {test.description && <span>{test.description}</span>}
            {test.id === job.test?.id ? (
              <span class="badge good">Em uso nesta vaga</span>
            ) : (
              <form method="post" action={`/jobs/${job.id}/test`}>
                <input type="hidden" name="id" value={test.id} />
                <input type="hidden" name="name" value={test.name} />
                <button class="quiet" aria-label={`Usar este teste: ${test.name}`}>
                  Usar este teste
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {value && value.total_tests > value.payload.length && (
        <p class="muted">
          {value.payload.length} de {value.total_tests}: refine a busca para ver os outros.
        </p>
      )}
      <Call title="Catálogo" exchange={exchange} />
    </section>
  );
}

const fields = [
  { name: 'name', label: 'Nome', type: 'text' },
  { name: 'email', label: 'E-mail', type: 'email' },
  { name: 'document', label: 'CPF', type: 'text' },
] as const;

function ApplicationForm({ job, person, errors }: JobPageProps) {
  return (
    <form method="post" action={`/jobs/${job.id}/applications`} novalidate>
      {fields.map(({ name, label, type }) => (
        <p class="field">
          <label for={name}>{label}</label>
          <input
            id={name}
            name={name}
            type={type}
            value={person[name]}
            autocomplete="off"
            aria-invalid={errors[name] ? 'true' : undefined}
            aria-describedby={errors[name] ? `${name}-error` : undefined}
          />
          {errors[name] && (
            <span class="error" id={`${name}-error`}>
              {errors[name]}
            </span>
          )}
        </p>
      ))}
      <button>Candidatar-se</button>
    </form>
  );
}
