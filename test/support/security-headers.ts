import { expect } from 'vitest';

/** What every answer carries, whoever made it: a page, an error, a redirect, a static file (QUALITY.md). */
export function expectSecureHeaders({ headers }: Response, what: string): void {
  const soft = (name: string) => expect.soft(headers.get(name), `${name} of ${what}`);
  soft('Strict-Transport-Security').toMatch(/^max-age=(\d{8,}); includeSubDomains$/);
  soft('X-Content-Type-Options').toBe('nosniff');
  soft('X-Frame-Options').toBe('DENY');
  soft('Referrer-Policy').toMatch(/^(no-referrer|same-origin)$/);
  soft('Cross-Origin-Opener-Policy').toBe('same-origin');
  soft('Cross-Origin-Resource-Policy').toBe('same-origin');
  soft('Permissions-Policy').toMatch(/camera=\(\).*microphone=\(\).*geolocation=\(\)/);
  soft('X-Powered-By').toBeNull();

  const policy = policyOf(headers);
  for (const name of ['default-src', 'object-src', 'base-uri', 'frame-ancestors'])
    expect.soft(policy[name], `${name} of ${what}`).toEqual(["'none'"]);
  for (const [name, sources] of Object.entries(policy))
    for (const source of sources)
      expect.soft(source, `${name} of ${what}`).toMatch(/^('none'|'self'|https:\/\/[a-z0-9.-]+)$/);
}

/** Directive → its sources. */
export function policyOf(headers: Headers): Record<string, string[]> {
  const directives = (headers.get('Content-Security-Policy') ?? '').split(';');
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}
