import { eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { logos, organizations } from '../../db/schema/accounts.ts';
import type { LogoType } from './logo.ts';

export type Brand = NonNullable<Awaited<ReturnType<typeof findBrand>>>;

export async function findBrand(db: Database, organizationId: string) {
  const [brand] = await db
    .select({ brandColor: organizations.brandColor, logoHash: organizations.logoHash })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return brand;
}

export interface NewLogo {
  hash: string;
  type: LogoType;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Sets the colour; a logo replaces the one before, null takes it away, undefined leaves it. */
export async function saveBrand(
  db: Database,
  organizationId: string,
  { color, logo, now }: { color: string | null; logo: NewLogo | null | undefined; now: number },
): Promise<void> {
  const change = db
    .update(organizations)
    .set({ brandColor: color, ...(logo !== undefined && { logoHash: logo?.hash ?? null }) })
    .where(eq(organizations.id, organizationId));
  if (logo === undefined) await change;
  else if (logo === null) {
    await db.batch([change, db.delete(logos).where(eq(logos.organizationId, organizationId))]);
  } else {
    const { hash, type } = logo;
    // As they are: drizzle's own way for bytes needs Node's Buffer.
    const row = { hash, type, bytes: sql`${logo.bytes}`, createdAt: now };
    const kept = db
      .insert(logos)
      .values({ organizationId, ...row })
      .onConflictDoUpdate({ target: logos.organizationId, set: row });
    await db.batch([change, kept]);
  }
}

export async function findLogo(db: Database, hash: string) {
  const [logo] = await db
    .select({ type: logos.type, bytes: sql<ArrayBuffer | number[]>`${logos.bytes}`.as('bytes') })
    .from(logos)
    .where(eq(logos.hash, hash))
    .limit(1);
  return logo && { type: logo.type, bytes: new Uint8Array(logo.bytes) };
}
