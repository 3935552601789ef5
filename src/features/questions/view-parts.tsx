import { type Language, type LocalizedText, localize } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { plainText } from '../../ui/markdown-tree.ts';
import { InlineMarkdown, Markdown } from '../../ui/markdown.tsx';
import type { FormFields } from './rule.ts';

interface Reading {
  language: Language;
  fallback: Language;
}

/** One line of authored text, marked with its language where that is not the page's. */
export function LocalizedLine({ text, language, fallback }: Reading & { text: LocalizedText }) {
  const found = localize(text, language, fallback);
  return <InlineMarkdown text={found.text} language={foreign(found.language, language)} />;
}

/** The options with these ids, as words without markup, in the order of the ids. */
export function optionWords(
  options: readonly { id: string; text: LocalizedText }[],
  ids: readonly string[],
  { language, fallback }: Reading,
): string[] {
  return ids.flatMap((id) => {
    const found = options.find((option) => option.id === id);
    return found ? [plainText(localize(found.text, language, fallback).text)] : [];
  });
}

/** What the reviewer looks for in an answer that only a person can grade. */
export function Rubric(props: Reading & { text: LocalizedText | undefined; t: Messages }) {
  if (props.text === undefined) return null;
  const found = localize(props.text, props.language, props.fallback);
  return (
    <div class="rubric">
      <p>{props.t.questions.rubric}</p>
      <Markdown text={found.text} t={props.t} language={foreign(found.language, props.language)} />
    </div>
  );
}

/** What a field shows: what was typed when it came back with a problem, else what is stored. */
export function shown(
  fields: FormFields | undefined,
  name: string,
  stored: string | readonly string[] | null,
): string[] {
  const value = fields === undefined ? stored : (fields[name] ?? null);
  return value === null ? [] : [value].flat();
}

function foreign(found: Language, page: Language): Language | undefined {
  return found === page ? undefined : found;
}
