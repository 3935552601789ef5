import * as z from 'zod';

import { localizedText } from '../../i18n/languages.ts';

/**
 * What may be recorded of the conditions of an attempt ("test health"); the list is closed, and nothing in
 * it is biometric. health/signals.ts says what each holds.
 */
export const signalKinds = [
  'hidden',
  'full_screen',
  'paste',
  'copy',
  'resized',
  'network',
  'device',
  'resumed',
  'fast_answer',
  'outage',
] as const;
export type SignalKind = (typeof signalKinds)[number];

/**
 * Recorded unless the assessment says otherwise. Copying, a smaller window and another network are not:
 * most of the time they mean nothing. Full screen counts only where it was asked for.
 */
export const defaultSignals: readonly SignalKind[] = [
  'hidden',
  'full_screen',
  'paste',
  'device',
  'resumed',
  'fast_answer',
  'outage',
];

/** How an assessment is run and what its candidates see afterwards; part of every version. */
export const conduct = z.strictObject({
  /** What a measured outage may add: the smaller of a share of the duration and some minutes; 0: nothing. */
  outage: z
    .strictObject({ percent: z.number().min(0).max(50), minutes: z.number().min(0).max(60) })
    .optional(),
  /** The signals that are recorded; see features/health. */
  signals: z.array(z.enum(signalKinds)).max(signalKinds.length).optional(),
  /** The page asks for full screen; leaving it is then one of the signals. */
  fullScreen: z.boolean().optional(),
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
    signals: content.conduct?.signals ?? [...defaultSignals],
    fullScreen: content.conduct?.fullScreen ?? false,
    sees: content.conduct?.sees ?? 'competencies',
    explanations: content.conduct?.explanations ?? false,
    bands: content.conduct?.bands ?? [],
  };
}

/** The band that a total falls into; undefined below the lowest, and for a profile, which has no total. */
export function bandOf(bands: Conduct['bands'], total: number | null): Band | undefined {
  if (total === null) return undefined;
  return bands.toSorted((a, b) => a.from - b.from).findLast(({ from }) => from <= total);
}

export type Band = Conduct['bands'][number];
