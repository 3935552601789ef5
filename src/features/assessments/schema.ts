import * as z from 'zod';

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
