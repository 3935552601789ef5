import * as z from 'zod';

import { localizedText } from '../../../i18n/languages.ts';
import { field, scored, type Rule } from '../rule.ts';

const maxUrlLength = 2000;

const content = z.strictObject({
  /** What the reviewer looks for; candidates never see it. */
  rubric: localizedText(5000).optional(),
});

export type ProjectLink = z.infer<typeof content>;

/** A person grades it; a blank has nothing to open and scores 0 at once. */
export const projectLink: Rule<ProjectLink, string> = {
  type: 'project-link',
  content,
  answer: () =>
    z.string('answer_invalid').superRefine((url, context) => {
      const message = urlProblem(url);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    }),
  fromForm: (_content, fields) => {
    const sent = field(fields, 'value') ?? null;
    return typeof sent === 'string' ? sent.trim() : sent;
  },
  score: (_content, answer, measured) =>
    answer === null ? scored(0, measured) : { state: 'review' },
  needsReview: true,
};

/** Only what a reviewer can safely click: http(s), no user-info, nothing that the URL parser drops. */
function urlProblem(url: string): string | undefined {
  if (url.length > maxUrlLength) return 'url_too_long';
  if (!/^https?:\/\/[^/\\]/i.test(url) || /[\s\p{Cc}\p{Cs}]/u.test(url)) return 'url_invalid';
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return 'url_invalid';
  return undefined;
}
