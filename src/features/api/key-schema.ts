import * as z from 'zod';

import { apiScopes } from '../../db/schema/api.ts';
import { isUuid } from '../../lib/ids.ts';
import { isStorable } from '../../lib/text.ts';

export const keyForm = z.object({
  name: z.string().trim().min(1).max(80).refine(isStorable),
  /** A form sends one choice as a text, several as a list. */
  scopes: z.preprocess((value) => [value].flat(), z.array(z.enum(apiScopes)).min(1)),
  /** Made with the page: the same form sent twice makes one key. */
  key: z.string().refine(isUuid),
});

/** What the page says about the request that led to it. */
export const keyNotice = z.enum(['revoked', 'repeated']).optional().catch(undefined);
export type KeyNotice = z.infer<typeof keyNotice>;
