import { exports } from 'cloudflare:workers';

/** What BASE_URL is in the tests' bindings. */
export const origin = 'http://localhost:8787';

interface PageRequest {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

/** Asks our Worker as a Portuguese-speaking browser would; redirects are not followed. */
export function fetchPage(url: string, { method, body, headers }: PageRequest = {}) {
  return exports.default.fetch(
    new Request(new URL(url, origin), {
      method: method ?? 'GET',
      body: body ?? null,
      headers: { 'Accept-Language': 'pt-BR', ...headers },
      redirect: 'manual',
    }),
  );
}

/** Submits a form of our own page; `body` is its encoded text. */
export function sendForm(path: string, body: string, headers: Record<string, string> = {}) {
  const ofForm = {
    'Content-Type': 'application/x-www-form-urlencoded',
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
  };
  return fetchPage(path, { method: 'POST', body, headers: { ...ofForm, ...headers } });
}

export function postForm(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return sendForm(path, new URLSearchParams(fields).toString(), headers);
}
