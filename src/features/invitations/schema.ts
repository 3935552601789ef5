import * as z from 'zod';

import { defaultLanguage, languages } from '../../i18n/languages.ts';
import { readLocal } from '../../i18n/local-time.ts';
import { isUuid, newId } from '../../lib/ids.ts';
import { day } from '../../lib/time.ts';
import { emailAddress, personName } from '../attempts/schema.ts';

/** From now on, unless told otherwise, and at most. */
export const usualLife = 7 * day;
const longestLife = 90 * day;

/** A date and time of Brasília that is still to come. */
export const expiry = (now: number) =>
  z
    .string()
    .trim()
    .transform((text) => readLocal(text) ?? 0)
    .pipe(
      z
        .number()
        .gt(now)
        .max(now + longestLife),
    );

export const invitationForm = (now: number) =>
  z.object({
    name: personName,
    email: emailAddress,
    language: z.enum(languages).catch(defaultLanguage),
    expires: expiry(now),
    /** Made with the page: the same form sent twice invites once. */
    key: z.string().refine(isUuid).catch(newId),
  });

export type InvitationProblem = 'name' | 'email' | 'other' | 'expires';

/** What the page says about the request that led to it. */
export const notices = [
  'created',
  'repeated',
  'resent',
  'not_resent',
  'extended',
  'cancelled',
  'closed',
] as const;
export type InvitationNotice = (typeof notices)[number];

/** `after=<createdAt>.<attemptId>`: where a page goes on. Anything else is the first page. */
export const invitationsQuery = z.object({
  notice: z.enum(notices).optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .transform((text) => {
      const [createdAt = '', attemptId = ''] = text.split('.');
      return { createdAt: Number(createdAt), attemptId };
    })
    .optional()
    .catch(undefined),
});
