import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { gupyApplications } from '../../src/db/schema/integrations.ts';
import {
  addressIn,
  aPublicLink,
  claimsOf,
  formTo,
  maria,
  openPage,
  sendStart,
} from '../support/candidate.ts';
import { aConnection } from '../support/gupy-rest.ts';

const db = database(env.DB);
const rows = () => db.select().from(gupyApplications);

async function aLinkOf({
  connected = true,
  jobReference,
}: { connected?: boolean; jobReference?: string } = {}) {
  const link = await aPublicLink(jobReference ? { link: { jobReference } } : {});
  if (connected) await aConnection(link.organizationId);
  return link;
}

/** Opens the link with what an ATS put into its address, fills in the form, and starts. */
async function startFrom(slug: string, search: string, typed: Record<string, string> = {}) {
  const form = await formTo(await openPage(`/t/${slug}${search}`), '/attempts');
  return sendStart(slug, { ...form.fields, ...maria, ...typed });
}

describe('starting at a link for a job at Gupy', () => {
  it('notes job and application of the address', async () => {
    const link = await aLinkOf();
    const path = addressIn(await startFrom(link.slug, '?job=77&application=9'));
    expect(await rows()).toMatchObject([
      {
        attemptId: (await claimsOf(path)).attemptId,
        organizationId: link.organizationId,
        jobId: '77',
        applicationId: '9',
        linkedBy: null,
        commentedAt: null,
      },
    ]);
  });

  it('notes the job that the link itself has', async () => {
    const link = await aLinkOf({ jobReference: '55' });
    await startFrom(link.slug, '?application=9');
    expect(await rows()).toMatchObject([{ jobId: '55', applicationId: '9' }]);
  });

  it('lets no address change the link’s job', async () => {
    const link = await aLinkOf({ jobReference: '55' });
    await startFrom(link.slug, '?job=77&application=9');
    expect(await rows()).toMatchObject([{ jobId: '55', applicationId: null }]);
  });

  it('keeps both through a form that came back, and a change of language', async () => {
    const link = await aLinkOf();
    const again = await startFrom(link.slug, '?job=77&application=9', { email: 'no' });
    expect(again.status).toBe(422);
    const html = await again.text();
    expect(html).toContain(`/t/${link.slug}?job=77&amp;application=9`);
    const form = await formTo(html, '/attempts');
    addressIn(await sendStart(link.slug, { ...form.fields, ...maria }));
    expect(await rows()).toMatchObject([{ jobId: '77', applicationId: '9' }]);
  });

  it.each([
    '?job=abc',
    '?job=-1',
    '?job=1e3',
    '?job=99999999999999999999',
    '?job=77%20',
    '?application=9',
    '?job[]=77',
    '?job=%3Cscript%3E&application={{application.id}}',
  ])('starts all the same, and notes nothing, for %s', async (search) => {
    const link = await aLinkOf();
    addressIn(await startFrom(link.slug, search));
    expect(await rows()).toEqual([]);
  });

  it('notes nothing for a link that names its job in words', async () => {
    const link = await aLinkOf({ jobReference: 'Vaga de março' });
    addressIn(await startFrom(link.slug, ''));
    expect(await rows()).toEqual([]);
  });

  it('costs no row where nothing is written back', async () => {
    const link = await aLinkOf({ connected: false });
    addressIn(await startFrom(link.slug, '?job=77&application=9'));
    expect(await rows()).toEqual([]);
  });

  it('notes it once, however often the form is sent', async () => {
    const link = await aLinkOf();
    const form = await formTo(await openPage(`/t/${link.slug}?job=77`), '/attempts');
    for (let times = 0; times < 3; times += 1)
      addressIn(await sendStart(link.slug, { ...form.fields, ...maria }));
    expect(await rows()).toHaveLength(1);
  });
});
