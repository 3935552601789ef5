import { describe, expect, it } from 'vitest';

import { seal, unseal } from '../../src/lib/sealed.ts';

const secret = 'a-secret-of-the-tests-with-32-characters';
const text = 'gupy-token ç 😀';
const encode = (bytes: Uint8Array) => bytes.toBase64({ alphabet: 'base64url' });

describe('a sealed text', () => {
  it('opens with the same secret and context, and reads like nothing until then', async () => {
    const sealed = await seal(secret, 'acme', text);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(sealed).not.toContain('gupy');
    expect(await unseal(secret, 'acme', sealed)).toBe(text);
  });

  it('looks different each time', async () => {
    const sealed = await Promise.all(Array.from({ length: 20 }, () => seal(secret, 'acme', text)));
    expect(new Set(sealed).size).toBe(20);
    expect(new Set(sealed.map((one) => one.slice(0, 16))).size).toBe(20);
  });

  it('does not open with another secret or as somebody else’s', async () => {
    const sealed = await seal(secret, 'acme', text);
    expect(await unseal(`${secret}x`, 'acme', sealed)).toBeUndefined();
    expect(await unseal(secret, 'beta', sealed)).toBeUndefined();
  });

  it('does not open once any of its bytes was changed, or any is missing', async () => {
    const bytes = Uint8Array.fromBase64(await seal(secret, 'acme', text), {
      alphabet: 'base64url',
    });
    for (const index of bytes.keys()) {
      const changed = bytes.map((byte, at) => (at === index ? byte ^ 1 : byte));
      expect(await unseal(secret, 'acme', encode(changed)), `byte ${index}`).toBeUndefined();
      const cut = encode(bytes.slice(0, index));
      expect(await unseal(secret, 'acme', cut), `${index} bytes`).toBeUndefined();
    }
    expect(await unseal(secret, 'acme', 'not base64!')).toBeUndefined();
  });

  it('opens while its secret is being rotated; new ones are sealed with the new value', async () => {
    const old = await seal(secret, 'acme', text);
    const rotated = `new-${secret}, ${secret}`;
    expect(await unseal(rotated, 'acme', old)).toBe(text);
    const renewed = await seal(rotated, 'acme', text);
    expect(await unseal(`new-${secret}`, 'acme', renewed)).toBe(text);
    expect(await unseal(secret, 'acme', renewed)).toBeUndefined();
  });
});
