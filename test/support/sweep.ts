import { expect, vi } from 'vitest';

import { access } from '../../src/access.ts';
import { type Role, roles } from '../../src/db/schema/accounts.ts';
import { secretHeader } from '../../src/features/gupy/inbound.ts';
import { allRows, loseMessages } from './candidate.ts';
import { anEstate, bodyOf, type Estate, paramOf } from './estate.ts';
import { fetchPage } from './pages.ts';

/** Every route of the table: one that is added there is swept from then on. */
export const routes = Object.entries(access).map(([route, who]) => {
  const [method = '', path = ''] = route.split(' ');
  const params = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  return { route, method, path, who, params };
});
export type Route = (typeof routes)[number];

export const isRole = (who: string): who is Role => (roles as readonly string[]).includes(who);
export const isGet = ({ method }: Route) => method === 'GET';
export const isPost = ({ method }: Route) => method === 'POST';
export const memberRoutes = routes.filter(({ who }) => isRole(who));
export const candidateRoutes = routes.filter(({ who }) => who === 'candidate');
export const providerRoutes = routes.filter(({ who }) => who === 'provider');
export const apiRoutes = routes.filter(({ who }) => who === 'api');

/** Two organizations with everything. No message leaves: nothing happens but what is asked for. */
export async function twoEstates(): Promise<{ acme: Estate; rival: Estate }> {
  loseMessages();
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response());
  return { acme: await anEstate('acme'), rival: await anEstate('rival') };
}

/** What all that Acme shows has in it. */
const ofAcme = /acme\.example|Teste de acme/;

export interface Caller {
  /** Whose ids, tokens and body; Acme's in a sweep. */
  estate: Estate;
  /** Instead of the estate's own. */
  params?: Record<string, string>;
  headers?: Record<string, string>;
}

export function pathOf({ route, path }: Route, { estate, params = {} }: Caller): string {
  const place = /([^/]*)\/:(\w+)(\{.*?\}+)?(?=\/|$)/g;
  return path.replaceAll(place, (_, before: string, name: string) => {
    return `${before}/${params[name] ?? paramOf(estate, route, name, before)}`;
  });
}

export function ask(route: Route, caller: Caller): Promise<Response> {
  const body = isPost(route) ? bodyOf(caller.estate, route.route) : undefined;
  const isJson = typeof body === 'string';
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  return fetchPage(pathOf(route, caller), {
    method: route.method,
    headers: { ...(body !== undefined && { 'Content-Type': type }), ...caller.headers },
    ...(body !== undefined && { body: isJson ? body : new URLSearchParams(body).toString() }),
  });
}

/** What a route asks for apart from its path: the session of exactly its role, or the ATS's token. */
export function credentials({ who }: Route, estate: Estate): Record<string, string> {
  if (isRole(who)) return { Cookie: estate.cookies[who] };
  if (who === 'webhook') return { [secretHeader]: estate.inbox.secret };
  if (who === 'api') return { Authorization: `Bearer ${estate.apiKey.key}` };
  return who === 'provider' ? { Authorization: `Bearer ${estate.company.token}` } : {};
}

/** Each call must be answered with one of the statuses, tell nothing of Acme, and change no row. */
export async function refused(
  who: string,
  calls: readonly Route[],
  callerOf: (route: Route) => Caller | Promise<Caller>,
  ...statuses: number[]
): Promise<void> {
  expect(calls, who).not.toEqual([]);
  const before = await allRows();
  for (const route of calls) {
    const answer = await ask(route, await callerOf(route));
    const what = `${who}: ${route.route}`;
    expect.soft(statuses, `${what} answered ${answer.status}`).toContain(answer.status);
    expect.soft(await answer.text(), what).not.toMatch(ofAcme);
    expect.soft(await allRows(), `rows after ${what}`).toEqual(before);
  }
}

/** Each call may succeed, but must tell nothing of Acme and leave its rows as they were. */
export async function apart(
  acme: Estate,
  calls: readonly Route[],
  callerOf: (route: Route) => Caller,
): Promise<void> {
  expect(calls).not.toEqual([]);
  const before = rowsOf(await allRows(), acme);
  expect(before.length).toBeGreaterThan(20);
  for (const route of calls) {
    const answer = await ask(route, callerOf(route));
    expect.soft(await answer.text(), route.route).not.toMatch(ofAcme);
    expect.soft(rowsOf(await allRows(), acme), `rows after ${route.route}`).toEqual(before);
  }
}

/** The rows that name an organization by its id, or by the name that is in all its texts. */
function rowsOf(tables: unknown, { company, name }: Estate): unknown[] {
  return Object.entries(tables as Record<string, object[]>)
    .flatMap(([table, rows]) => rows.map((row) => ({ table, ...row })))
    .filter((row) => {
      const text = JSON.stringify(row);
      return text.includes(company.organizationId) || text.includes(name);
    });
}

/** The same with one character changed. */
export function altered(text: string, at = text.length - 3): string {
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}
