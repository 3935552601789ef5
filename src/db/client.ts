import { drizzle } from 'drizzle-orm/d1';

/** Drizzle over a D1 binding (or one of its sessions). No interactive transactions: use `db.batch`. */
export function database(binding: D1Database) {
  return drizzle(binding);
}

export type Database = ReturnType<typeof database>;
