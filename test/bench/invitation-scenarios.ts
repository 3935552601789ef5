import { env } from 'cloudflare:workers';

import { writeLocal } from '../../src/i18n/local-time.ts';
import { newId } from '../../src/lib/ids.ts';
import { day, hour } from '../../src/lib/time.ts';
import { anInvitation } from '../support/invitations.ts';
import { formRequest, getRequest } from './journeys.ts';
import { budgets, type Scenario } from './scenario.ts';
import { sizes, type World } from './world.ts';

/** Somebody new, invited with more time an hour ago, so that the mail may be sent again. */
async function invited(world: World, life = 7 * day) {
  const { assessmentId: id, organizationId, size, fresh } = world;
  const now = Date.now() - hour;
  const version = await env.DB.prepare(
    'select latest_version_id as id from assessments where id = ?',
  )
    .bind(id)
    .first<string>('id');
  const assessment = { id, organizationId, versionId: version! };
  const email = `invited.${size}.${fresh()}@example.com`;
  return anInvitation({ assessment, email, percent: 150, now, expiresAt: now + life });
}

const page = ({ assessmentId }: World) => `/assessments/${assessmentId}/invitations`;
const expires = () => writeLocal(Date.now() + 20 * day);
const person = ({ size, fresh }: World) => ({
  name: 'Lia Prado',
  email: `form.${size}.${fresh()}@example.com`,
  language: 'pt-BR',
  percent: '150',
  expires: expires(),
  key: newId(),
});

/** What a recruiter does to an invitation. */
function change(verb: string, trips: number, fields: () => Record<string, string>): Scenario {
  return {
    route: `POST /invitations/:id/${verb}`,
    status: 303,
    budget: { trips },
    request: async (world) =>
      formRequest(
        `/invitations/${(await invited(world)).attemptId}/${verb}`,
        fields(),
        world.member,
      ),
  };
}

export const invitationScenarios: readonly Scenario[] = [
  {
    route: 'GET /assessments/:id/invitations',
    status: 200,
    budget: budgets.memberList,
    request: async (world) => {
      const count = world.size === sizes[0] ? 20 : 200;
      for (let made = 0; made < count; made += 1) await invited(world);
      return getRequest(page(world), world.member);
    },
  },
  {
    route: 'GET /assessments/:id/invitations',
    what: 'second page',
    status: 200,
    budget: budgets.memberList,
    request: async (world) => {
      const first = await world.meter.send(getRequest(page(world), world.member));
      const [, href] = /href="([^"]*\?after=[^"]*)"/.exec(await first.text())!;
      return getRequest(href!, world.member);
    },
  },
  {
    route: 'POST /assessments/:id/invitations',
    status: 303,
    budget: budgets.memberPage,
    request: (world) => formRequest(page(world), person(world), world.member),
  },
  {
    route: 'POST /assessments/:id/invitations',
    what: 'with an error',
    status: 422,
    budget: budgets.memberList,
    request: (world) => formRequest(page(world), { ...person(world), email: 'lia' }, world.member),
  },
  change('mails', 2, () => ({})),
  // The invitation is read first: its reminders follow from its age and those sent.
  change('expiry', 3, () => ({ expires: expires() })),
  change('cancellation', 2, () => ({})),
  {
    route: 'GET /a/:token',
    what: 'invited, to start',
    status: 200,
    budget: budgets.candidatePage,
    request: async (world) => getRequest((await invited(world)).path),
  },
  {
    route: 'GET /a/:token',
    what: 'invited, too late',
    status: 410,
    budget: budgets.candidatePage,
    request: async (world) => getRequest((await invited(world, 1)).path),
  },
  {
    route: 'POST /a/:token/start',
    what: 'invited',
    status: 303,
    budget: budgets.start,
    request: async (world) =>
      formRequest(`${(await invited(world)).path}/start`, { consent: 'on' }),
  },
];
