import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';

const editor = '/settings/mails/result/pt-BR';
const text = { subject: 'Bench: {{assessment}}', body: 'Total: {{total}}' };

/** An organization's own words for its mails. */
export const mailScenarios: readonly Scenario[] = [
  {
    route: 'POST /settings/mails/:kind/:language',
    status: 303,
    budget: budgets.memberPage,
    request: ({ member }) => formRequest(editor, { ...text, intent: 'save' }, member),
  },
  {
    route: 'POST /settings/mails/:kind/:language',
    what: 'preview',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => formRequest(editor, { ...text, intent: 'preview' }, member),
  },
  {
    route: 'GET /settings/mails/:kind/:language',
    status: 200,
    budget: budgets.memberPage,
    request: ({ member }) => getRequest(editor, member),
  },
  {
    route: 'GET /settings/mails',
    status: 200,
    budget: budgets.memberList,
    request: ({ member }) => getRequest('/settings/mails', member),
  },
];
