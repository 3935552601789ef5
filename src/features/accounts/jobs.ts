import { lt } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { sessions, verifications } from '../../db/schema/accounts.ts';

/** Forgets sessions and sign-in links that are over: they open nothing, and hold addresses. */
export async function forgetExpired(db: Database): Promise<void> {
  const now = new Date();
  await db.batch([
    db.delete(sessions).where(lt(sessions.expiresAt, now)),
    db.delete(verifications).where(lt(verifications.expiresAt, now)),
  ]);
}
