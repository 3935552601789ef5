import { and, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { users } from '../../db/schema/accounts.ts';
import { mailTemplates } from '../../db/schema/people.ts';
import type { TemplateParams } from './template-schema.ts';
import type { Template } from './template.ts';

type Key = TemplateParams & { organizationId: string };

export type OwnTemplate = Awaited<ReturnType<typeof listTemplates>>[number];

/** An organization's own words, of which there are at most as many as kinds and languages. */
export function listTemplates(db: Database, organizationId: string) {
  return selectTemplates(db).where(eq(mailTemplates.organizationId, organizationId));
}

/** Undefined while it uses the product's. */
export async function findTemplate(db: Database, key: Key): Promise<OwnTemplate | undefined> {
  const [row] = await selectTemplates(db).where(ownTemplate(key));
  return row;
}

export async function saveTemplate(
  db: Database,
  key: Key,
  text: Template & { updatedBy: string; updatedAt: number },
): Promise<void> {
  const { subject, body, updatedAt, updatedBy } = text;
  const values = { subject, body, updatedAt, updatedBy };
  await db
    .insert(mailTemplates)
    .values({ ...key, ...values })
    .onConflictDoUpdate({
      target: [mailTemplates.organizationId, mailTemplates.kind, mailTemplates.language],
      set: values,
    });
}

export async function deleteTemplate(db: Database, key: Key): Promise<void> {
  await db.delete(mailTemplates).where(ownTemplate(key));
}

function selectTemplates(db: Database) {
  return db
    .select({
      kind: mailTemplates.kind,
      language: mailTemplates.language,
      subject: mailTemplates.subject,
      body: mailTemplates.body,
      updatedAt: mailTemplates.updatedAt,
      updatedBy: sql<string | null>`${users.name}`.as('updated_by_name'),
    })
    .from(mailTemplates)
    .leftJoin(users, eq(users.id, mailTemplates.updatedBy))
    .$dynamic();
}

function ownTemplate({ organizationId, kind, language }: Key) {
  return and(
    eq(mailTemplates.organizationId, organizationId),
    eq(mailTemplates.kind, kind),
    eq(mailTemplates.language, language),
  );
}
