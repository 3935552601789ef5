import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach } from 'vitest';

// Every test begins with an empty, migrated database and ends with nothing left in any binding.
beforeEach(async () => {
  const { MIGRATIONS } = env as unknown as { MIGRATIONS: D1Migration[] };
  await applyD1Migrations(env.DB, MIGRATIONS);
});
afterEach(() => reset());
