import type { Plan } from '../../db/schema/accounts.ts';

/** Gupy comes with every plan above the smallest. */
export function planHasGupy(plan: Plan): boolean {
  return plan !== 'starter';
}
