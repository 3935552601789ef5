/** A candidate's first view has 50 KB, and 41 of them are taken (test/browser/brand.test.ts weighs it). */
export const largestLogo = { bytes: 6 * 1024, width: 800, height: 400 };

/**
 * No SVG: it is a document, which may hold scripts and load from elsewhere, and is served here from the
 * same origin as everything else.
 */
export type LogoType = 'image/png' | 'image/jpeg' | 'image/webp';

export interface Logo {
  type: LogoType;
  width: number;
  height: number;
}

export type LogoProblem = 'type' | 'bytes' | 'pixels';

/** What the bytes are, whatever they were called; a problem when they are no logo that pages can carry. */
export function readLogo(bytes: Uint8Array): Logo | LogoProblem {
  const logo = pngSize(bytes) ?? jpegSize(bytes) ?? webpSize(bytes);
  if (!logo || logo.width === 0 || logo.height === 0) return 'type';
  if (bytes.length > largestLogo.bytes) return 'bytes';
  const fits = logo.width <= largestLogo.width && logo.height <= largestLogo.height;
  return fits ? logo : 'pixels';
}

/** https://www.w3.org/TR/png-3/#5PNG-file-signature, then the IHDR chunk. */
function pngSize(bytes: Uint8Array): Logo | undefined {
  if (bytes.length < 33 || text(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  if (text(bytes, 12, 4) !== 'IHDR') return undefined;
  const view = viewOf(bytes);
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81, B.1.1.3: the size is in the first start-of-frame segment. */
function jpegSize(bytes: Uint8Array): Logo | undefined {
  if (text(bytes, 0, 3) !== '\xff\xd8\xff') return undefined;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1]!;
    // C4, C8 and CC are in the range, but are tables.
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame)
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}

/** RFC 9649: a RIFF file whose first chunk is lossy, lossless or extended. */
function webpSize(bytes: Uint8Array): Logo | undefined {
  if (bytes.length < 32 || text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP')
    return undefined;
  const view = viewOf(bytes);
  const type = 'image/webp';
  switch (text(bytes, 12, 4)) {
    case 'VP8 ': {
      const size = (at: number) => view.getUint16(at, true) & 0x3fff;
      return { type, width: size(26), height: size(28) };
    }
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const size = (at: number) => (view.getUint32(at, true) & 0xffffff) + 1;
      return { type, width: size(24), height: size(27) };
    }
    default:
      return undefined;
  }
}

/** Bytes as characters, to compare them with signatures. */
function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
