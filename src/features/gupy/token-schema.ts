import * as z from 'zod';

import { isUuid } from '../../lib/ids.ts';
import { isStorable } from '../../lib/text.ts';

/** Made with the page: the same form sent twice makes one token. */
export const formKey = z.string().refine(isUuid);

export const tokenForm = z.object({
  name: z.string().trim().min(1).max(80).refine(isStorable),
  key: formKey,
});

export const salesUseCase = z.string().trim().min(10).max(2000).refine(isStorable);

/** What the page says about the request that led to it. */
export const tokenNotice = z
  .enum(['revoked', 'repeated', 'lineOn', 'lineOff'])
  .optional()
  .catch(undefined);
export type TokenNotice = z.infer<typeof tokenNotice>;
