/** The line that tells our comment from all others, and from those of other attempts. */
export function markerOf(attemptId: string): string {
  return `[aferi:${attemptId}]`;
}

/** The company's summary (Markdown of company-summary.ts) as a timeline shows it: plain text. */
export function timelineText(title: string, summary: string, attemptId: string): string {
  const plain = summary.replaceAll(
    /\\(.)|\*\*|\[([^\]]*)\]\(([^)]*)\)/g,
    (_all, escaped?: string, label?: string, url?: string) =>
      escaped ?? (label === undefined ? '' : `${label}: ${url}`),
  );
  return [title, plain, markerOf(attemptId)].join('\n\n');
}

export const defaultTags = ['aferi: {{total}}', 'aferi: {{verdict}}'] as const;
export const tagPlaceholders = ['total', 'verdict'] as const;
/** In characters, Gupy's limit. */
export const longestTag = 120;

/** A template that asks for what is not known (a profile has no total, no cut-off no verdict) is left out. */
export function tagsOf(
  templates: readonly string[],
  { total, cutOff }: { total: number | null; cutOff: number | null },
  verdicts: { apt: string; notApt: string },
): string[] {
  const judged = total !== null && cutOff !== null;
  const values: Record<string, string | undefined> = {
    total: total === null ? undefined : String(total),
    verdict: judged ? (total >= cutOff ? verdicts.apt : verdicts.notApt) : undefined,
  };
  const tags = templates.flatMap((template) => {
    const missing = [...template.matchAll(/\{\{(\w+)\}\}/g)].some(([, name]) => !values[name!]);
    if (missing) return [];
    const tag = template.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
    return [[...tag].slice(0, longestTag).join('')];
  });
  return [...new Set(tags)];
}
