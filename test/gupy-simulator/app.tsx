import { Hono } from 'hono';
import type { Context } from 'hono';
import * as z from 'zod';

import { CandidatePage, ReturnPage, TestElsewhere } from './candidate-views.tsx';
import { controlApplications } from './control-applications.ts';
import type { SimulatorEnv } from './control.ts';
import { control, errorResponse } from './control.ts';
import { errorPage, page, policy } from './pages.tsx';
import { inventPerson, personSchema } from './person.ts';
import { createCandidate, findResult, listTests } from './provider.ts';
import { rest } from './rest.ts';
import { resultReceiver } from './result-receiver.ts';
import type { Job } from './store.ts';
import { createStore } from './store.ts';
import { icon, style } from './style.ts';
import { TimelinePage } from './timeline-view.tsx';
import type { Person, PersonErrors } from './views.tsx';
import { Home, JobPage } from './views.tsx';
import { announceMove } from './webhook-sender.ts';

type Options = { fetch?: typeof fetch; now?: () => number };

/** `fetch` is how the provider is reached: a test passes its own. */
export function createApp(options: Options = {}) {
  const store = createStore(options.now);
  const app = new Hono<SimulatorEnv>();

  app.use(async (c, next) => {
    c.set('store', store);
    c.set('settings', {
      providerUrl: c.env.PROVIDER_URL.replace(/\/$/, ''),
      baseUrl: c.env.BASE_URL.replace(/\/$/, ''),
      fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    });
    await next();
    c.header('content-security-policy', policy(c));
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });

  app.route('/_sim', control);
  app.route('/_sim', controlApplications);
  app.route('/webhooks/results', resultReceiver);
  app.route('/api/v1', rest);

  app.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }));

  app.get('/', (c) =>
    page(c, 'Vagas', <Home store={store} providerUrl={c.var.settings.providerUrl} />),
  );

  app.get('/jobs/:id', (c) => {
    const job = store.findJob(Number(c.req.param('id')));
    return job ? jobPage(c, job, inventPerson()) : c.notFound();
  });

  app.post('/jobs/:id/test', async (c) => {
    const job = store.findJob(Number(c.req.param('id')));
    const form = testForm.safeParse(await formOf(c));
    if (!job) return c.notFound();
    if (!form.success) return errorPage(c, 'Teste não reconhecido', 'Escolha um do catálogo.', 422);
    job.test = form.data;
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  app.post('/jobs/:id/applications', async (c) => {
    const job = store.findJob(Number(c.req.param('id')));
    if (!job) return c.notFound();
    const body = await formOf(c);
    const person = personSchema.safeParse(body);
    const typed = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const again = { name: typed('name'), email: typed('email'), document: typed('document') };
    if (!person.success) {
      const errors = z.flattenError(person.error).fieldErrors;
      const first = Object.entries(errors).map(([name, messages]) => [name, messages[0]]);
      return jobPage(c, job, again, Object.fromEntries(first));
    }
    const { document } = person.data;
    if (store.listApplications(job).some((other) => other.document === document)) {
      return jobPage(c, job, again, { document: 'Este CPF já se candidatou a esta vaga.' });
    }
    const application = store.createApplication(job, person.data);
    return c.redirect(`/applications/${application.id}`, 303);
  });

  app.get('/applications/:id', (c) => {
    const application = store.findApplication(Number(c.req.param('id')));
    if (!application) return c.notFound();
    return page(c, application.name, <CandidatePage application={application} />);
  });

  app.get('/applications/:id/timeline', (c) => {
    const application = store.findApplication(Number(c.req.param('id')));
    if (!application) return c.notFound();
    const view = <TimelinePage application={application} store={store} />;
    return page(c, `Linha do tempo de ${application.name}`, view);
  });

  /** The company moves the application; registered webhooks hear of it before the page is back. */
  app.post('/applications/:id/moves', async (c) => {
    const application = store.findApplication(Number(c.req.param('id')));
    if (!application) return c.notFound();
    const { stepId } = await formOf(c);
    const step = application.job.steps.find(({ id }) => `${id}` === stepId);
    if (!step) return errorPage(c, 'Etapa não reconhecida', 'Escolha uma da vaga.', 422);
    if (store.moveApplication(application, step)) {
      store.addToTimeline(application, { kind: 'note', title: `Movida para a etapa ${step.name}` });
      await announceMove(c.var, application);
    }
    return c.redirect(`/applications/${application.id}/timeline`, 303);
  });

  /** "Iniciar teste", "Continuar teste" and "Refazer". */
  app.post('/applications/:id/runs', async (c) => {
    const application = store.findApplication(Number(c.req.param('id')));
    const test = application?.job.test;
    if (!application || !test) return c.notFound();
    const retest = (await formOf(c))['previous_result'] === 'fail';
    const answer = await createCandidate(c.var.settings, application, test.id, retest);
    const { exchange, value, problem } = answer;
    store.addToTimeline(application, { kind: 'call', title: 'Criação do teste', exchange });
    if (problem !== undefined) {
      const view = <CandidatePage application={application} failure={{ problem, exchange }} />;
      return page(c, application.name, view, 502);
    }
    const resultId = value.test_result_id;
    if (!application.runs.some((run) => run.resultId === resultId)) {
      application.runs.push({ resultId, testName: test.name, retest, result: null });
    }
    if (isOfProvider(c, value.test_url)) return c.redirect(value.test_url, 303);
    return page(c, 'Seu teste', <TestElsewhere address={value.test_url} />);
  });

  /** `callback_url`: the candidate comes back and is shown a result. */
  app.get('/applications/:id/return', async (c) => {
    const application = store.findApplication(Number(c.req.param('id')));
    const run = application?.runs.at(-1);
    if (!application || !run) return c.notFound();
    const answer = await findResult(c.var.settings, application.job, run.resultId);
    const { exchange, value, problem } = answer;
    store.addToTimeline(application, { kind: 'call', title: 'Leitura do resultado', exchange });
    if (value) run.result = value;
    const view = <ReturnPage {...{ application, exchange, problem }} result={value} />;
    return page(c, 'Seu resultado', view, problem === undefined ? 200 : 502);
  });

  app.notFound((c) => {
    if (isForScripts(c.req.path)) return errorResponse(404, 'Not found');
    const why = 'O simulador guarda tudo na memória: depois de reiniciar, as candidaturas somem.';
    return errorPage(c, 'Página não encontrada', why, 404);
  });
  app.onError((error, c) => {
    console.error(error);
    if (isForScripts(c.req.path)) return errorResponse(500, 'Simulator fault');
    return errorPage(c, 'O simulador falhou', error.message, 500);
  });
  return app;
}

const testForm = z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(500) });

/** A body that is no form at all counts as an empty one. */
function formOf(c: Context): Promise<Record<string, unknown>> {
  return c.req.parseBody().catch(() => ({}));
}

async function jobPage(
  c: Context<SimulatorEnv>,
  job: Job,
  person: Person,
  errors: PersonErrors = {},
) {
  const searchString = c.req.query('searchString') ?? '';
  const catalogue = await listTests(c.var.settings, job, { searchString, offset: 0, limit: 50 });
  const applications = c.var.store.listApplications(job);
  const view = <JobPage {...{ job, applications, catalogue, searchString, person, errors }} />;
  return page(c, job.name, view, Object.keys(errors).length > 0 ? 422 : 200);
}

function isOfProvider(c: Context<SimulatorEnv>, address: string) {
  return new URL(address).origin === new URL(c.env.PROVIDER_URL).origin;
}

function isForScripts(path: string) {
  return /^\/(_sim|webhooks|api)\//.test(path);
}
