import * as z from 'zod';

import { isStorable } from '../../lib/text.ts';

/** `after=<createdAt>.<row>`; anything else is the first page. */
export const assessmentsQuery = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}\.\d{1,15}$/)
    .transform((text) => {
      const [createdAt = 0, row = 0] = text.split('.').map(Number);
      return { createdAt, row };
    })
    .optional()
    .catch(undefined),
});

/** What a link's job is called: any text, or, where an ATS has it, its digits. '' takes it away. */
export const jobForm = z.object({ job: z.string().trim().max(60).refine(isStorable) });

export const linkNotice = z.enum(['saved']).optional().catch(undefined);
