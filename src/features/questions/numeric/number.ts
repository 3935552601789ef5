/** Longer than any number a person types; keeps hostile input away from the patterns. */
const maxTypedLength = 64;

const plain = /^([+-]?)(\d*)(?:[.,](\d*))?(e[+-]?\d{1,4})?$/i;
/** Groups of three by one separator, decimals after the other: 1.234.567,8 · 1,234.5 · 1 234,5. */
const grouped = [
  /^([+-]?)(\d{1,3}(?:\.\d{3})+),(\d*)(e[+-]?\d{1,4})?$/i,
  /^([+-]?)(\d{1,3}(?:,\d{3})+)\.(\d*)(e[+-]?\d{1,4})?$/i,
  /^([+-]?)(\d{1,3}(?: \d{3})+)(?:[.,](\d*))?(e[+-]?\d{1,4})?$/i,
  /^([+-]?)(\d{1,3}(?:\.\d{3}){2,})()(e[+-]?\d{1,4})?$/i,
  /^([+-]?)(\d{1,3}(?:,\d{3}){2,})()(e[+-]?\d{1,4})?$/i,
];

/**
 * A number as people type it, with a decimal comma or a decimal point; undefined when it is none.
 * A separator that comes alone is the decimal one, in every language ("1.234" is 1,234 and not 1234):
 * guessing by language would read the same answer differently on two devices.
 */
export function parseNumber(typed: string): number | undefined {
  if (typed.length > maxTypedLength) return undefined;
  const text = typed
    .trim()
    .replaceAll('\u2212', '-')
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/^([+-]) +/, '$1');
  for (const pattern of [plain, ...grouped]) {
    const [, sign = '', whole = '', decimals = '', exponent = ''] = pattern.exec(text) ?? [];
    if (whole === '' && decimals === '') continue;
    const value = Number(
      `${sign}${whole.replaceAll(/\D/g, '') || '0'}.${decimals || '0'}${exponent}`,
    );
    return Number.isFinite(value) ? value : undefined;
  }
  return undefined;
}
