/** A colour as stored and as in an address: six lower-case hexadecimal digits. */
export type Hex = string;

/** What a stylesheet sets of tokens.css; each is a CSS colour. */
export interface Palette {
  primary: Hex;
  primaryContent: Hex;
  primarySoft: Hex;
}

/** Rises when the same colour shall give another stylesheet: it is part of the address. */
export const brandVersion = 1;

/** The grounds and texts of tokens.css that a brand colour meets; a test compares the two files. */
export const surfaces = {
  light: { card: 'ffffff', page: 'f3f7f6', track: 'd9e3e1', text: '14262a', quiet: '4b6064' },
  dark: { card: '15211f', page: '0d1615', track: '2b3b39', text: 'e6efed', quiet: 'a3b6b3' },
};
export type Theme = keyof typeof surfaces;

/** The product's own, of the same file: for an organization without a colour. */
export const ownPalette: Readonly<Record<Theme, Palette>> = {
  light: { primary: '0b6a62', primaryContent: 'ffffff', primarySoft: 'e0f1ee' },
  dark: { primary: '5fcdbd', primaryContent: '04211e', primarySoft: '17352f' },
};

/** WCAG 2.2, 1.4.3 and 1.4.11: text, and what only marks a control or a state. */
const readable = 4.5;
const visible = 3;
/** How much of the colour is in the ground of a chosen option. */
const softShare = 0.12;

/** `#1A2b3c` or `1A2b3c` as six lower-case digits; undefined for anything else. */
export function parseHex(typed: string): Hex | undefined {
  return /^#?([0-9a-f]{6})$/.exec(typed.trim().toLowerCase())?.[1];
}

/**
 * The colour itself where every pair is readable with it; else the nearest lightness of the same hue
 * that is: darker on light grounds, lighter on dark ones. Black and white always are, so there is one.
 */
export function brandPalette(color: Hex, theme: Theme): Palette {
  const { hue, saturation, lightness } = toHsl(color);
  const end = theme === 'light' ? 0 : 1;
  const steps = 200;
  for (let step = 0; step < steps; step += 1) {
    const moved = lightness + ((end - lightness) * step) / steps;
    const palette = paletteOf(step === 0 ? color : fromHsl(hue, saturation, moved), theme);
    if (holds(palette, theme)) return palette;
  }
  return paletteOf(theme === 'light' ? '000000' : 'ffffff', theme);
}

/** Whether the colour itself is what the theme shows. */
export function isReadable(color: Hex, theme: Theme): boolean {
  return brandPalette(color, theme).primary === color;
}

/**
 * Only custom properties: what they colour, and forced colours, stay with the other stylesheets. It is
 * in no cascade layer and comes after them, so it wins.
 */
export function brandStylesheet(color: Hex): string {
  const root = (theme: Theme) => {
    const { primary, primaryContent, primarySoft } = brandPalette(color, theme);
    return `:root{--color-primary:#${primary};--color-primary-content:#${primaryContent};--color-primary-soft:#${primarySoft}}`;
  };
  return `${root('light')}\n@media (prefers-color-scheme:dark){${root('dark')}}\n`;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(a: Hex, b: Hex): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance, 0 to 1 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
export function luminance(color: Hex): number {
  const [red, green, blue] = channels(color).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function paletteOf(primary: Hex, theme: Theme): Palette {
  const primaryContent =
    contrast(primary, 'ffffff') >= contrast(primary, '000000') ? 'ffffff' : '000000';
  return { primary, primaryContent, primarySoft: mix(surfaces[theme].card, primary, softShare) };
}

/** Every pair that the pages make of these and of what they stand on. */
function holds({ primary, primaryContent, primarySoft }: Palette, theme: Theme): boolean {
  const { card, page, track, text, quiet } = surfaces[theme];
  const texts = [
    [primary, card],
    [primary, page],
    [primary, primarySoft],
    [primaryContent, primary],
    [text, primarySoft],
    [quiet, primarySoft],
  ] as const;
  return texts.every(([a, b]) => contrast(a, b) >= readable) && contrast(primary, track) >= visible;
}

type Channels = [red: number, green: number, blue: number];

/** Each 0 to 1. */
function channels(color: Hex): Channels {
  return [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as Channels;
}

function hexOf(parts: readonly number[]): Hex {
  return parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

function mix(ground: Hex, color: Hex, share: number): Hex {
  const other = channels(color);
  return hexOf(channels(ground).map((part, index) => part * (1 - share) + other[index]! * share));
}

/** Hue in sixths of a turn, the rest 0 to 1 (CSS Color 4, https://www.w3.org/TR/css-color-4/#rgb-to-hsl). */
function toHsl(color: Hex) {
  const parts = channels(color);
  const [red, green, blue] = parts;
  const max = Math.max(...parts);
  const range = max - Math.min(...parts);
  const lightness = max - range / 2;
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const hue =
    max === red
      ? (green - blue) / range
      : max === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: (hue + 6) % 6, saturation: range / (1 - Math.abs(2 * lightness - 1)), lightness };
}

/** The way back (https://www.w3.org/TR/css-color-4/#hsl-to-rgb). */
function fromHsl(hue: number, saturation: number, lightness: number): Hex {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number) => {
    const at = (offset + hue * 2) % 12;
    return lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  };
  return hexOf([part(0), part(8), part(4)]);
}
