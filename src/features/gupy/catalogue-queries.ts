import { and, asc, eq, sql } from 'drizzle-orm';

import type { Database } from '../../db/client.ts';
import { assessments } from '../../db/schema/assessments.ts';
import { integrations } from '../../db/schema/integrations.ts';
import { newId } from '../../lib/ids.ts';

/** More published assessments than this are not offered from the page: it says so. */
const catalogueLength = 50;

export type OfferedAssessment = Awaited<ReturnType<typeof findCatalogueSettings>>['tests'][number];

/** What Gupy knows the organization by, and what it finds there. */
export async function findCatalogueSettings(db: Database, organizationId: string) {
  const [[integration], tests] = await db.batch([
    db
      .select({ companyId: integrations.companyId })
      .from(integrations)
      .where(and(eq(integrations.organizationId, organizationId), eq(integrations.kind, 'gupy'))),
    db
      .select({
        id: assessments.id,
        name: assessments.name,
        category: assessments.category,
        level: assessments.level,
        offeredToGupy: assessments.offeredToGupy,
      })
      .from(assessments)
      .where(
        and(eq(assessments.organizationId, organizationId), eq(assessments.state, 'published')),
      )
      .orderBy(asc(assessments.createdAt), asc(assessments.id))
      .limit(catalogueLength + 1),
  ]);
  return {
    companyId: integration?.companyId,
    tests: tests.slice(0, catalogueLength),
    more: tests.length > catalogueLength,
  };
}

/** Offers an assessment to Gupy, or no longer. False when it is not this organization's, or not published. */
export async function offerAssessment(
  db: Database,
  { organizationId, id, offered }: { organizationId: string; id: string; offered: boolean },
): Promise<boolean> {
  const rows = await db
    .update(assessments)
    .set({ offeredToGupy: offered })
    .where(
      and(
        eq(assessments.id, id),
        eq(assessments.organizationId, organizationId),
        eq(assessments.state, 'published'),
      ),
    )
    .returning({ id: assessments.id });
  return rows.length === 1;
}

/** Gupy's id of the organization. False when another organization has it. */
export async function saveCompany(
  db: Database,
  { organizationId, companyId, now }: { organizationId: string; companyId: string; now: number },
): Promise<boolean> {
  const rows = await db
    .insert(integrations)
    .select(
      // Every column, in the table's order: an insert … select binds by position.
      sql`select ${newId()}, ${organizationId}, 'gupy', ${companyId}, ${now}
        where not exists (select 1 from ${integrations}
          where kind = 'gupy' and company_id = ${companyId}
            and organization_id <> ${organizationId})`,
    )
    .onConflictDoUpdate({
      target: [integrations.organizationId, integrations.kind],
      set: { companyId },
    })
    .returning({ id: integrations.id });
  return rows.length === 1;
}
