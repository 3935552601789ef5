import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

import { database } from '../../src/db/client.ts';
import { attempts, type AttemptState } from '../../src/db/schema/attempts.ts';
import { remarks } from '../../src/db/schema/conduct.ts';
import { takePath } from '../../src/features/attempts/addresses.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { asTake, hostileTexts, resultPath } from '../support/after.ts';
import { anAttempt } from '../support/attempt-makers.ts';
import { openPage } from '../support/candidate.ts';
import { formsIn, textOf, unescaped } from '../support/html.ts';
import { aSignedInMember } from '../support/makers.ts';
import { postForm } from '../support/pages.ts';

const db = database(env.DB);
const words = messagesFor('pt-BR').after.rating;

const rate = (path: string, fields: Record<string, string>) => postForm(`${path}/rating`, fields);
const stored = (attemptId: string) =>
  db.select().from(remarks).where(eq(remarks.attemptId, attemptId)).get();

async function aDone(state: AttemptState = 'completed') {
  const attempt = await anAttempt({ state });
  return { attempt, path: await resultPath(attempt) };
}

async function ratingForm(path: string) {
  const forms = await formsIn(await openPage(path));
  return forms.find(({ action }) => action.endsWith('/rating'));
}

describe('a rating of the test', () => {
  it.each(['1', '2', '3', '4', '5'])('is kept: %s', async (rating) => {
    const { attempt, path } = await aDone();
    const answer = await rate(path, { rating, comment: ' Bom.\r\nClaro. ' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`${path}#rating-card`);
    expect(await stored(attempt.id)).toMatchObject({
      rating: Number(rating),
      ratingComment: 'Bom.\nClaro.',
    });
    expect((await ratingForm(path))?.fields).toMatchObject({
      rating: [rating],
      comment: ['Bom.\nClaro.'],
    });
    expect(textOf(await openPage(path))).toContain(words.thanks);
  });

  it('can be changed, and its comment taken back, without touching what was said of the record', async () => {
    const { attempt, path } = await aDone();
    await db
      .insert(remarks)
      .values({ attemptId: attempt.id, healthComment: 'O telefone tocou.', healthCommentAt: 7 });
    await rate(path, { rating: '2', comment: 'Longo.' });
    await rate(path, { rating: '4', comment: '' });
    expect(await stored(attempt.id)).toMatchObject({
      rating: 4,
      ratingComment: null,
      healthComment: 'O telefone tocou.',
      healthCommentAt: 7,
    });
  });

  it('can be given on the finished attempt’s page, and leads back there', async () => {
    const { attempt } = await aDone();
    const take = await takePath(env, attempt);
    const form = await ratingForm(take);
    const fields = { from: form!.fields['from']![0]!, rating: '5', comment: '' };
    const answer = await postForm(form!.action, fields);
    expect(answer.headers.get('Location')).toBe(`${take}#rating-card`);
    expect((await stored(attempt.id))?.rating).toBe(5);
  });

  it.each(['https://evil.example/', '//evil.example', '/sign-in', '/a/x/../../sign-in', '/a/x?y'])(
    'leads nowhere else: %s',
    async (from) => {
      const { path } = await aDone();
      const answer = await rate(path, { rating: '5', from });
      expect(answer.headers.get('Location')).toBe(`${path}#rating-card`);
    },
  );

  it.each(['', '0', '6', '-1', '3.5', '05', 'cinco', '1e0', '٣'])(
    'is refused with the comment kept when it is %j',
    async (rating) => {
      const { attempt, path } = await aDone();
      const answer = await rate(path, { rating, comment: 'Guarde isto.' });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain(`id="rating-problem">${words.problems.rating}`);
      expect(html).toContain('Guarde isto.');
      expect(await stored(attempt.id)).toBeUndefined();
    },
  );

  it.each([['x'.repeat(1001)], ['a\0b']])(
    'is refused with too much of a comment',
    async (comment) => {
      const { attempt, path } = await aDone();
      const answer = await rate(path, { rating: '4', comment });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(`id="comment-problem">${words.problems.comment}`);
      expect(await stored(attempt.id)).toBeUndefined();
    },
  );

  it.each(hostileTexts)('keeps %j as it was written, and shows it as text', async (comment) => {
    const { attempt, path } = await aDone();
    await rate(path, { rating: '1', comment });
    expect((await stored(attempt.id))?.ratingComment).toBe(comment);
    const html = await openPage(path);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(unescaped(html)).toContain(comment);
  });

  it.each<AttemptState>(['not_started', 'in_progress', 'expired', 'cancelled'])(
    'waits for the end of the test: %s',
    async (state) => {
      const { attempt, path } = await aDone(state);
      expect(await ratingForm(path)).toBeUndefined();
      expect((await rate(path, { rating: '5', comment: '' })).status).toBe(404);
      expect(await stored(attempt.id)).toBeUndefined();
    },
  );

  it('takes no other credential than the result’s own, and none that was revoked', async () => {
    const { attempt, path } = await aDone();
    const other = await aDone();
    const take = await takePath(env, attempt);
    for (const wrong of [asTake(path), take, take.replace('/a/', '/r/')])
      expect((await rate(wrong, { rating: '5' })).status).toBe(404);
    await db.update(attempts).set({ resultEpoch: 1 }).where(eq(attempts.id, attempt.id));
    expect((await rate(path, { rating: '5' })).status).toBe(404);
    await rate(other.path, { rating: '5', comment: '' });
    expect(await stored(attempt.id)).toBeUndefined();
  });

  it('is read beside the result, as text', async () => {
    const { attempt, path } = await aDone();
    const { headers } = await aSignedInMember({ organizationId: attempt.organizationId });
    const page = `/results/${attempt.id}`;
    expect(await openPage(page, headers)).not.toContain(words.label);
    await rate(path, { rating: '4', comment: '<b>Claro</b>' });
    const html = await openPage(page, headers);
    expect(textOf(html)).toContain(`${words.label}: ${words.given(4)} <b>Claro</b>`);
  });
});
