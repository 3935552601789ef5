import type { Job, Step } from './store.ts';

/** The companies of the demo, each with a job. */
export function seedJobs(): Job[] {
  return [
    seedJob(101, 'Pessoa Desenvolvedora Back-end', 1, 'Acme Demonstração', 'demo-gupy-token-acme'),
    seedJob(202, 'Analista de Dados', 2, 'Beta Demonstração', 'demo-gupy-token-beta'),
  ];
}

function seedJob(id: number, name: string, companyId: number, company: string, token: string): Job {
  const step = (order: number, stepName: string, type: string): Step => ({
    id: id * 10 + order,
    name: stepName,
    type,
    category: type,
    order,
  });
  return {
    id,
    name,
    company: { id: companyId, name: company, providerToken: token },
    steps: [
      step(1, 'Cadastro', 'registration'),
      step(2, 'Teste', 'test'),
      step(3, 'Entrevista', 'interview'),
      step(4, 'Contratação', 'final'),
    ],
    test: null,
  };
}
