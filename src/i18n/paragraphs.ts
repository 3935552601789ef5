/** One text of several paragraphs, as people type it: an empty line between them. */
export function paragraphs(...texts: string[]): string {
  return texts.join('\n\n');
}
