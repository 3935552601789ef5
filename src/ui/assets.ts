import manifest from '../public/generated/manifest.json' with { type: 'json' };

/** The address of a built file; its name changes with its content, so it may be cached for ever. */
export function asset(name: keyof typeof manifest): string {
  return manifest[name];
}
