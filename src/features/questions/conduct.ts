import * as z from 'zod';

import { localizedText } from '../../i18n/languages.ts';

/** How an assessment is run and what its candidates see afterwards; part of every version. */
export const conduct = z.strictObject({
  /** What a measured outage may add: the smaller of a share of the duration and some minutes; 0: nothing. */
  outage: z
    .strictObject({ percent: z.number().min(0).max(50), minutes: z.number().min(0).max(60) })
    .optional(),
  /** What the candidate's own result page shows. */
  sees: z.enum(['receipt', 'total', 'competencies']).optional(),
  /** Each question with its answer and explanation, on that page. */
  explanations: z.boolean().optional(),
  /** Words for a range of totals, from the lowest; each reaches up to the next. */
  bands: z
    .array(
      z.strictObject({
        from: z.int().min(0).max(100),
        name: localizedText(100),
        feedback: localizedText(2000),
      }),
    )
    .max(10)
    .optional(),
});

type Said = z.infer<typeof conduct>;
export type Conduct = { [Key in keyof Said]-?: NonNullable<Said[Key]> };

/** What the version says, and the product's defaults where it says nothing. */
export function conductOf(content: { conduct?: Said | undefined }): Conduct {
  return {
    outage: content.conduct?.outage ?? { percent: 10, minutes: 10 },
    sees: content.conduct?.sees ?? 'competencies',
    explanations: content.conduct?.explanations ?? false,
    bands: content.conduct?.bands ?? [],
  };
}
