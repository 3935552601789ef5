import * as z from 'zod';

import { webhookEvents } from '../../db/schema/api.ts';
import { isUuid } from '../../lib/ids.ts';
import { type UrlPolicy, urlProblem } from '../../lib/outgoing-url.ts';

export const endpointForm = (policy: UrlPolicy) =>
  z.object({
    url: z
      .string()
      .trim()
      .refine((url) => urlProblem(url, policy) === undefined),
    /** A form sends one choice as a text, several as a list. */
    events: z.preprocess((value) => [value].flat(), z.array(z.enum(webhookEvents)).min(1)),
    /** Made with the page: the same form sent twice makes one endpoint. */
    key: z.string().refine(isUuid),
  });

/** What the page says about the request that led to it. */
export const endpointNotice = z
  .enum(['deleted', 'enabled', 'disabled', 'repeated'])
  .optional()
  .catch(undefined);
export type EndpointNotice = z.infer<typeof endpointNotice>;
