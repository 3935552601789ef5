import { env, exports } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { logos, organizations, type Role } from '../../src/db/schema/accounts.ts';
import { sha256 } from '../../src/lib/secrets.ts';
import { aPublicLink, start } from '../support/candidate.ts';
import { formsIn, textOf } from '../support/html.ts';
import { aPng } from '../support/images.ts';
import { aSignedInMember } from '../support/makers.ts';
import { fetchPage, origin, postForm } from '../support/pages.ts';
import { expectSecureHeaders } from '../support/security-headers.ts';

const db = database(env.DB);
const page = '/settings/brand';
const forever = 'public, max-age=31536000, immutable';

describe("an organization's colour", () => {
  it('is on the pages of its candidates, and of nobody else', async () => {
    const { headers, organizationId } = await anAdmin();
    const link = await aPublicLink({ organizationId });
    const other = await aPublicLink();
    expect(await htmlOf(`/t/${link.slug}`)).not.toContain('/brand/');
    expect((await save(headers, { color: ' #8A1538 ' })).status).toBe(303);

    const sheet = '<link rel="stylesheet" href="/brand/1/8a1538.css"/>';
    const attempt = await start(link.slug, { name: 'Bia', email: 'bia@example.com' });
    const pages = ['questions/1', 'review', 'receipts', 'health', 'privacy', 'data'];
    for (const path of [`/t/${link.slug}`, ...pages.map((name) => `${attempt}/${name}`)])
      expect.soft(await htmlOf(path), path).toContain(sheet);
    expect(await htmlOf(`/t/${other.slug}`)).not.toContain('/brand/');
    // The workspace keeps the product's own colours.
    expect(await htmlOf('/results', headers)).not.toContain('/brand/');
  });

  it('is taken back by an empty field', async () => {
    const { headers, organizationId } = await anAdmin();
    await save(headers, { color: '#8a1538' });
    await save(headers, { color: '' });
    expect(await brandOf(organizationId)).toMatchObject({ brandColor: null });
  });

  it.each(['red', '#12345', '#12345g', '8a1538;}body{'])('is no %j', async (color) => {
    const { headers, organizationId } = await anAdmin();
    const answer = await save(headers, { color });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain('Escreva a cor com seis dígitos hexadecimais');
    const form = (await formsIn(html)).find(({ action }) => action === page);
    expect(form?.fields['color']).toEqual([color]);
    expect(await brandOf(organizationId)).toMatchObject({ brandColor: null });
  });

  it('is said to be shown differently only where it could not be read', async () => {
    const { headers } = await anAdmin();
    const note = 'alguns textos seriam difíceis de ler';
    await save(headers, { color: '#f7c948' });
    const html = await htmlOf(`${page}?saved=1`, headers);
    expect(textOf(html)).toContain('Salvo.');
    expect(textOf(html)).toContain(note);
    expect(html).toContain('value="#f7c948"');
    await save(headers, { color: '' });
    expect(textOf(await htmlOf(page, headers))).not.toContain(note);
  });
});

describe('the stylesheet of a colour', () => {
  it('is anyone’s to keep for ever', async () => {
    const answer = await fetchPage('/brand/1/f7c948.css');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe(forever);
    expect(answer.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expectSecureHeaders(answer, 'the stylesheet');
    expect(await answer.text()).toMatch(/^:root\{--color-primary:#[0-9a-f]{6};/);
  });

  it.each([
    '/brand/1/F7C948.css',
    '/brand/1/fff.css',
    '/brand/1/f7c948',
    '/brand/1/f7c948.css.map',
    '/brand/2/f7c948.css',
    '/brand/1/f7c948%7D.css',
    `/brand/logos/${'0'.repeat(64)}`,
    '/brand/logos/nothing',
  ])('is not at %s', async (path) => {
    const answer = await fetchPage(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe("an organization's logo", () => {
  it('is at an address of its own for ever, with its own type', async () => {
    const { headers, organizationId } = await anAdmin();
    const link = await aPublicLink({ organizationId });
    const bytes = aPng('the first');
    // Neither name nor type of the file is believed.
    const answer = await send(headers, { color: '#8a1538' }, fileOf(bytes, 'logo.svg'));
    expect(answer.headers.get('Location')).toBe(`${page}?saved=1`);

    const address = `/brand/logos/${await sha256(bytes)}`;
    const [{ name } = { name: '' }] = await db
      .select({ name: organizations.name })
      .from(organizations)
      .where(eq(organizations.id, organizationId));
    expect(await htmlOf(`/t/${link.slug}`)).toContain(
      `<img class="logo" src="${address}" alt="${name}" height="32"/>`,
    );
    const logo = await fetchPage(address);
    expect(new Uint8Array(await logo.arrayBuffer())).toEqual(bytes);
    expect(logo.headers.get('Content-Type')).toBe('image/png');
    expect(logo.headers.get('Cache-Control')).toBe(forever);
    expectSecureHeaders(logo, 'the logo');
  });

  it('gives way to the next one, and leaves when it is removed', async () => {
    const { headers, organizationId } = await anAdmin();
    const [first, second] = [aPng('one'), aPng('two')];
    await send(headers, { color: '' }, fileOf(first));
    await send(headers, { color: '' }, fileOf(second));
    expect((await fetchPage(`/brand/logos/${await sha256(first)}`)).status).toBe(404);
    expect(await brandOf(organizationId)).toMatchObject({ logoHash: await sha256(second) });
    // A colour that is saved alone leaves it.
    await send(headers, { color: '#8a1538' }, fileOf(new Uint8Array()));
    expect((await fetchPage(`/brand/logos/${await sha256(second)}`)).status).toBe(200);

    await send(headers, { color: '#8a1538', remove: 'on' });
    expect(await brandOf(organizationId)).toEqual({ brandColor: '8a1538', logoHash: null });
    expect(await logosOf(organizationId)).toEqual([]);
  });

  it.each([
    [
      'an SVG',
      new TextEncoder().encode('<svg onload="alert(1)"/>') as Uint8Array<ArrayBuffer>,
      'não é um PNG, JPEG ou WebP',
    ],
    ['too many bytes', aPng('x'.repeat(6 * 1024)), 'tem mais de 6 KB'],
    ['too many pixels', aPng('', 1200, 40), 'o limite é 800 × 400 pixels'],
  ])('is refused as %s beside its field', async (_, bytes, message) => {
    const { headers, organizationId } = await anAdmin();
    await save(headers, { color: '#123456' });
    const answer = await send(headers, { color: '#8a1538' }, fileOf(bytes, 'logo.png'));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain(message);
    expect(html).toMatch(/aria-describedby="logo-hint logo-problem"/);
    expect(html).toContain('value="#8a1538"');
    expect(await brandOf(organizationId)).toEqual({ brandColor: '123456', logoHash: null });
  });
});

describe('who may change it', () => {
  it.each<[Role, number]>([
    ['owner', 303],
    ['admin', 303],
    ['recruiter', 403],
    ['reviewer', 403],
    ['viewer', 403],
  ])('a %s is answered %d', async (role, status) => {
    const { headers } = await aSignedInMember({ role });
    expect((await save(headers, { color: '#8a1538' })).status).toBe(status);
    expect((await fetchPage(page, { headers })).status).toBe(status === 303 ? 200 : status);
  });

  it('nobody changes another organization', async () => {
    const theirs = await anAdmin();
    await send(theirs.headers, { color: '#123456' }, fileOf(aPng('theirs')));
    const before = await brandOf(theirs.organizationId);
    const { headers } = await anAdmin();
    await send(headers, { color: '#8a1538', remove: 'on' });
    expect(await brandOf(theirs.organizationId)).toEqual(before);
    expect(await logosOf(theirs.organizationId)).toHaveLength(1);
  });
});

type Headers = { Cookie: string };

function anAdmin() {
  return aSignedInMember({ role: 'admin' });
}

function save(headers: Headers, fields: Record<string, string>) {
  return postForm(page, fields, headers);
}

function fileOf(bytes: Uint8Array<ArrayBuffer>, name = 'logo.png'): File {
  return new File([bytes], name, { type: 'image/svg+xml' });
}

/** As a browser sends the form with its file. */
function send(headers: Headers, fields: Record<string, string>, logo?: File) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (logo) body.set('logo', logo);
  return exports.default.fetch(
    new Request(new URL(page, origin), {
      method: 'POST',
      body,
      headers: { ...headers, 'Accept-Language': 'pt-BR', Origin: origin },
      redirect: 'manual',
    }),
  );
}

async function htmlOf(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await fetchPage(path, { headers })).text();
}

async function brandOf(organizationId: string) {
  const [row] = await db
    .select({ brandColor: organizations.brandColor, logoHash: organizations.logoHash })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return row;
}

function logosOf(organizationId: string) {
  return db
    .select({ hash: logos.hash })
    .from(logos)
    .where(eq(logos.organizationId, organizationId));
}
