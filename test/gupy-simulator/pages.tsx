import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';

import type { SimulatorEnv } from './control.ts';
import { Layout, Problem } from './layout.tsx';

export function errorPage(c: Context, title: string, text: string, status: 404 | 422 | 500) {
  const view = (
    <>
      <h1>{title}</h1>
      <Problem>{text}</Problem>
      <a href="/">Ir para as vagas</a>
    </>
  );
  return page(c, title, view, status);
}

export function page(
  c: Context,
  title: string,
  view: Child,
  status: 200 | 404 | 422 | 500 | 502 = 200,
) {
  return c.html(html`<!doctype html>${<Layout title={title}>{view}</Layout>}`, status);
}

/** form-action also judges where a form's redirect goes, and "Iniciar teste" goes to the provider. */
export function policy(c: Context<SimulatorEnv>) {
  const provider = new URL(c.env.PROVIDER_URL).origin;
  return (
    `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${provider}; ` +
    "base-uri 'none'; frame-ancestors 'none'"
  );
}
