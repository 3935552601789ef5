import type { Database } from '../../db/client.ts';
import type { Messages } from '../../i18n/messages.ts';
import { sendMail } from '../notifications/mail.ts';
import { memberHome } from './next-path.ts';
import { isMemberAddress } from './queries.ts';
import { signInMail } from './sign-in-mail.ts';

/** Mails a sign-in link to a member; does nothing for any other address. */
export async function sendSignInLink(
  env: Env,
  db: Database,
  t: Messages,
  { email, next }: { email: string; next: string },
): Promise<void> {
  if (!(await isMemberAddress(db, email))) return;
  const query = new URLSearchParams({ token: await env.ACCOUNTS.issueLinkToken(email) });
  if (next !== memberHome) query.set('next', next);
  await sendMail(env, signInMail(t, email, `${env.BASE_URL}/sign-in/confirm?${query}`));
}
