/** About twice what people read silently (238 words a minute, Brysbaert 2019): skimming is no haste. */
export const wordsPerMinute = 500;
/** Shorter texts are taken in at a glance, and say nothing. */
export const shortestReading = 3;

/** The least time (s) in which a text of Markdown can plausibly be read; 0 when it is too short to tell. */
export function readingSeconds(markdown: string): number {
  const seconds = Math.floor((wordCount(markdown) * 60) / wordsPerMinute);
  return seconds < shortestReading ? 0 : seconds;
}

/** Words outside code, which is looked at rather than read. */
function wordCount(markdown: string): number {
  const text = markdown.replace(/^(```|~~~)[^]*?^\1/gm, ' ').replace(/`[^`\n]*`|\]\([^)]*\)/g, ' ');
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
