import * as z from 'zod';

import { isStorable } from '../../lib/text.ts';

/** What a candidate asks for, in their own words; the ATS never sees it. Empty: nothing. */
export const accommodationRequest = z.string().trim().max(1000).refine(isStorable).default('');

/** The factors that an organization grants, in percent of the duration; 100 says no. */
export const grantedPercents = [100, 125, 150, 200] as const;
const largestPercent = 500;

/** One of the usual factors, or `other` with a percentage of one's own. */
export const percentChoice = z
  .object({
    percent: z.enum([...grantedPercents.map(String), 'other']),
    other: z.string().trim().optional(),
  })
  .transform(({ percent, other }) => Number(percent === 'other' ? other : percent))
  .pipe(z.int().min(100).max(largestPercent));
