import * as z from 'zod';

import { isUuid } from '../../lib/ids.ts';
import { int64Text } from '../../lib/json-fields.ts';
import { isStorable } from '../../lib/text.ts';
import { stepKey } from './inbound.ts';

export const ruleForm = z.object({
  job: z.string().trim().pipe(int64Text),
  step: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .refine((step) => isStorable(step) && stepKey(step) !== ''),
  assessment: z.string().refine(isUuid),
  days: z
    .string()
    .trim()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .refine((days) => days >= 1 && days <= 90),
});

export type RuleField = keyof z.infer<typeof ruleForm>;
export const ruleFields = Object.keys(ruleForm.shape) as RuleField[];

/** What the page says about the request that led to it. */
export const webhookNotice = z.enum(['saved', 'removed']).optional().catch(undefined);
export type WebhookNotice = z.infer<typeof webhookNotice>;
