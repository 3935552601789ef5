import { type Context, Hono } from 'hono';

import { roleAllows } from '../../db/schema/accounts.ts';
import type { AppEnv } from '../../env.ts';
import { defaultLanguage } from '../../i18n/languages.ts';
import { writeLocal } from '../../i18n/local-time.ts';
import { AppError, notFound } from '../../lib/errors.ts';
import { type FormFields, readForm, single } from '../../lib/form.ts';
import { isUuid, newId } from '../../lib/ids.ts';
import { memberProps } from '../../ui/member-page.tsx';
import { respond } from '../../ui/respond.tsx';
import { percentChoice } from '../attempts/accommodation.ts';
import { takeUrl } from '../attempts/addresses.ts';
import { wake } from '../deliveries/engine.ts';
import { createInvitation } from './create-queries.ts';
import {
  cancelInvitation,
  extendInvitation,
  findInvitation,
  type InvitationRow,
  listInvitations,
  type Place,
  resendInvitation,
} from './queries.ts';
import {
  expiry,
  invitationForm,
  type InvitationNotice,
  type InvitationProblem,
  invitationsQuery,
  usualLife,
} from './schema.ts';
import { InvitationsPage, type InvitationsProps } from './views.tsx';

/** Inviting people one by one, and what becomes of each invitation. */
export const invitationRoutes = new Hono<AppEnv>();

invitationRoutes.get('/assessments/:id/invitations', async (c) => {
  const { after, notice } = invitationsQuery.parse(c.req.query());
  return showInvitations(c, idOf(c), after && { after }, { notice });
});

invitationRoutes.post('/assessments/:id/invitations', async (c) => {
  const assessmentId = idOf(c);
  const fields = await readForm(c);
  const now = Date.now();
  const form = invitationForm(now).safeParse(fields);
  const percent = percentChoice.safeParse(fields);
  if (!form.success || !percent.success) {
    const issues = form.error?.issues.map(({ path }) => path[0] as InvitationProblem) ?? [];
    const problems = new Set(percent.success ? issues : [...issues, 'other' as const]);
    return showInvitations(c, assessmentId, undefined, { typed: typedIn(fields), problems });
  }
  const { organizationId, userId } = c.var.member;
  const { expires, ...person } = form.data;
  const invited = await createInvitation(
    c.var.db,
    {
      ...person,
      organizationId,
      assessmentId,
      invitedBy: userId,
      percent: percent.data,
      expiresAt: expires,
    },
    now,
  );
  if (invited.kind === 'unknown') return refuseUnpublished(c, assessmentId);
  if (invited.kind === 'open') {
    const trouble = { typed: typedIn(fields), openAttemptId: invited.attemptId };
    return showInvitations(c, assessmentId, undefined, trouble);
  }
  if (invited.kind === 'same') return leadBack(c, assessmentId, 'repeated');
  c.executionCtx.waitUntil(wake(c.env, { eventId: invited.eventId }));
  return leadBack(c, assessmentId, 'created');
});

invitationRoutes.post('/invitations/:id/mails', async (c) => {
  const { found, eventId } = await resendInvitation(c.var.db, keyOf(c), Date.now());
  if (!found) throw notFound();
  if (eventId) c.executionCtx.waitUntil(wake(c.env, { eventId }));
  return leadBack(c, found.assessmentId, eventId ? 'resent' : 'not_resent');
});

/** Only what is still to be started has an end that can move: an expired attempt never comes back. */
invitationRoutes.post('/invitations/:id/expiry', async (c) => {
  const key = keyOf(c);
  const now = Date.now();
  const typed = single(await readForm(c), 'expires');
  const expiresAt = expiry(now).safeParse(typed).data;
  const found = await findInvitation(c.var.db, key);
  if (!found) throw notFound();
  if (expiresAt === undefined)
    return showInvitations(
      c,
      found.assessmentId,
      { from: found },
      { extending: { attemptId: key.attemptId, typed } },
    );
  const extended = await extendInvitation(c.var.db, key, found, expiresAt, now);
  return leadBack(c, found.assessmentId, extended ? 'extended' : 'closed');
});

invitationRoutes.post('/invitations/:id/cancellation', async (c) => {
  const { found, cancelled } = await cancelInvitation(c.var.db, keyOf(c), Date.now());
  if (!found) throw notFound();
  return leadBack(c, found.assessmentId, cancelled ? 'cancelled' : 'closed');
});

function idOf(c: Context<AppEnv>): string {
  const id = c.req.param('id') ?? '';
  if (!isUuid(id)) throw notFound();
  return id;
}

function keyOf(c: Context<AppEnv>) {
  return { organizationId: c.var.member.organizationId, attemptId: idOf(c) };
}

function homeOf(assessmentId: string): string {
  return `/assessments/${assessmentId}/invitations`;
}

function leadBack(c: Context<AppEnv>, assessmentId: string, notice: InvitationNotice) {
  return c.redirect(`${homeOf(assessmentId)}?notice=${notice}`, 303);
}

/** Nobody else's assessment is told from a missing one; one's own may be a draft. */
async function refuseUnpublished(c: Context<AppEnv>, assessmentId: string): Promise<never> {
  const { organizationId } = c.var.member;
  const { assessment } = await listInvitations(c.var.db, { organizationId, assessmentId });
  if (!assessment) throw notFound();
  throw new AppError('conflict', 'The assessment is not published');
}

function typedIn(fields: FormFields) {
  const typed = {
    name: single(fields, 'name'),
    email: single(fields, 'email'),
    language: single(fields, 'language'),
    percent: single(fields, 'percent'),
    other: single(fields, 'other'),
    expires: single(fields, 'expires'),
    key: single(fields, 'key'),
  };
  return { ...typed, key: isUuid(typed.key) ? typed.key : newId() };
}

type Trouble = Partial<
  Pick<InvitationsProps, 'notice' | 'typed' | 'problems' | 'openAttemptId' | 'extending'>
>;

/** The page, with what was refused of a form on it. */
async function showInvitations(
  c: Context<AppEnv>,
  assessmentId: string,
  where: { from: Place } | { after: Place } | undefined,
  trouble: Trouble,
) {
  const { organizationId, role } = c.var.member;
  const found = await listInvitations(c.var.db, { organizationId, assessmentId }, where);
  const { assessment, rows, more } = found;
  if (!assessment) throw notFound();
  const now = Date.now();
  const mayInvite = roleAllows(role, 'recruiter');
  const last = rows.at(-1);
  const home = homeOf(assessmentId);
  const typed = trouble.typed ?? {
    name: '',
    email: '',
    language: assessment.language ?? defaultLanguage,
    percent: '100',
    other: '',
    expires: writeLocal(now + usualLife),
    key: newId(),
  };
  const addressOf = async ({ attemptId: id, versionId, takeEpoch }: InvitationRow) =>
    mayInvite ? takeUrl(c.env, { id, versionId }, takeEpoch) : undefined;
  const props = {
    ...memberProps(c),
    path: home,
    problems: new Set<InvitationProblem>(),
    ...trouble,
    typed,
    assessment,
    rows,
    addresses: await Promise.all(rows.map(addressOf)),
    older: last && more ? `${home}?after=${last.createdAt}.${last.attemptId}` : undefined,
    first: where === undefined,
    mayInvite,
    now,
  };
  const refused = props.problems.size > 0 || trouble.openAttemptId || trouble.extending;
  return respond(c, { page: () => <InvitationsPage {...props} />, status: refused ? 422 : 200 });
}
