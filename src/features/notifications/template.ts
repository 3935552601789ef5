import type { MailKind } from '../../db/schema/people.ts';
import { isStorable } from '../../lib/text.ts';
import { headerText } from './mail.ts';

/** What an organization may edit of a mail. The link is not in it: every mail ends with its button. */
export interface Template {
  subject: string;
  /** Plain text with `{{placeholders}}`; an empty line separates paragraphs. */
  body: string;
}

/** These always have a value, wherever they may stand. */
const certain = ['candidate', 'organization', 'assessment'] as const;

const more = {
  invitation: ['expires', 'duration'],
  reminder: ['expires'],
  resume: [],
  received: [],
  result: ['total', 'band', 'feedback'],
  decision: ['message'],
} as const satisfies Record<MailKind, readonly string[]>;

export type Placeholder = (typeof certain)[number] | (typeof more)[MailKind][number];
export type Values = Partial<Record<Placeholder, string>>;

/** Written by people in several paragraphs; of any other value only one line is ever shown. */
const long: readonly string[] = ['feedback', 'message'];

/** What may stand in a mail of this kind. */
export function placeholdersOf(kind: MailKind): readonly Placeholder[] {
  return [...certain, ...more[kind]];
}

const longest = { subject: 150, body: 5000 } as const;
export const subjectLength = longest.subject;
export const bodyLength = longest.body;

export interface Problem {
  field: keyof Template;
  code: 'empty' | 'long' | 'unstorable' | 'unknown' | 'missing';
  /** As it was written, without the braces; '' where it is about no placeholder. */
  name: string;
}

/** Why this can't be the template of a kind: at most one problem for each field, the first to mend. */
export function problemsOf(template: Template, kind: MailKind): Problem[] {
  const allowed: Record<keyof Template, readonly string[]> = {
    // A subject that may lose its only line to a missing value would be none.
    subject: certain,
    body: placeholdersOf(kind),
  };
  return (['subject', 'body'] as const).flatMap((field) => {
    const text = template[field];
    const unknown = namesIn(text).find((name) => !allowed[field].includes(name));
    const problem = (code: Problem['code'], name = '') => [{ field, code, name }];
    if (text.trim() === '') return problem('empty');
    if (text.length > longest[field]) return problem('long');
    if (!isStorable(text)) return problem('unstorable');
    if (unknown !== undefined) return problem('unknown', unknown);
    // Somebody wrote to the candidate: a decision's mail without it would say nothing.
    if (field === 'body' && kind === 'decision' && !namesIn(text).includes('message'))
      return problem('missing', 'message');
    return [];
  });
}

/**
 * The text with its values. A line that asks for a value that is not there is left out whole. What a
 * value says is never read as a placeholder, and can't begin a paragraph unless it is one of the long.
 */
export function fill(
  { subject, body }: Template,
  values: Values,
): { subject: string; paragraphs: string[] } {
  const lines = body.split('\n').flatMap((line) => fillLine(line, values) ?? []);
  const paragraphs = lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return { subject: headerText(fillLine(subject, values) ?? ''), paragraphs };
}

/** Undefined when a value is missing. */
export function fillLine(line: string, values: Values): string | undefined {
  if (namesIn(line).some((name) => !valueOf(values, name))) return undefined;
  return line.replace(slot, (_whole, name: string) => valueOf(values, name.trim()));
}

const slot = /\{\{([^{}]*)\}\}/g;

function namesIn(text: string): string[] {
  return [...text.matchAll(slot)].map(([, name]) => name!.trim());
}

function valueOf(values: Values, name: string): string {
  const value = Object.hasOwn(values, name) ? (values[name as Placeholder] ?? '') : '';
  return long.includes(name) ? value.replaceAll('\r\n', '\n').trim() : headerText(value);
}

/**
 * A name is typed by whoever opens a public link, next to any address: one that holds an address, a
 * link or an advertisement must not reach that mailbox under our name. Then nobody is named.
 */
export function greetableName(name: string): string | undefined {
  const line = headerText(name);
  if (line.length === 0 || line.length > 80) return undefined;
  return /[:/\\@<>]|\.\p{L}{2}|\d{4}/u.test(line) ? undefined : line;
}
