import { env } from 'cloudflare:workers';

import { database } from '../../src/db/client.ts';
import { saveBrand } from '../../src/features/accounts/brand-queries.ts';
import { sha256 } from '../../src/lib/secrets.ts';
import { aPng } from '../support/images.ts';
import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';

/** What nobody has to be anybody for. */
export const siteScenarios: readonly Scenario[] = [
  { route: 'GET /', status: 200, budget: { trips: 0 }, request: () => getRequest('/') },
  {
    route: 'GET /privacy-notice',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest('/privacy-notice'),
  },
  {
    route: 'GET /test-health',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest('/test-health'),
  },
  {
    route: 'GET /brand/1/:file{[0-9a-f]{6}\\.css}',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest('/brand/1/f7c948.css'),
  },
  {
    route: 'GET /brand/logos/:hash{[0-9a-f]{64}}',
    status: 200,
    budget: { trips: 1, rowsRead: 2 },
    request: async ({ organizationId }) => {
      const bytes = aPng();
      const hash = await sha256(bytes);
      const logo = { type: 'image/png' as const, hash, bytes };
      await saveBrand(database(env.DB), organizationId, { color: null, logo, now: 1 });
      return getRequest(`/brand/logos/${hash}`);
    },
  },
  {
    route: 'POST /language',
    status: 303,
    budget: { trips: 0 },
    request: () => formRequest('/language', { language: 'en' }),
  },
  {
    route: 'GET /sign-in',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest('/sign-in'),
  },
  {
    route: 'GET /sign-in',
    what: 'signed in',
    status: 303,
    budget: { trips: 1 },
    request: ({ member }) => getRequest('/sign-in', member),
  },
  {
    route: 'POST /sign-in',
    status: 200,
    // The mail is made behind the answer, or beside it: which trips are whose is a matter of chance.
    budget: budgets.reported,
    request: () => formRequest('/sign-in', { email: 'ana@acme.example' }),
  },
  {
    route: 'GET /sign-in/confirm',
    status: 200,
    budget: { trips: 0 },
    request: () => getRequest(`/sign-in/confirm?token=${'a'.repeat(43)}`),
  },
  {
    route: 'POST /sign-in/confirm',
    status: 303,
    budget: budgets.reported,
    request: async ({ meter }) => {
      await meter.send(formRequest('/sign-in', { email: 'ana@acme.example' }));
      const mail = env.DB.prepare('select text from dev_mails order by sent_at desc, id desc');
      const [link] = /http\S+/.exec((await mail.first<string>('text'))!)!;
      return formRequest('/sign-in/confirm', { token: new URL(link).searchParams.get('token')! });
    },
  },
  {
    route: 'POST /sign-in/confirm',
    what: 'an unknown link',
    status: 410,
    budget: budgets.reported,
    request: () => formRequest('/sign-in/confirm', { token: 'a'.repeat(43) }),
  },
  {
    route: 'POST /sign-out',
    status: 303,
    budget: { trips: 1 },
    request: async ({ aSession }) => formRequest('/sign-out', {}, await aSession()),
  },
  {
    route: 'GET /dev/mailbox',
    status: 200,
    budget: budgets.reported,
    request: () => getRequest('/dev/mailbox'),
  },
  {
    route: 'GET /dev/mailbox/:id',
    what: 'missing',
    status: 404,
    budget: budgets.reported,
    request: () => getRequest('/dev/mailbox/nothing'),
  },
];
