import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ring } from '../../src/cron.ts';
import { database } from '../../src/db/client.ts';
import { privacyRequests } from '../../src/db/schema/conduct.ts';
import { events } from '../../src/db/schema/deliveries.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { newId } from '../../src/lib/ids.ts';
import { day } from '../../src/lib/time.ts';
import { anAttempt } from '../support/attempt-makers.ts';
import { loseMessages, mails, openPage } from '../support/candidate.ts';
import { textOf } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { postForm } from '../support/pages.ts';

const db = database(env.DB);

beforeEach(() => void loseMessages());
afterEach(() => void vi.restoreAllMocks());

async function aRequest(source: 'link' | 'gupy' = 'link') {
  const attempt = await anAttempt({ source });
  const { id: attemptId, organizationId } = attempt;
  const id = newId();
  const request = { id, attemptId, organizationId, kind: 'erasure', message: 'Apaguem.' } as const;
  const now = Date.now();
  await db.insert(privacyRequests).values({ ...request, createdAt: now, dueAt: now + 15 * day });
  return { attempt, path: `/privacy/requests/${id}/answer`, id };
}

describe('the answer to a request about somebody’s data', () => {
  it.each(['link', 'gupy'] as const)(
    'is told by a mail that doesn’t quote it: %s',
    async (source) => {
      const { attempt, path, id } = await aRequest(source);
      const { headers } = await aSignedInMember({ organizationId: attempt.organizationId });
      await postForm(path, { answer: 'Apagamos tudo.' }, headers);
      expect(env.DELIVERIES.send).toHaveBeenCalledOnce();
      await ring(env);
      const [mail, ...more] = await mails(attempt.email);
      expect(more).toEqual([]);
      expect(mail!.subject).toBe(messagesFor('pt-BR').mail.texts.answered.subject);
      expect(mail!.text + mail!.html).not.toContain('Apagamos');
      const [href] = /http\S+\/a\/\S+\/privacy/.exec(mail!.text)!;
      expect(mail!.html).toContain(`href="${href}"`);
      expect(textOf(await openPage(href))).toContain('Apagamos tudo.');
      expect(await db.select().from(events)).toMatchObject([
        { type: 'privacy.answered', subject: id, attemptId: attempt.id },
      ]);
    },
  );

  it('is told once, however often and by however many it is sent', async () => {
    const { attempt, path } = await aRequest();
    const { organizationId } = attempt;
    const members = [
      await aSignedInMember({ organizationId }),
      await aSignedInMember({ organizationId }),
    ];
    const send = (index: number) =>
      postForm(path, { answer: 'Feito.' }, members[index % 2]!.headers);
    await Promise.all([0, 1, 2, 3].map(send));
    await send(0);
    await ring(env);
    expect(await mails(attempt.email)).toHaveLength(1);
  });

  it('of another organization’s request tells nobody', async () => {
    const { attempt, path } = await aRequest();
    const { headers } = await aSignedInMember();
    expect((await postForm(path, { answer: 'Feito.' }, headers)).status).toBe(404);
    expect(await db.$count(events)).toBe(0);
    await ring(env);
    expect(await mails(attempt.email)).toEqual([]);
  });
});
