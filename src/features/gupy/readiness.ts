import type { DeliveryContext } from '../deliveries/destination.ts';
import { findReadiness } from './milestone-queries.ts';
import { checkToken } from './rest-check.ts';
import { RestFailure } from './rest.ts';
import { openAccess } from './write-back.ts';

export const readinessChecks = ['company', 'token', 'catalogue', 'rest'] as const;
export type ReadinessCheck = (typeof readinessChecks)[number];

/** `none`: there is nothing to check, and nothing has to be. */
export type Readiness = Record<ReadinessCheck, 'good' | 'bad' | 'none'>;

/**
 * Whether Gupy's calls would find what they need, and whether its REST API answers our token: asked for
 * real, of the endpoint that this installation uses, and without changing anything there.
 */
export async function checkReadiness(
  context: DeliveryContext,
  organizationId: string,
  now: number,
): Promise<Readiness> {
  const found = await findReadiness(context.db, organizationId, now);
  const { company, token, catalogue, sealedToken } = found;
  return {
    company: said(company),
    token: said(token),
    catalogue: said(catalogue),
    rest:
      sealedToken === undefined
        ? 'none'
        : said(await restAnswers(context, { organizationId, sealedToken })),
  };
}

function said(holds: boolean): 'good' | 'bad' {
  return holds ? 'good' : 'bad';
}

async function restAnswers(
  context: DeliveryContext,
  connection: { organizationId: string; sealedToken: string },
): Promise<boolean> {
  try {
    const checked = await checkToken(await openAccess(context, connection));
    return 'missing' in checked && checked.missing.length === 0;
  } catch (error) {
    if (error instanceof RestFailure) return false;
    throw error;
  }
}
