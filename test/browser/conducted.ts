import { withRows } from './database.ts';

/** A link to a new version of a demonstration, conducted like this; its slug. */
export const aConductedLink = (demo: string, conduct: object): string =>
  aChangedLink(demo, '$.conduct', conduct);

/** A link to a new version of a demonstration with this in the place of its content; its slug. */
export function aChangedLink(demo: string, place: string, value: unknown): string {
  const slug = `changed-${crypto.randomUUID()}`;
  withRows((rows) => {
    const versionId = crypto.randomUUID();
    rows
      .prepare(
        `insert into versions
          select ?, v.organization_id, v.assessment_id,
            (select max(number) + 1 from versions where assessment_id = v.assessment_id),
            json_set(v.content, ?, json(?)), ?, v.published_at
          from versions v join links l on l.version_id = v.id where l.slug = ?`,
      )
      .run(versionId, place, JSON.stringify(value), versionId, `demo-${demo}`);
    rows
      .prepare(
        `insert into links (id, organization_id, assessment_id, version_id, slug, name, created_at)
          select ?, organization_id, assessment_id, id, ?, 'Conduta', published_at
          from versions where id = ?`,
      )
      .run(crypto.randomUUID(), slug, versionId);
  });
  return slug;
}
