/**
 * One JSON line per request and per message: ids, status, duration; path templates, never raw paths
 * (tokens are in them), no answers, no e-mails, no bodies.
 */
export function logLine(line: Record<string, string | number | boolean | null | undefined>): void {
  console.log(JSON.stringify(line));
}

/** What may be logged of an error. Drizzle's own message quotes the bound values; its cause doesn't. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const inner = error.cause instanceof Error ? error.cause : error;
  return `${inner.name}: ${inner.message}`.slice(0, 500);
}

/** For work on many rows, where a bad one must not stop the others: what it throws is logged, no more. */
export async function orLog(at: string, id: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logLine({ at, id, failed: errorText(error) });
  }
}
