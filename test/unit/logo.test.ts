import { describe, expect, it } from 'vitest';

import { largestLogo, readLogo } from '../../src/features/accounts/logo.ts';
import { aJpeg, aPng, aWebp } from '../support/images.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a logo', () => {
  it.each([
    ['a PNG', aPng('', 800, 400), 'image/png', 800, 400],
    ['a JPEG', aJpeg(640, 120), 'image/jpeg', 640, 120],
    ['a lossy WebP', aWebp('VP8 ', '0000009d012ac8003200'), 'image/webp', 200, 50],
    ['a lossless WebP', aWebp('VP8L', '2fc7400c00'), 'image/webp', 200, 50],
    ['an extended WebP', aWebp('VP8X', '00000000c70000310000'), 'image/webp', 200, 50],
  ])('may be %s', (_, bytes, type, width, height) => {
    expect(readLogo(bytes)).toEqual({ type, width, height });
  });

  it.each([
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['an HTML page', bytesOf('<!doctype html><script>alert(1)</script>'.repeat(4))],
    ['a GIF', bytesOf(`GIF89a${'\0'.repeat(60)}`)],
    ['nothing', new Uint8Array()],
    ["a PNG's signature alone", aPng().slice(0, 12)],
    ["a JPEG's signature alone", aJpeg(10, 10).slice(0, 4)],
    ["a WebP's signature alone", aWebp('VP8X', '').slice(0, 20)],
    ['a PNG of no size', aPng('', 0, 32)],
  ])('is not %s', (_, bytes) => expect(readLogo(bytes)).toBe('type'));

  it('has at most 6 KB and 800 × 400 pixels', () => {
    const padding = 'x'.repeat(largestLogo.bytes - aPng().length);
    expect(readLogo(aPng(padding))).toMatchObject({ type: 'image/png' });
    expect(readLogo(aPng(`${padding}x`))).toBe('bytes');
    expect(readLogo(aPng('', 801, 10))).toBe('pixels');
    expect(readLogo(aJpeg(10, 401))).toBe('pixels');
  });
});
