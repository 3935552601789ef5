import { and, desc, eq, sql } from 'drizzle-orm';

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

/** How many assessments a filter offers. */
const namesListed = 100;

/** The newest assessments of an organization, for choosing one. */
export function listAssessmentNames(db: Database, organizationId: string) {
  return db
    .select({ id: assessments.id, name: assessments.name })
    .from(assessments)
    .where(eq(assessments.organizationId, organizationId))
    .orderBy(desc(assessments.createdAt))
    .limit(namesListed);
}

/** Of each, its version, its sections and four links are read: together below 60 rows. */
const pageSize = 6;
export const linksShown = 3;

export interface ListedLink {
  id: string;
  slug: string;
  name: string;
  opensAt: number | null;
  closesAt: number | null;
  attemptsAllowed: number;
  jobReference: string | null;
  enabled: 0 | 1;
}

export type ListedAssessment = Awaited<ReturnType<typeof listAssessments>>['rows'][number];

/** Where a page of assessments goes on: after this one, towards the older ones. */
export interface AssessmentPlace {
  createdAt: number;
  row: number;
}

/**
 * A page of an organization's assessments, newest first, with the facts of the live version and the
 * newest links. The version's content stays in the database: only its figures are read.
 */
export async function listAssessments(
  db: Database,
  organizationId: string,
  after?: AssessmentPlace,
) {
  const row = sql<number>`${assessments}.rowid`;
  const found = await db
    .select({
      id: assessments.id,
      name: assessments.name,
      state: assessments.state,
      offeredToGupy: assessments.offeredToGupy,
      createdAt: assessments.createdAt,
      row: row.as('row'),
      versionNumber: versions.number,
      minutes: sql<number | null>`${versions.content} ->> '$.durationMinutes'`.as('minutes'),
      questions: sql<number | null>`(
        select sum(min(coalesce(s.value ->> '$.draw', 1e9), json_array_length(s.value, '$.questions')))
        from json_each(${versions.content}, '$.sections') s)`.as('questions'),
      // One more than is shown, to know whether there are more.
      links: sql`(
        select json_group_array(json_object('id', l.id, 'slug', l.slug, 'name', l.name,
          'opensAt', l.opens_at, 'closesAt', l.closes_at, 'attemptsAllowed', l.attempts_allowed,
          'jobReference', l.job_reference, 'enabled', l.enabled))
        from (select * from ${links} where assessment_id = ${assessments.id}
          order by created_at desc limit ${linksShown + 1}) l)`
        .mapWith((json: string) => JSON.parse(json) as ListedLink[])
        .as('links'),
    })
    .from(assessments)
    .leftJoin(versions, eq(versions.id, assessments.latestVersionId))
    .where(
      and(
        eq(assessments.organizationId, organizationId),
        after && sql`(${assessments.createdAt}, ${row}) < (${after.createdAt}, ${after.row})`,
      ),
    )
    .orderBy(desc(assessments.createdAt), desc(row))
    .limit(pageSize + 1);
  return { rows: found.slice(0, pageSize), more: found.length > pageSize };
}

/** A link with the name of its assessment. */
export async function findOwnLink(
  db: Database,
  { organizationId, id }: { organizationId: string; id: string },
) {
  const [link] = await db
    .select({
      id: links.id,
      slug: links.slug,
      name: sql<string>`${links.name}`.as('link_name'),
      jobReference: links.jobReference,
      assessmentName: assessments.name,
    })
    .from(links)
    .innerJoin(assessments, eq(assessments.id, links.assessmentId))
    .where(and(eq(links.id, id), eq(links.organizationId, organizationId)));
  return link;
}

/** The job that a link is for; attempts begun from then on belong to it. False when it is not theirs. */
export async function saveLinkJob(
  db: Database,
  { organizationId, id, job }: { organizationId: string; id: string; job: string | null },
): Promise<boolean> {
  const rows = await db
    .update(links)
    .set({ jobReference: job })
    .where(and(eq(links.id, id), eq(links.organizationId, organizationId)))
    .returning({ id: links.id });
  return rows.length === 1;
}
