const text = new TextEncoder();

/** The beginning of a PNG of this size, all that is ever looked at, and the note behind it. */
export function aPng(note = '', width = 160, height = 32): Uint8Array<ArrayBuffer> {
  const head = Uint8Array.fromHex('89504e470d0a1a0a0000000d49484452');
  const ihdr = new DataView(new ArrayBuffer(17));
  ihdr.setUint32(0, width);
  ihdr.setUint32(4, height);
  return joined(head, new Uint8Array(ihdr.buffer), text.encode(note) as Uint8Array<ArrayBuffer>);
}

/** A JPEG's segments as far as its size, with a table before it. */
export function aJpeg(width: number, height: number): Uint8Array<ArrayBuffer> {
  const size = hex16(height) + hex16(width);
  return Uint8Array.fromHex(`ffd8ffc4000401ffffc2000b08${size}01011100ffd9`);
}

/** A WebP's first chunk, padded. */
export function aWebp(kind: 'VP8 ' | 'VP8L' | 'VP8X', payload: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(48);
  bytes.set(text.encode('RIFF'));
  bytes.set(text.encode(`WEBP${kind}`), 8);
  bytes.set(Uint8Array.fromHex(payload), 20);
  return bytes;
}

function hex16(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function joined(...parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}
