import * as z from 'zod';

import { languages, localizedText } from '../../i18n/languages.ts';
import { conduct } from './conduct.ts';
import { contentId } from './content-id.ts';
import { competenciesOf, ruleOf, rules } from './rules.ts';

export const levels = ['basic', 'intermediate', 'advanced'] as const;

const questionBase = z.strictObject({
  id: contentId,
  /** Markdown without raw HTML. */
  prompt: localizedText(20_000),
  competency: contentId.optional(),
  difficulty: z.enum(levels),
  /** Share within its section, relative to its neighbours. */
  weight: z.number().positive().max(1000).default(1),
  /** Why the key is the key; Markdown, shown to recruiters. */
  explanation: localizedText(20_000).optional(),
});

const question = z.discriminatedUnion(
  'type',
  Object.values(rules).map((rule) =>
    questionBase.extend({ type: z.literal(rule.type), content: rule.content }),
  ) as unknown as [ReturnType<typeof questionOf>],
);

function questionOf() {
  return questionBase.extend({ type: z.string(), content: z.unknown() });
}

export const competency = z.strictObject({
  id: contentId,
  name: localizedText(120),
  description: localizedText(1000).optional(),
  /** `major` reaches the candidate and the company, `minor` only the company (GUPY.md A.3). */
  tier: z.enum(['major', 'minor']).default('major'),
});

export const section = z.strictObject({
  id: contentId,
  title: localizedText(200),
  /** Share of the total, relative to the other sections. */
  weight: z.number().positive().max(1000).default(1),
  /** Draw this many questions per attempt; absent: all of them. */
  draw: z.int().positive().optional(),
  /** A time limit of its own, which starts when the candidate opens the section; absent: only the test's. */
  minutes: z.int().min(1).max(600).optional(),
  questions: z.array(question).min(1).max(200),
});

/** What a version freezes: everything that decides what candidates see and how they are scored. */
export const versionContent = z
  .strictObject({
    format: z.literal(1),
    /** Language of texts that have only one, and the fallback of the others. */
    language: z.enum(languages),
    name: localizedText(200),
    description: localizedText(2000),
    /** Markdown, shown before the start. */
    instructions: localizedText(10_000),
    durationMinutes: z.int().min(1).max(600),
    /** For catalogues (Gupy's `category` and `level`); left out when it does not apply. */
    category: z.string().min(1).max(100).optional(),
    level: z.enum(levels).optional(),
    competencies: z.array(competency).max(50),
    sections: z.array(section).min(1).max(30),
    conduct: conduct.optional(),
  })
  .superRefine((content, context) => {
    for (const problem of contentProblems(content))
      context.addIssue({ code: 'custom', message: problem });
  });

export type VersionContent = z.infer<typeof versionContent>;
export type Section = z.infer<typeof section>;
export type Question = z.infer<typeof question>;
export type Competency = z.infer<typeof competency>;

/** Rules that span several parts of the content: unique ids, known competencies, pools that can be drawn. */
function contentProblems(content: { competencies: Competency[]; sections: Section[] }): string[] {
  const problems: string[] = [];
  const known = new Set(content.competencies.map((item) => item.id));
  const seen = new Set<string>();
  for (const item of content.sections) {
    if (item.draw !== undefined && item.draw > item.questions.length)
      problems.push(`section ${item.id}: draws ${item.draw} of ${item.questions.length}`);
    for (const entry of item.questions) {
      if (seen.has(entry.id)) problems.push(`question ${entry.id}: id used twice`);
      seen.add(entry.id);
      if (entry.competency !== undefined && ruleOf(entry.type).competencies !== undefined)
        problems.push(`question ${entry.id}: its content already names what it measures`);
      for (const competencyId of competenciesOf(entry))
        if (!known.has(competencyId))
          problems.push(`question ${entry.id}: unknown competency ${competencyId}`);
    }
  }
  return problems;
}
