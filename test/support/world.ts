import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';

import { access } from '../../src/access.ts';
import { database } from '../../src/db/client.ts';
import { devMails } from '../../src/db/schema/dev.ts';
import { providerTokens } from '../../src/db/schema/integrations.ts';
import { mailKinds } from '../../src/db/schema/people.ts';
import { secretHeader } from '../../src/features/gupy/inbound.ts';
import { languages } from '../../src/i18n/languages.ts';
import { newId } from '../../src/lib/ids.ts';
import { newSecret } from '../../src/lib/secrets.ts';
import { aCoodeshBody, anApiKey, anAttemptBody, aWebhookEndpoint } from './api.ts';
import { aPublicLink, sendAnswer, start, submit } from './candidate.ts';
import { aQuestion, aSection, aVersionContent } from './contents.ts';
import { aParked } from './deliveries.ts';
import { aCandidate, aCompany, anOffer, registered, resultOf, startTest } from './gupy.ts';
import type { Expected, Field } from './hostile.ts';
import { unescaped } from './html.ts';
import { aMove, textOf } from './inbound.ts';
import { anInbox } from './inbox.ts';
import { anInvitation } from './invitations.ts';
import { aMember, aSessionCookie } from './members.ts';
import { fetchPage, origin } from './pages.ts';

const db = database(env.DB);

export type World = Awaited<ReturnType<typeof aWorld>>;

/**
 * One organization with something behind every route: members, links, attempts in each state, mails.
 * `fill` puts valid ids into a route's path.
 */
export async function aWorld() {
  const company = await aCompany();
  const { organizationId } = company;
  const owner = await aMember({ organizationId });
  const cookie = await aSessionCookie(owner.userId);
  const content = aVersionContent({
    sections: [
      aSection(),
      aSection({
        id: 'timed',
        minutes: 10,
        questions: [aQuestion('true-false', { id: 'timed-1' })],
      }),
    ],
  });
  const link = await aPublicLink({ organizationId, content });
  const sitting = await start(link.slug, { email: `${newId()}@candidate.example` });
  const testId = await anOffer(company, { content });
  const invited = await anInvitation({ assessment: { ...link, id: link.assessmentId } });
  const waiting = await registered(company, testId);
  const done = await registered(company, testId, { job_id: 1n });
  await startTest(done);
  await submit(new URL(done.test_url).pathname);
  const pending = await registered(company, testId, { job_id: 2n });
  await startTest(pending);
  await sendAnswer(new URL(pending.test_url).pathname, 'free-text', { value: 'Sim.' });
  await submit(new URL(pending.test_url).pathname);
  const { result_candidate_page_url } = await resultOf(company, done.test_result_id);
  // Only the first of its refusals is noted: in this world it lies behind.
  const inbox = await anInbox({
    organizationId,
    userId: owner.userId,
    assessmentId: testId,
    refusedSince: 1,
  });
  const apiKey = await anApiKey(organizationId);
  const endpointId = await aWebhookEndpoint(organizationId, 'https://hooks.example/world');
  const deliveryId = await aParked(done.test_result_id, organizationId);
  const mailId = newId();
  const mail = { recipient: owner.email, subject: 'x', text: 'x', html: 'x', sentAt: 1 };
  await db.insert(devMails).values({ id: mailId, ...mail });
  const [token] = await db
    .select()
    .from(providerTokens)
    .where(eq(providerTokens.organizationId, organizationId));

  // The one that is open comes more often than the others.
  const takes = [sitting, waiting.test_url, sitting, done.test_url].map(
    (url) => url.split('/a/')[1]!,
  );
  const attempts = [pending, done, waiting].map(({ test_result_id }) => test_result_id);
  const questions = content.sections.flatMap((section) => section.questions.map(({ id }) => id));
  const ids: [prefix: string, values: string[]][] = [
    ['/links/', [link.id]],
    ['/assessments/', [link.assessmentId]],
    ['/invitations/', [invited.attemptId]],
    ['/results/', attempts],
    ['/deliveries/', [deliveryId]],
    ['/api/v1/attempts/', attempts],
    ['/integrations/gupy/tokens/', [token!.id]],
    ['/integrations/api/keys/', [apiKey.id]],
    ['/integrations/webhooks/', [endpointId]],
    ['/integrations/gupy/rules/', [inbox.ruleId]],
    ['/integrations/gupy/catalogue/', [testId]],
    ['/gupy/webhooks/', [inbox.path]],
    ['/dev/mailbox/', [mailId]],
  ];

  /** What may stand in the place of a parameter; a stranger's id for one that nobody knows here. */
  function valuesOf(path: string, name: string): string[] {
    if (name === 'slug') return [link.slug];
    if (name === 'token')
      return path.startsWith('/r/') ? [result_candidate_page_url.split('/r/')[1]!] : takes;
    if (name === 'kind') return [...mailKinds];
    if (name === 'language') return [...languages];
    if (name === 'number') return questions.map((_, index) => String(index + 1));
    if (name === 'questionId') return questions;
    if (name === 'sectionId') return ['timed'];
    if (name === 'resultId') return attempts;
    return ids.find(([prefix]) => path.startsWith(prefix))?.[1] ?? [newId()];
  }

  return {
    company,
    testId,
    /** Who may call it, as they would. */
    headersFor(route: string): Record<string, string> {
      if (access[route] === 'webhook') return { [secretHeader]: inbox.secret };
      if (access[route] === 'api') return { 'X-API-KEY': apiKey.key };
      if (access[route] === 'provider') return { Authorization: `Bearer ${company.token}` };
      const browser = {
        'Accept-Language': 'pt-BR',
        Origin: origin,
        'Sec-Fetch-Site': 'same-origin',
      };
      const anyone = ['public', 'candidate', 'dev'].includes(access[route]!);
      return anyone && route !== 'POST /sign-out' ? browser : { ...browser, Cookie: cookie };
    },
    /** `parts` come instead of the valid values, where they are given. */
    fill(
      path: string,
      pick: number,
      parts: readonly (string | null)[] = [],
      params: Record<string, string> = {},
    ): string {
      let place = 0;
      return path.replaceAll(/:(\w+)(\{.*?\})*(?=\/|$)/g, (_whole, name: string) => {
        const values = valuesOf(path, name);
        const part = parts[place];
        place += 1;
        return part ?? params[name] ?? values[pick % values.length]!;
      });
    },
    /** Every valid address of a route. */
    all(path: string): string[] {
      return path
        .split('/')
        .reduce<string[]>(
          (made, part) => {
            const name = /^:(\w+)/.exec(part)?.[1];
            const values = name === undefined ? [part] : valuesOf(path, name);
            return made.flatMap((head) =>
              values.map((value) => (head ? `${head}/${value}` : `/${value}`)),
            );
          },
          [''],
        )
        .map((made) => made.replace('//', '/'));
    },
  };
}

export type Rows = Record<string, Record<string, unknown>[]>;

/** Puts these rows back, and takes away all others. Published versions can't go: they stay. */
export async function restore(rows: Rows): Promise<void> {
  const tables = Object.entries(rows);
  const deletions = tables
    .filter(([table]) => table !== 'versions')
    .map(([table]) => env.DB.prepare(`delete from "${table}"`));
  const insertions = tables.flatMap(([table, list]) =>
    list.map((row) => {
      const places = Object.keys(row).map(() => '?');
      const statement = `insert or ignore into "${table}" values (${places.join()})`;
      return env.DB.prepare(statement).bind(...Object.values(row));
    }),
  );
  // Every table at once, so that the order of references does not matter.
  const later = env.DB.prepare('pragma defer_foreign_keys = on');
  await env.DB.batch([later, ...deletions, ...insertions]);
}

interface Known extends Expected {
  /** The parameters that decide what the body must be. */
  params: Record<string, string>;
}

/** The forms that our pages have, by the route that they post to; the same in every world. */
let forms: Map<string, Known[]> | undefined;

/** What each route expects: as its form on some page has it, or, for JSON, as its client sends it. */
export async function expectedBodies(world: World) {
  forms ??= await crawl(world);
  const found = forms;
  return {
    known: () => [...found.keys()],
    of(route: string, pick: number): Known {
      const json = jsonMessage(route, world);
      if (json) return { format: 'json', fields: json, params: {} };
      const known = found.get(route);
      if (!known) return { format: 'form', fields: anyFields, params: {} };
      const form = known[pick % known.length]!;
      // Somebody new each time.
      const fields = form.fields.map(([name, text]): Field => [
        name,
        text.replace('PICK', `${pick}`),
      ]);
      return { ...form, fields };
    },
  };
}

/** For a route that no page of ours has a form for. */
const anyFields: Field[] = ['name', 'value', 'id', 'email', 'token', 'comment', 'grade'].map(
  (name) => [name, '1'],
);

/** Pages that only have their form when they are asked like this. */
const queries: Record<string, string> = {
  '/sign-in/confirm': `?token=${newSecret()}&next=/results`,
};

async function crawl(world: World): Promise<Map<string, Known[]>> {
  const known = new Map<string, Known[]>();
  for (const route of Object.keys(access).filter((name) => /^GET (?!\/gupy\/test)/.test(name))) {
    const path = route.slice('GET '.length);
    for (const address of world.all(path)) {
      const headers = world.headersFor(route);
      const answer = await fetchPage(address + (queries[path] ?? ''), { headers });
      if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue;
      for (const { action, fields } of await filledForms(await answer.text())) {
        const target = routeOf(new URL(action, origin).pathname);
        if (!target) continue;
        const list = known.get(target.route) ?? [];
        const form: Known = { format: 'form', fields, params: target.params };
        if (!list.some((other) => shapeOf(other) === shapeOf(form))) list.push(form);
        known.set(target.route, list);
      }
    }
  }
  return known;
}

function shapeOf({ fields, params }: Known): string {
  return JSON.stringify([params, fields.map(([name]) => name)]);
}

/** The forms of a page, each filled in: something in every field, the first of several choices. */
async function filledForms(html: string): Promise<{ action: string; fields: Field[] }[]> {
  const found: { action: string; fields: Map<string, string> }[] = [];
  let select = '';
  const add = (name: string | null, value: string) => {
    const fields = found.at(-1)?.fields;
    if (name && fields && !fields.get(name)) fields.set(unescaped(name), unescaped(value));
  };
  const typical: Record<string, string> = {
    email: 'fuzz-PICK@candidate.example',
    number: '1',
    url: 'https://hooks.example/PICK',
  };
  await new HTMLRewriter()
    .on('form[action]', {
      element: (form) =>
        void found.push({ action: unescaped(form.getAttribute('action')!), fields: new Map() }),
    })
    .on('input, textarea, button', {
      element(input) {
        const type = input.getAttribute('type') ?? '';
        const otherwise = type === 'checkbox' ? 'on' : (typical[type] ?? 'x');
        add(input.getAttribute('name'), input.getAttribute('value') || otherwise);
      },
    })
    .on('select', {
      element: (element) => void (select = element.getAttribute('name') ?? ''),
    })
    .on('option', {
      element: (option) => add(select, option.getAttribute('value') ?? ''),
    })
    .transform(new Response(html))
    .text();
  return found.map(({ action, fields }) => ({ action, fields: [...fields] }));
}

/** The POST route that an address belongs to, with the parameters that mean the same in any world. */
function routeOf(pathname: string) {
  for (const route of Object.keys(access).filter((name) => name.startsWith('POST '))) {
    const shape = route.slice('POST '.length).replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${shape}$`).exec(pathname);
    if (!match) continue;
    const { questionId } = match.groups ?? {};
    return { route, params: questionId === undefined ? {} : { questionId } };
  }
  return undefined;
}

/** What the client of a JSON route sends. A route that is not here gets its form, or anything. */
function jsonMessage(route: string, { company, testId }: World): Field[] | undefined {
  if (route === 'POST /gupy/test/candidate')
    return Object.entries(aCandidate(company, testId)).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? String(value) : JSON.stringify(value),
    ]);
  if (route === 'POST /gupy/webhooks/:path')
    return Object.entries(aMove()).map(([name, value]) => [name, textOf(value)]);
  const assessment = { id: testId };
  if (route === 'POST /api/v1/attempts')
    return fieldsOf(
      anAttemptBody(
        { assessment },
        { externalId: 'A-1', callbackUrl: 'https://ats.example/back', metadata: { job: '7' } },
      ),
    );
  if (route === 'POST /assessments/ats/attempts') return fieldsOf(aCoodeshBody({ assessment }));
  if (route !== 'POST /a/:token/sync') return undefined;
  const answer = { question: 'numeric', revision: 1, fields: { value: '3.5' }, openMs: 1 };
  return Object.entries({
    device: newSecret(),
    take: true,
    leaving: false,
    answers: [answer, { ...answer, question: 'free-text' }],
    outage: { from: Date.now() - 60_000, to: Date.now() },
  }).map(([name, value]) => [name, JSON.stringify(value)]);
}

const fieldsOf = (message: object): Field[] =>
  Object.entries(message).map(([name, value]) => [name, JSON.stringify(value)]);
