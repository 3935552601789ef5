import { searchable } from '../../lib/text.ts';
import type { VersionContent } from '../questions/content.ts';

/** What an assessment's row repeats of its content, so that lists and catalogues need not open it. */
export function columnsOf(content: VersionContent) {
  return {
    name: ownText(content.name, content),
    description: ownText(content.description, content),
    category: content.category ?? null,
    level: content.level ?? null,
    searchText: searchable(
      [
        ...Object.values(content.name),
        ...Object.values(content.description),
        content.category ?? '',
      ].join('\n'),
    ),
  };
}

/** The text in the content's own language, which the other texts fall back to as well. */
function ownText(text: VersionContent['name'], { language }: VersionContent): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}
