import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';

import { database } from '../../src/db/client.ts';
import { type Role, roles } from '../../src/db/schema/accounts.ts';
import { accommodations, privacyRequests } from '../../src/db/schema/conduct.ts';
import { devMails } from '../../src/db/schema/dev.ts';
import { providerTokens } from '../../src/db/schema/integrations.ts';
import { saveBrand } from '../../src/features/accounts/brand-queries.ts';
import { writeLocal } from '../../src/i18n/local-time.ts';
import { newId } from '../../src/lib/ids.ts';
import { newSecret, sha256 } from '../../src/lib/secrets.ts';
import { day, hour } from '../../src/lib/time.ts';
import { aCoodeshBody, anApiKey, anAttemptBody, aWebhookEndpoint } from './api.ts';
import { aPublicLink, claimsOf, sendAnswer, start, submit } from './candidate.ts';
import { aQuestion, aSection, aVersionContent } from './contents.ts';
import { aParked } from './deliveries.ts';
import { aConnection, anApplication } from './gupy-rest.ts';
import { aCandidate, aCompany, anOffer, registered, resultOf, takeTest, toJson } from './gupy.ts';
import { aPng } from './images.ts';
import { aMove, textOf } from './inbound.ts';
import { anInbox } from './inbox.ts';
import { anInvitation } from './invitations.ts';
import { aMember, aSessionCookie } from './members.ts';
import { aTimedContent } from './sections.ts';

const db = database(env.DB);

/** Two questions with ids of this organization alone: one that a rule scores, one that a person grades. */
const contentOf = (name: string) =>
  aVersionContent({
    name: { 'pt-BR': `Teste de ${name}` },
    sections: [
      aSection({
        questions: [
          aQuestion('true-false', { id: `fact-${name}` }),
          aQuestion('free-text', { id: `essay-${name}` }),
        ],
      }),
    ],
  });

export type Estate = Awaited<ReturnType<typeof anEstate>>;

/** An organization with something behind every route. `name` is in all that its pages show. */
export async function anEstate(name: string) {
  const company = await aCompany();
  const { organizationId } = company;
  const cookies = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => {
        const { userId } = await aMember({
          organizationId,
          role,
          email: `${role}@${name}.example`,
        });
        return [role, await aSessionCookie(userId)] as const;
      }),
    ),
  ) as Record<Role, string>;

  const link = await aPublicLink({ organizationId, content: contentOf(name) });
  const person = (role: string) => ({ name: `${role} ${name}`, email: `${role}@${name}.example` });
  const open = await start(link.slug, person('open'));
  const reviewed = await start(link.slug, person('reviewed'));
  await sendAnswer(reviewed, `essay-${name}`, { value: 'Um texto.' });
  await submit(reviewed);

  const timedLink = await aPublicLink({ organizationId, content: aTimedContent() });
  const timed = await start(timedLink.slug, person('timed'));

  const testId = await anOffer(company);
  const waiting = await registered(company, testId, { ...person('waiting'), job_id: 1n });
  const done = await registered(company, testId, { ...person('done'), job_id: 2n });
  await takeTest(done);
  const { result_candidate_page_url } = await resultOf(company, done.test_result_id);
  const token = await db
    .select({ id: providerTokens.id })
    .from(providerTokens)
    .where(eq(providerTokens.organizationId, organizationId))
    .get();
  const { attemptId: invitedId } = await anInvitation({
    assessment: { ...link, id: link.assessmentId },
    ...person('invited'),
    // Long enough ago for another mail.
    now: Date.now() - hour,
  });
  const running = await start(link.slug, person('running'));
  const runningId = await idOf(running);
  const mailId = newId();
  await db
    .insert(accommodations)
    .values({ attemptId: runningId, organizationId, request: name, requestedAt: 1 });
  const mail = { recipient: `x@${name}.example`, subject: name, text: name, html: name, sentAt: 1 };
  await db.insert(devMails).values({ id: mailId, ...mail });

  const logo = aPng(name);
  const logoHash = await sha256(logo);
  await saveBrand(db, organizationId, {
    color: null,
    logo: { type: 'image/png', hash: logoHash, bytes: logo },
    now: 1,
  });

  const requestId = newId();
  await db.insert(privacyRequests).values({
    id: requestId,
    organizationId,
    attemptId: done.test_result_id,
    kind: 'correction',
    message: `Sou ${name}.`,
    createdAt: 1,
    dueAt: 2,
  });

  const { userId } = await aMember({ organizationId, email: `inbox@${name}.example` });
  const leaving = await registered(company, testId, { ...person('leaving'), job_id: 3n });
  const apiKey = await anApiKey(organizationId);
  const endpointId = await aWebhookEndpoint(organizationId, `https://${name}.example/hook`);

  const deliveryId = await aParked(done.test_result_id, organizationId);
  // One more, for the replay of all that is parked.
  await aParked(done.test_result_id, organizationId);
  const inbox = await anInbox({ organizationId, userId, assessmentId: testId });
  await aConnection(organizationId, { moveFrom: 100, moveStep: name });
  await anApplication({ id: done.test_result_id, organizationId });

  return {
    name,
    company,
    cookies,
    testId,
    slug: link.slug,
    linkId: link.id,
    assessmentId: link.assessmentId,
    invitedId,
    question: `fact-${name}`,
    essay: `essay-${name}`,
    deliveryId,
    tokenId: token!.id,
    apiKey,
    endpointId,
    leavingId: leaving.test_result_id,
    inbox,
    mailId,
    requestId,
    logoHash,
    reviewedId: await idOf(reviewed),
    runningId,
    doneId: done.test_result_id,
    /** Tokens of the candidates' own addresses. */
    take: {
      open: tokenIn(open),
      /** With a section that has a limit, not opened yet. */
      timed: tokenIn(timed),
      waiting: tokenIn(new URL(waiting.test_url).pathname),
      done: tokenIn(new URL(done.test_url).pathname),
    },
    result: tokenIn(new URL(result_candidate_page_url).pathname),
  };
}

async function idOf(path: string): Promise<string> {
  return (await claimsOf(path)).attemptId;
}

function tokenIn(path: string): string {
  return path.split('/')[2]!;
}

/** What a parameter of a route's path stands for; `before` is the part of the path that it follows. */
export function paramOf(estate: Estate, route: string, name: string, before: string): string {
  const { take } = estate;
  const isPost = route.startsWith('POST');
  const takes: Record<string, string> = {
    'POST /a/:token/start': take.waiting,
    'POST /a/:token/sections/:sectionId/start': take.timed,
    'GET /a/:token/return': take.done,
    'POST /a/:token/health-comment': take.done,
    'GET /a/:token/privacy': take.done,
    'POST /a/:token/requests': take.done,
    'GET /a/:token/data': take.done,
    'GET /a/:token/data.json': take.done,
  };
  const values: Record<string, string> = {
    't :slug': estate.slug,
    'a :token': takes[route] ?? take.open,
    'r :token': estate.result,
    'questions :number': '1',
    'answers :questionId': estate.question,
    'sections :sectionId': 'timed',
    'reviews :questionId': estate.essay,
    'result :resultId': estate.doneId,
    'results :id': resultOfRoute(estate, route),
    'links :id': estate.linkId,
    'assessments :id': estate.assessmentId,
    'invitations :id': estate.invitedId,
    'deliveries :id': estate.deliveryId,
    'tokens :id': estate.tokenId,
    'keys :id': estate.apiKey.id,
    'webhooks :id': estate.endpointId,
    'attempts :id': isPost ? estate.leavingId : estate.doneId,
    'rules :id': estate.inbox.ruleId,
    'catalogue :id': estate.testId,
    'webhooks :path': estate.inbox.path,
    'mailbox :id': estate.mailId,
    'requests :id': estate.requestId,
    'mails :kind': 'result',
    ' :language': 'pt-BR',
    '1 :file': '8a1538.css',
    'logos :hash': estate.logoHash,
  };
  const value = values[`${before} :${name}`];
  if (value === undefined) throw new Error(`${route}: say in ${import.meta.url} what :${name} is`);
  return value;
}

function resultOfRoute({ runningId, doneId, reviewedId }: Estate, route: string): string {
  if (/(time|accommodation)$/.test(route)) return runningId;
  return /(decisions|application)$/.test(route) ? doneId : reviewedId;
}

/** A body that the route takes. A route that isn't listed takes an empty form. */
export function bodyOf(estate: Estate, route: string): Record<string, string> | string {
  const person = { name: `new ${estate.name}`, email: `new@${estate.name}.example` };
  const forms: Record<string, () => Record<string, string> | string> = {
    'POST /language': () => ({ language: 'en' }),
    'POST /sign-in': () => ({ email: `owner@${estate.name}.example` }),
    'POST /t/:slug/attempts': () => ({ ...person, consent: 'on', key: newSecret() }),
    'POST /t/:slug/resume': () => ({ email: person.email }),
    'POST /a/:token/start': () => ({ consent: 'on' }),
    'POST /a/:token/answers/:questionId': () => ({ value: 'true' }),
    'POST /a/:token/sync': () => JSON.stringify(syncOf(estate)),
    'POST /a/:token/submission': () => ({ confirm: 'on' }),
    'POST /api/v1/attempts': () => JSON.stringify(anAttemptBody(assessmentOf(estate))),
    'POST /assessments/ats/attempts': () => JSON.stringify(aCoodeshBody(assessmentOf(estate))),
    'POST /integrations/api/keys': () => ({ name: 'Novo', scopes: 'results:read', key: newId() }),
    'POST /integrations/api/keys/:id/revocation': () => ({ confirm: 'on' }),
    'POST /integrations/webhooks/endpoints': () => ({
      url: 'https://hooks.example/new',
      events: 'attempt.completed',
      key: newId(),
    }),
    'POST /integrations/webhooks/:id/deletion': () => ({ confirm: 'on' }),
    'POST /gupy/test/candidate': () => toJson(aCandidate(estate.company, estate.testId, person)),
    'POST /a/:token/health-comment': () => ({ comment: `A rede caiu em ${estate.name}.` }),
    'POST /a/:token/requests': () => ({ kind: 'review', message: `Sou ${estate.name}.` }),
    'POST /r/:token/rating': () => ({ rating: '4', comment: `Um teste de ${estate.name}.` }),
    'POST /settings/brand': () => ({ color: '#8a1538' }),
    'POST /settings/mails/:kind/:language': () => ({ subject: 'Novo', body: '{{total}}' }),
    'POST /privacy/requests/:id/answer': () => ({ answer: `Feito em ${estate.name}.` }),
    'POST /results/:id/application': () => ({ application: '9' }),
    'POST /results/:id/decisions': () => ({ kind: 'hold', note: estate.name, key: newId() }),
    'POST /assessments/:id/invitations': () => ({ ...person, percent: '100', expires: nextWeek() }),
    'POST /invitations/:id/expiry': () => ({ expires: nextWeek() }),
    'POST /results/:id/time': () => ({ minutes: '10' }),
    'POST /results/:id/accommodation': () => ({ percent: '150' }),
    'POST /results/:id/reviews/:questionId': () => ({ grade: '80' }),
    'POST /integrations/gupy/health-line': () => ({ healthLine: 'on' }),
    'POST /gupy/webhooks/:path': () => textOf(aMove()),
    'POST /links/:id/job': () => ({ job: '77' }),
    'POST /integrations/gupy/company': () => ({ company: String(newCompanyId()) }),
    'POST /integrations/gupy/sales': () => ({ useCase: 'Duzentas vagas por ano.' }),
    'POST /integrations/gupy/rules': () => ({
      job: '7',
      step: 'Teste',
      assessment: estate.testId,
      days: '7',
    }),
    'POST /integrations/gupy/timeline/token': () => ({ token: newSecret() }),
    'POST /integrations/gupy/timeline/writing': () => ({
      tags: 'nota {{total}}',
      cutOff: '50',
      moveFrom: '',
      moveStep: '',
    }),
    'POST /integrations/gupy/tokens': () => ({ name: 'Novo', key: newId() }),
    'POST /integrations/gupy/tokens/:id/revocation': () => ({ confirm: 'on' }),
    'POST /integrations/gupy/tokens/:id/rotation': () => ({ key: newId() }),
  };
  return forms[route]?.() ?? {};
}

const nextWeek = () => writeLocal(Date.now() + 7 * day);

const assessmentOf = ({ testId }: Estate) => ({ assessment: { id: testId } });

let companyIds = 700_000;
/** One that no organization has. */
const newCompanyId = () => (companyIds += 1);

/** A save by the page's script. */
function syncOf({ question }: Estate) {
  const answers = [{ question, revision: 9, fields: { value: 'false' } }];
  return { device: 'a-device-of-the-candidate', answers };
}
