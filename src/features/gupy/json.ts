/**
 * Parses JSON without losing digits: every number written as an integer becomes a bigint, because
 * Gupy's ids and documents are int64 and a JavaScript number is exact only up to 2^53 (GUPY.md A.2).
 * Undefined for bytes that are no JSON in UTF-8, and for nesting deeper than a stack.
 */
export function parseLossless(bytes: ArrayBuffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return JSON.parse(text, revive);
  } catch {
    return undefined;
  }
}

/** The third argument is ES2026's JSON.parse source text access. */
function revive(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return /^-?\d{1,19}$/.test(context.source) ? BigInt(context.source) : value;
}
