import { describe, expect, it } from 'vitest';

import { newAttempt } from '../../src/features/api/requests.ts';
import { type UrlPolicy, urlProblem } from '../../src/lib/outgoing-url.ts';

const production: UrlPolicy = { allowedHosts: 'any', allowLoopback: false };
const development: UrlPolicy = { allowedHosts: 'any', allowLoopback: true };

const ordinary = [
  'https://ats.example/hooks',
  'https://hooks.zapier.com/hooks/catch/1/a?b=c',
  'https://api.eu-1.empresa.com.br:8443/candidatos/volta?nome=José',
  'https://xn--caf-dma.example/',
  'https://1password.example/v1.2.3/x',
];

/** Host names and addresses from public lists of tricks, and the reason that is given. */
const refused: [string, string][] = [
  ...[
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '①②⑦.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '100.100.100.200',
    '[::1]',
    '[::ffff:169.254.169.254]',
    '[::7f00:1]',
    '[64:ff9b::a00:1]',
    '[fd00:ec2::254]',
    '8.8.8.8',
  ].map((host): [string, string] => [`https://${host}/`, 'address']),
  ...[
    'localhost',
    'localhost.',
    'app.localhost',
    'metadata',
    'metadata.google.internal',
    'printer.local',
    'router.home.arpa',
    'ats.example.',
    '127.0.0.1.nip.io',
    'app.10-0-0-1.nip.io',
    '7f000001.nip.io',
    'a.sslip.io',
    '10-0-0-1.rebind.example',
    '169.254.169.254.evil.example',
    'localtest.me',
    'x.localtest.me',
    'lvh.me',
    'bugbounty.dod.network',
    'spoofed.burpcollaborator.net',
    'kubernetes.default.svc',
    'router.lan',
    'nas.home',
    'x.corp',
    'hidden.onion',
    'ats.test',
    'make-1.2.3.4-rebind-127.0.0.1-rr.1u.ms',
  ].map((host): [string, string] => [`https://${host}/`, 'local']),
  ['https://ats.example:22/', 'port'],
  ['https://ats.example:0/', 'port'],
  ['http://ats.example/', 'scheme'],
  ['ftp://ats.example/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['gopher://127.0.0.1:25/', 'scheme'],
  ['https://ats.example@127.0.0.1/', 'credentials'],
  ['https://@ats.example/', 'credentials'],
  ['https://ats.example/#x', 'fragment'],
  ['https://ats.example\\@127.0.0.1/', 'malformed'],
  ['https:/127.0.0.1', 'malformed'],
  ['https://ats.example/\r\nHost: x', 'malformed'],
  [' https://ats.example/', 'malformed'],
  ['//ats.example', 'malformed'],
];

describe('an address that a customer names', () => {
  it.each(ordinary)('may be %s', (url) => expect(urlProblem(url, production)).toBeUndefined());

  it.each(refused)('may not be %j: %s', (url, problem) => {
    expect(urlProblem(url, production)).toBe(problem);
  });

  it('may be this very machine in development, as plain http, and nothing else within', () => {
    expect(urlProblem('http://localhost:9000/x', development)).toBeUndefined();
    expect(urlProblem('http://localhost:9000/x', production)).toBe('scheme');
    expect(urlProblem('https://10.0.0.1/', development)).toBe('address');
  });

  it('is checked where an attempt is made, and the field named', () => {
    const body = {
      assessmentId: 'a',
      candidate: { name: 'A', email: 'a@x.example' },
      callbackUrl: 'https://localhost/',
    };
    const read = newAttempt(production).safeParse(body);
    expect(read.error?.issues.map(({ path }) => path)).toEqual([['callbackUrl']]);
  });
});
