import { sql } from 'drizzle-orm';

import { organizations } from './schema/accounts.ts';

/**
 * What candidates' pages show of an organization, to be selected where `organizations` is joined anyway.
 * D1 answers a batch with rows keyed by column name: two columns called `name` would be one.
 */
export const organizationFace = {
  organizationName: sql<string>`${organizations.name}`.as('organization_name'),
  brandColor: organizations.brandColor,
  logoHash: organizations.logoHash,
};
