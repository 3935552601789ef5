import { and, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments, links, versions } from '../../db/schema/assessments.ts';
import type { VersionContent } from '../questions/content.ts';
import { columnsOf } from './publish.ts';

export interface NewAssessment {
  id: string;
  organizationId: string;
  content: VersionContent;
  offeredToGupy: boolean;
  createdAt: number;
}

/** A draft; candidates see nothing of it until its first version. */
export function createAssessment(db: Database, { content, ...row }: NewAssessment) {
  return db.insert(assessments).values({
    ...row,
    ...columnsOf(content),
    state: 'draft',
    draft: content,
    updatedAt: row.createdAt,
  });
}

export interface NewVersion {
  id: string;
  organizationId: string;
  assessmentId: string;
  content: VersionContent;
  contentHash: string;
  publishedAt: number;
}

/** Freezes a content as the assessment's next version; its links lead to it from then on. */
export async function publishVersion(db: Database, version: NewVersion): Promise<void> {
  await db.batch(publishStatements(db, version));
}

/** The statements of a publication, for a batch that holds more than that. */
export function publishStatements(db: Database, version: NewVersion) {
  const { organizationId, assessmentId, publishedAt } = version;
  const mine = and(
    eq(assessments.id, assessmentId),
    eq(assessments.organizationId, organizationId),
  );
  // Every column, in the table's order: an insert … select binds by position. Nothing is inserted
  // for another organization's assessment.
  const insert = db.insert(versions).select(
    sql`select ${version.id}, ${organizationId}, ${assessmentId},
      (select coalesce(max(number), 0) + 1 from ${versions} where assessment_id = ${assessmentId}),
      ${JSON.stringify(version.content)}, ${version.contentHash}, ${publishedAt}
      from ${assessments} where ${mine}`,
  );
  const update = db
    .update(assessments)
    .set({
      ...columnsOf(version.content),
      state: 'published',
      draft: version.content,
      latestVersionId: version.id,
      updatedAt: publishedAt,
    })
    .where(mine);
  const moveLinks = db
    .update(links)
    .set({ versionId: version.id })
    .where(and(eq(links.assessmentId, assessmentId), eq(links.organizationId, organizationId)));
  return [insert, update, moveLinks] as const;
}

export type NewLink = typeof links.$inferInsert;

export function createLink(db: Database, link: NewLink) {
  return db.insert(links).values(link);
}
