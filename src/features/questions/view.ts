import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { FormFields } from './rule.ts';

/** The reader's language, and the one that the version falls back to. */
export interface Reading {
  language: Language;
  fallback: Language;
  t: Messages;
}

interface ViewProps<Content, Answer> extends Reading {
  content: Content;
  /** The stored answer; null when there is none. */
  answer: Answer | null;
}

export interface CandidateProps<Content, Answer> extends ViewProps<Content, Answer> {
  /** What was typed, when it came back with a problem; shown instead of the stored answer. */
  fields?: FormFields | undefined;
  /** Why it came back, in the reader's language. */
  problem?: string | undefined;
  /** The attempt's and the question's, so that every view of it has the same order. */
  seed: string;
}

export interface ReviewerProps<Content, Answer> extends ViewProps<Content, Answer> {
  /** In the reader's language, by id; without them the ids stand for the names. */
  competencyNames?: Readonly<Record<string, string>> | undefined;
  /**
   * Read by the candidate, on a page that has its own verdict in words: nothing about how it scores
   * (points, reversed items, rubrics).
   */
  forCandidate?: boolean | undefined;
}

/**
 * The visible face of a question type. `Candidate` draws the inputs alone: the page has the prompt in
 * an element with the id `prompt`, and the form around. Nothing in it may tell the key.
 */
export interface QuestionView<Content = any, Answer = any> {
  Candidate: (props: CandidateProps<Content, Answer>) => JSX.Element;
  /** The answer beside the key. */
  Reviewer: (props: ReviewerProps<Content, Answer>) => JSX.Element;
  /** The answer alone, as its candidate would say it: one text per thing chosen, written or put in order. */
  inWords: (content: Content, answer: Answer, reading: Reading) => string[];
}
