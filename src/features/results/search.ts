import { searchable } from '../../lib/text.ts';
import { searchTerms } from '../attempts/start-queries.ts';

/** What to look for: the terms that start with `word`, and of those people only who has all `words`. */
export interface Search {
  word: string;
  words: readonly string[];
}

const mostWords = 6;

/**
 * Reads what was typed as beginnings of words. What looks like (a part of) an address is kept whole,
 * because that is how addresses are stored. The longest word leads: it is likely to be the rarest.
 * Undefined when there is no letter or digit to look for.
 */
export function searchOf(typed: string): Search | undefined {
  const words = searchable(typed)
    .split(/\s+/)
    .flatMap((part) => (/[@._+]/.test(part) ? part : part.split(/[^\p{L}\p{N}]+/u)))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, mostWords);
  const word = words.toSorted((a, b) => b.length - a.length)[0];
  return word === undefined ? undefined : { word, words };
}

/** The first text that no longer begins with `word`, in the order of SQLite's (UTF-8) comparison. */
export function endOf(word: string): string {
  return `${word}\u{10ffff}`;
}

/**
 * True for the one row under which a search shows a person, who has to have all the words: the first of
 * their terms that begins so, or their address when none does.
 */
export function isShown(
  { word, words }: Search,
  found: { term: string; candidateName: string; candidateEmail: string },
): boolean {
  const { candidateName, candidateEmail } = found;
  const terms = searchTerms(candidateName, candidateEmail);
  const [first = candidateEmail] = terms.filter((term) => term.startsWith(word)).toSorted();
  const texts = [...terms, candidateEmail];
  return found.term === first && words.every((each) => texts.some((text) => text.startsWith(each)));
}
