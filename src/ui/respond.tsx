import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

interface Rendering {
  page: () => JSX.Element;
  /** The part of the page that htmx replaces; the page contains the same component. */
  part?: (() => JSX.Element) | undefined;
  status?: ContentfulStatusCode | undefined;
}

/** Answers with the page, or with its part alone when htmx asked for just that. */
export function respond(c: Context, { page, part, status = 200 }: Rendering) {
  c.header('Vary', 'HX-Request, HX-Request-Type, Accept-Language', { append: true });
  if (wantsPart(c)) {
    if (part) return c.html(html`${part()}`, status);
    // A whole page has no place inside another one: the browser goes there.
    if (c.req.method === 'GET') c.header('HX-Redirect', localUrl(c));
  }
  return c.html(html`<!doctype html>${page()}`, status);
}

/** A part as text, to go into a message instead of an answer of its own. */
export async function textOf(part: JSX.Element): Promise<string> {
  return (await html`${part}`).toString();
}

function localUrl(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/** True when htmx will put the answer into a page that is already there. */
export function wantsPart(c: Context): boolean {
  return c.req.header('HX-Request') === 'true' && c.req.header('HX-Request-Type') === 'partial';
}
