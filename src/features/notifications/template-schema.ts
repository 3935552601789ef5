import * as z from 'zod';

import { mailKinds } from '../../db/schema/people.ts';
import { languages } from '../../i18n/languages.ts';

/** Which mail a page is about; anything else in its address names nothing. */
export const templateParams = z.object({ kind: z.enum(mailKinds), language: z.enum(languages) });
export type TemplateParams = z.infer<typeof templateParams>;

export const templateNotice = z.enum(['saved', 'reset']).optional().catch(undefined);
export type TemplateNotice = z.infer<typeof templateNotice>;

/** Which button was pressed. What the text may be is problemsOf's to say, since that depends on the kind. */
export const templateForm = z.object({
  intent: z.enum(['save', 'preview', 'test', 'reset']).catch('save'),
  subject: z.string().trim().catch(''),
  // A browser sends line breaks as two characters, which nobody typed.
  body: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .catch(''),
});
