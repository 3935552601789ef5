import { describe, expect, it } from 'vitest';

import { candidateBody } from '../../src/features/gupy/schema.ts';
import { parseHosts, type UrlPolicy, urlProblem } from '../../src/lib/outgoing-url.ts';

const production: UrlPolicy = {
  allowedHosts: parseHosts('gupy.io,*.gupy.io'),
  allowLoopback: false,
};
const development: UrlPolicy = {
  allowedHosts: parseHosts('localhost,127.0.0.1,gupy.io,*.gupy.io'),
  allowLoopback: true,
};

const allowed = [
  'https://gupy.io',
  'https://gupy.io/',
  'https://app.gupy.io/candidates/callback?test=1&name=Jos%C3%A9',
  'https://deep.er.gupy.io/a/b/c',
  'HTTPS://APP.GuPy.IO/X',
  'https://app.gupy.io:8443/',
  'https://app.gupy.io?next=https://evil.com/@x',
  'https://app.gupy.io/volta?nome=José',
  'https://app.gupy.io/a@b.c',
  // Names are compared as the parser reads them, and the parser is also what connects.
  'https://app。gupy。io/',
  'https://app.ｇｕｐｙ.io/',
  'https://app%2Egupy.io/',
  'https://evil.com.gupy.io/',
];

/** Each with the reason that a developer at the other side is told. */
const refused: [string, string][] = [
  // Other hosts that read like the right one.
  ['https://gupy.io.evil.com/', 'host'],
  ['https://xgupy.io/', 'host'],
  ['https://app-gupy.io/', 'host'],
  ['https://gupy.io.br/', 'host'],
  ['https://gupy.iо/', 'host'], // Cyrillic о
  ['https://evil.com/gupy.io', 'host'],
  ['https://evil.com?gupy.io', 'host'],
  ['https://evil.com/.gupy.io', 'host'],
  ['https://example.com/', 'host'],
  // User-info.
  ['https://gupy.io@evil.com/', 'credentials'],
  ['https://user@gupy.io/', 'credentials'],
  ['https://user:pass@gupy.io/', 'credentials'],
  ['https://:pass@gupy.io/', 'credentials'],
  ['https://@gupy.io/', 'credentials'],
  ['https://:@gupy.io/', 'credentials'],
  ['https://gupy.io:443@evil.com/', 'credentials'],
  ['https://gupy.io%40evil.com/', 'malformed'],
  // Fragments, an empty one included.
  ['https://gupy.io/#', 'fragment'],
  ['https://gupy.io#', 'fragment'],
  ['https://gupy.io/x#y', 'fragment'],
  ['https://evil.com#.gupy.io', 'fragment'],
  // Other schemes.
  ['http://gupy.io/', 'scheme'],
  ['http://app.gupy.io/', 'scheme'],
  ['ftp://gupy.io/', 'scheme'],
  ['ws://gupy.io/', 'scheme'],
  ['wss://gupy.io/', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['data:text/html,gupy.io', 'scheme'],
  ['javascript:alert(1)//gupy.io', 'scheme'],
  ['blob:https://gupy.io/uuid', 'scheme'],
  ['mailto:a@gupy.io', 'scheme'],
  // What a parser would mend.
  ['', 'malformed'],
  ['gupy.io', 'malformed'],
  ['//gupy.io/', 'malformed'],
  ['/callback', 'malformed'],
  ['https:gupy.io', 'malformed'],
  ['https:/gupy.io', 'malformed'],
  ['https:///gupy.io', 'malformed'],
  ['https:\\\\gupy.io', 'malformed'],
  ['https://evil.com\\.gupy.io', 'malformed'],
  ['https://gupy.io\\@evil.com', 'malformed'],
  ['https://gu\tpy.io/', 'malformed'],
  ['https://gupy.io/\n', 'malformed'],
  ['https://gupy.io/\r\nX-Evil: 1', 'malformed'],
  [' https://gupy.io/', 'malformed'],
  ['https://gupy.io/ x', 'malformed'],
  ['https://gupy.io/\u00a0', 'malformed'],
  ['https://gupy.io/\u2028', 'malformed'],
  ['https://gupy.io/\0', 'malformed'],
  ['https://gupy.io/\x7f', 'malformed'],
  ['https://gupy.io/\ud800', 'malformed'],
  ['https://gu py.io/', 'malformed'],
  ['https://gupy.io:99999/', 'malformed'],
  ['https://gupy.io:x/', 'malformed'],
  ['https://', 'malformed'],
  ['https://[::1/', 'malformed'],
  [`https://gupy.io/${'a'.repeat(2000)}`, 'malformed'],
  // Addresses, in every spelling.
  ...[
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '127.0.0.1.',
    '①②⑦.0.0.1',
    '127。0。0。1',
    '10.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '0.0.0.0',
    '0',
    '8.8.8.8',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::7f00:1]',
    '[64:ff9b::7f00:1]',
    '[fe80::1]',
    '[fc00::1]',
    '[2606:4700::1111]',
  ].map((host): [string, string] => [`https://${host}/`, 'address']),
  // Names that only mean something here, or that are another spelling of an allowed one.
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'app.localhost',
    'gupy',
    'gupy.io.',
    'app.gupy.io.',
    'printer.local',
    'db.internal',
    'router.home.arpa',
  ].map((host): [string, string] => [`https://${host}/`, 'local']),
];

describe('a callback or webhook address, in production', () => {
  it.each(allowed)('may be %s', (url) => {
    expect(urlProblem(url, production)).toBeUndefined();
  });

  it.each(refused)('may not be %j: %s', (url, problem) => {
    expect(urlProblem(url, production)).toBe(problem);
  });

  it.each(['http://localhost:8788/x', 'http://127.0.0.1/', 'http://127.1/', 'http://[::1]/'])(
    'may not be on this machine: %s',
    (url) => {
      expect(urlProblem(url, production)).toBe('scheme');
    },
  );
});

describe('in development', () => {
  it.each(['http://localhost:8788/x', 'http://127.0.0.1:8788/x', 'http://127.1/'])(
    'this machine is allowed by plain http: %s',
    (url) => {
      expect(urlProblem(url, development)).toBeUndefined();
    },
  );

  it.each([
    'http://user@localhost:8788/',
    'http://@localhost:8788/',
    'http://localhost:8788/#',
    'http://localhost./',
    'http://app.localhost/',
    'http://[::1]:8788/',
    'http://0.0.0.0:8788/',
    'http://192.168.0.1/',
    'http://gupy.io/',
    'http:localhost:8788',
    'https://localhost/',
    'https://127.0.0.1/',
  ])('and nothing more than before: %s', (url) => {
    expect(urlProblem(url, development)).toBeDefined();
  });

  it.each(refused)('nor %j', (url, problem) => {
    expect(urlProblem(url, development)).toBe(problem);
  });
});

describe('the allow-list of an environment', () => {
  it('reads hosts whatever their case and spaces', () => {
    expect(parseHosts(' Gupy.io , *.GUPY.io,,')).toEqual(['gupy.io', '*.gupy.io']);
  });

  it('lets nothing through when it is empty', () => {
    const nothing = { allowedHosts: parseHosts(''), allowLoopback: false };
    for (const url of allowed) expect(urlProblem(url, nothing)).toBe('host');
  });

  it('means one host by a name and those below it by a star', () => {
    const bare = { allowedHosts: ['gupy.io'], allowLoopback: false };
    const below = { allowedHosts: ['*.gupy.io'], allowLoopback: false };
    expect(urlProblem('https://gupy.io/', bare)).toBeUndefined();
    expect(urlProblem('https://app.gupy.io/', bare)).toBe('host');
    expect(urlProblem('https://app.gupy.io/', below)).toBeUndefined();
    expect(urlProblem('https://gupy.io/', below)).toBe('host');
  });
});

// The other side of the same rule: what is checked when it is used is checked when it is received.
describe('a registration', () => {
  const body = {
    company_id: 1n,
    document_id: 1n,
    test_id: 'x',
    name: 'Ana',
    email: 'ana@acme.example',
    callback_url: 'https://gupy.io/',
  };
  const problems = (fields: object) =>
    candidateBody(production)
      .safeParse({ ...body, ...fields })
      .error?.issues.map(({ path }) => path.join('.'));

  it.each(allowed)('takes %s for both of its URLs', (url) => {
    expect(problems({ callback_url: url, result_webhook_url: url })).toBeUndefined();
  });

  it.each(refused)('refuses %j for either of them', (url) => {
    expect(problems({ callback_url: url })).toEqual(['callback_url']);
    expect(problems({ result_webhook_url: url })).toEqual(['result_webhook_url']);
  });
});
