import type { VersionContent } from '../questions/content.ts';

/**
 * Contents of published versions, by version id. A version never changes, so a copy is never stale;
 * the bound keeps an isolate's memory small (least recently used goes first).
 */
const limit = 100;
const contents = new Map<string, VersionContent>();

export function cachedContent(versionId: string): VersionContent | undefined {
  const content = contents.get(versionId);
  if (content) keepContent(versionId, content);
  return content;
}

export function keepContent(versionId: string, content: VersionContent): void {
  contents.delete(versionId);
  contents.set(versionId, content);
  if (contents.size > limit) contents.delete(contents.keys().next().value!);
}
