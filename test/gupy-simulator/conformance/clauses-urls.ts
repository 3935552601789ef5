import { type Clause, ensureStatus, every } from './clause.ts';
import type { Context } from './context.ts';

const fields = ['callback_url', 'result_webhook_url'] as const;

/** Both fields, with each of these URLs. */
const answered = (status: number, urls: readonly string[]) => (context: Context) =>
  every(
    fields.flatMap((field) => urls.map((url) => ({ field, url }))),
    async ({ field, url }) => {
      const exchange = await context.send(await context.aCandidate({ [field]: url }));
      ensureStatus(exchange, status, `${field} ${url}`);
    },
  );

/** D throughout: Gupy doesn't say, but whoever follows any URL becomes somebody's tool. */
const refused = (id: string, what: string, urls: readonly string[]): Clause => ({
  id,
  text: `callback_url and result_webhook_url: ${what} is 400`,
  confidence: 'D',
  required: true,
  check: answered(400, urls),
});

export const urlClauses: Clause[] = [
  {
    id: 'A.4.1',
    text: 'callback_url and result_webhook_url: https to gupy.io and hosts below it is accepted',
    confidence: 'O',
    required: true,
    check: answered(201, [
      'https://gupy.io/return',
      'https://empresa.gupy.io/a/b?step=7&key=%C3%A1',
    ]),
  },
  refused('A.4.2', 'another scheme than https, or a relative address,', [
    'http://empresa.gupy.io/return',
    'ftp://empresa.gupy.io/return',
    'javascript:alert(1)',
    '/return',
    '',
  ]),
  refused('A.4.3', 'user information', [
    'https://gupy.io@example.com/',
    'https://user:secret@empresa.gupy.io/',
  ]),
  refused('A.4.4', 'a fragment', ['https://empresa.gupy.io/return#top']),
  refused('A.4.5', 'an IP address, however it is written,', [
    'https://192.0.2.10/',
    'https://127.0.0.1/',
    'https://[2001:db8::1]/',
    'https://3221225994/',
    'https://0x7f.1/',
  ]),
  refused('A.4.6', 'a local name', [
    'https://localhost/',
    'https://intranet/',
    'https://printer.local/',
  ]),
  refused('A.4.7', "another party's host", [
    'https://example.com/',
    'https://gupy.io.example.com/',
    'https://xgupy.io/',
  ]),
];
