import { secretHeader } from '../../src/features/gupy/inbound.ts';
import { aMove, textOf } from '../support/inbound.ts';
import { origin } from '../support/pages.ts';
import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import type { World } from './world.ts';

const home = '/integrations/gupy/webhooks';

/** A call of Gupy's to an address that was made just now. */
async function call({ meter, member }: World): Promise<Request> {
  const page = await (await meter.send(formRequest(home, {}, member))).text();
  const [, path] = /value="http[^"]*(\/gupy\/webhooks\/[^"]+)"/.exec(page)!;
  const [, secret] = new RegExp(`value="${secretHeader}: ([^"]+)"`).exec(page)!;
  const headers = { [secretHeader]: secret! };
  return new Request(origin + path, { method: 'POST', headers, body: textOf(aMove()) });
}

const rule = (assessment: string, job: number) => ({
  job: String(job + 1),
  step: 'Teste',
  assessment,
  days: '7',
});

export const inboundScenarios: readonly Scenario[] = [
  { route: 'POST /gupy/webhooks/:path', status: 200, budget: budgets.provider, request: call },
  {
    route: 'GET /integrations/gupy/go-live',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest('/integrations/gupy/go-live', member),
  },
  {
    route: 'POST /integrations/gupy/check',
    status: 200,
    // Who signed in, what there is, and the page around what was found.
    budget: { trips: 3 },
    request: ({ member }) => formRequest('/integrations/gupy/check', {}, member),
  },
  {
    route: 'GET /integrations/gupy/catalogue',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest('/integrations/gupy/catalogue', member),
  },
  {
    route: 'POST /integrations/gupy/catalogue/:id',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member, assessmentId }) =>
      formRequest(`/integrations/gupy/catalogue/${assessmentId}`, { offered: 'on' }, member),
  },
  {
    route: 'POST /integrations/gupy/company',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member }) => formRequest('/integrations/gupy/company', { company: '1' }, member),
  },
  {
    route: 'POST /integrations/gupy/sales',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member }) =>
      formRequest('/integrations/gupy/sales', { useCase: 'Vinte vagas por mês.' }, member),
  },
  {
    route: 'GET /integrations/gupy/webhooks',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest(home, member),
  },
  {
    route: 'POST /integrations/gupy/webhooks',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => formRequest(home, {}, member),
  },
  {
    route: 'POST /integrations/gupy/rules',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member, assessmentId, fresh }) =>
      formRequest('/integrations/gupy/rules', rule(assessmentId, fresh()), member),
  },
  {
    route: 'POST /integrations/gupy/rules/:id/removal',
    status: 303,
    budget: budgets.memberPage,
    request: async ({ meter, member, assessmentId, fresh }) => {
      const fields = rule(assessmentId, fresh());
      await meter.send(formRequest('/integrations/gupy/rules', fields, member));
      const page = await (await meter.send(getRequest(home, member))).text();
      const [, path] = /action="(\/integrations\/gupy\/rules\/[^"]+)"/.exec(page)!;
      return formRequest(path!, {}, member);
    },
  },
];
