import { type Context, Hono } from 'hono';

import { apiScopes } from '../../db/schema/api.ts';
import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { readForm, single } from '../../lib/form.ts';
import { derivedId, isUuid, newId } from '../../lib/ids.ts';
import { newSecret, sha256 } from '../../lib/secrets.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { createKey, listKeys, mostKeys, revokeKey } from './key-queries.ts';
import { keyForm, keyNotice } from './key-schema.ts';
import { KeyCreatedPage, type KeyTrouble, KeysPage } from './key-views.tsx';

/** An organization's keys of the open API. */
export const apiKeyRoutes = new Hono<AppEnv>();

const home = '/integrations/api';

apiKeyRoutes.get(home, (c) => showKeys(c, { notice: keyNotice.parse(c.req.query('notice')) }));

/** Answered by the page itself, with no redirect: nothing else ever knows the key. */
apiKeyRoutes.post(`${home}/keys`, async (c) => {
  const words = c.var.t.integrations.api.problems;
  const fields = await readForm(c);
  const form = keyForm.safeParse(fields);
  const typed = { name: single(fields, 'name'), scopes: [fields['scopes'] ?? []].flat() };
  if (!form.success) {
    const wrong = new Set(form.error.issues.map(({ path }) => path[0]));
    return showKeys(c, {
      typed,
      problems: {
        ...(wrong.has('scopes') ? { scopes: words.scopes } : {}),
        ...(wrong.has('name') || wrong.has('key') ? { name: words.name } : {}),
      },
    });
  }
  const { name, scopes } = form.data;
  const key = `aferi_${newSecret()}`;
  const { organizationId, userId } = c.var.member;
  const outcome = await createKey(c.var.db, {
    id: await derivedId('api key', organizationId, form.data.key),
    organizationId,
    name,
    keyHash: await sha256(key),
    hint: key.slice(-4),
    scopes: apiScopes.filter((scope) => scopes.includes(scope)),
    createdBy: userId,
    createdAt: Date.now(),
  });
  if (outcome === 'repeated') return c.redirect(`${home}?notice=repeated`, 303);
  if (outcome === 'full') return showKeys(c, { typed, problems: { name: words.limit(mostKeys) } });
  const props = { ...memberProps(c), name, apiKey: key, baseUrl: c.env.BASE_URL };
  return respond(c, { page: () => <KeyCreatedPage {...props} path={home} /> });
});

apiKeyRoutes.post(`${home}/keys/:id/revocation`, async (c) => {
  const id = c.req.param('id');
  const { organizationId } = c.var.member;
  if (!isUuid(id)) throw notFound();
  const confirmed = single(await readForm(c), 'confirm') === 'on';
  if (!confirmed) return showKeys(c, { unconfirmed: id });
  if (!(await revokeKey(c.var.db, { organizationId, id, now: Date.now() }))) throw notFound();
  return c.redirect(`${home}?notice=revoked`, 303);
});

async function showKeys(c: Context<AppEnv>, trouble: KeyTrouble) {
  const keys = await listKeys(c.var.db, c.var.member.organizationId);
  const { unconfirmed, problems } = trouble;
  if (unconfirmed !== undefined && !keys.active.some(({ id }) => id === unconfirmed))
    throw notFound();
  const props = {
    ...memberProps(c),
    ...trouble,
    keys,
    baseUrl: c.env.BASE_URL,
    formKey: newId(),
  };
  return respond(c, {
    page: () => <KeysPage {...props} path={home} />,
    status: unconfirmed !== undefined || problems ? 422 : 200,
  });
}
