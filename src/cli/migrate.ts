import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// The same table and names as `wrangler d1 migrations apply`, so that either can follow the other.
const bookkeeping = `create table if not exists d1_migrations (
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`;

/** Applies what is new in the folder, each file in one batch: all of it or nothing. */
export async function migrate(db: D1Database, folder: string): Promise<string[]> {
  await db.prepare(bookkeeping).run();
  const { results } = await db.prepare('select name from d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const pending = files.filter((name) => !applied.has(name));
  for (const name of pending) {
    const text = await readFile(join(folder, name), 'utf8');
    const statements = text.split('--> statement-breakpoint').map((part) => part.trim());
    await db.batch([
      ...statements.filter(Boolean).map((statement) => db.prepare(statement)),
      db.prepare('insert into d1_migrations (name) values (?)').bind(name),
    ]);
  }
  return pending;
}
