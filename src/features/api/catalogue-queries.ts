import { and, asc, eq, type SQL, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments, versions } from '../../db/schema/assessments.ts';
import type { Language, LocalizedText } from '../../i18n/languages.ts';
import type { Competency, Question } from '../questions/content.ts';
import { ownerOf, selectKey } from './key-queries.ts';
import type { Cursor } from './requests.ts';

// Only what the catalogue tells is taken out of a version's content: with its questions it is large.
const ofContent = {
  language: sql<Language>`${versions.content} ->> '$.language'`.as('content_language'),
  durationMinutes: sql<number>`${versions.content} ->> '$.durationMinutes'`.as('duration_minutes'),
  competencies: sql`${versions.content} -> '$.competencies'`
    .mapWith((json: string) => JSON.parse(json) as Competency[])
    .as('competencies'),
  /** How many a candidate gets. */
  drawn:
    sql<number>`(select total(coalesce(value ->> '$.draw', json_array_length(value, '$.questions')))
    from json_each(${versions.content}, '$.sections'))`.as('drawn'),
};

const listed = {
  id: assessments.id,
  name: assessments.name,
  description: assessments.description,
  ...ofContent,
};

function published(keyHash: string): SQL {
  const own = eq(assessments.organizationId, ownerOf(keyHash, 'assessments:read'));
  return and(own, eq(assessments.state, 'published'))!;
}

/** Who calls, and their published assessments after a cursor, oldest first. */
export async function findAssessments(
  db: Database,
  keyHash: string,
  after: Cursor | undefined,
  limit: number,
) {
  const { at, id } = after ?? { at: 0, id: '' };
  const [[key], rows] = await db.batch([
    selectKey(db, keyHash),
    db
      .select({
        ...listed,
        category: assessments.category,
        level: assessments.level,
        createdAt: assessments.createdAt,
      })
      .from(assessments)
      .innerJoin(versions, eq(versions.id, assessments.latestVersionId))
      .where(
        and(
          published(keyHash),
          sql`(${assessments.createdAt}, ${assessments.id}) > (${at}, ${id})`,
        ),
      )
      .orderBy(asc(assessments.createdAt), asc(assessments.id))
      .limit(limit + 1),
  ]);
  return { key, rows: rows.slice(0, limit), more: rows.length > limit };
}

export type ListedAssessment = Awaited<ReturnType<typeof findAssessments>>['rows'][number];

export interface ListedQuestion {
  section: LocalizedText;
  type: string;
  level: Question['difficulty'];
  competency: string | null;
}

const questions = sql`(select json_group_array(json_object(
    'section', s.value -> '$.title', 'type', q.value ->> '$.type',
    'level', q.value ->> '$.difficulty', 'competency', q.value ->> '$.competency'))
  from json_each(${versions.content}, '$.sections') s, json_each(s.value, '$.questions') q)`
  .mapWith((json: string) => JSON.parse(json) as ListedQuestion[])
  .as('questions');

/** Who calls, and a page of their published assessments, with what may be told of each question. */
export async function findCoodeshPage(
  db: Database,
  keyHash: string,
  { offset, limit }: { offset: number; limit: number },
) {
  const [[key], [count], rows] = await db.batch([
    selectKey(db, keyHash),
    db
      .select({ total: sql<number>`count(*)`.as('total') })
      .from(assessments)
      .where(published(keyHash)),
    db
      .select({ ...listed, questions })
      .from(assessments)
      .innerJoin(versions, eq(versions.id, assessments.latestVersionId))
      .where(published(keyHash))
      .orderBy(asc(assessments.createdAt), asc(assessments.id))
      .limit(limit)
      .offset(offset),
  ]);
  return { key, total: count?.total ?? 0, rows };
}

export type CoodeshAssessment = Awaited<ReturnType<typeof findCoodeshPage>>['rows'][number];
