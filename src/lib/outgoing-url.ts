/** Where requests may go (GUPY.md A.4). Checked when a URL is received and again when it is used. */
export interface UrlPolicy {
  /** `gupy.io` allows that host alone, `*.gupy.io` any name below it; `any`: every public name. */
  allowedHosts: readonly string[] | 'any';
  /** Development only: plain http to this machine. */
  allowLoopback: boolean;
}

export type UrlProblem =
  | 'malformed'
  | 'scheme'
  | 'credentials'
  | 'fragment'
  | 'address'
  | 'local'
  | 'port'
  | 'host';

/**
 * Why a URL may not be used, or undefined when it may. The host is the parsed one, never the text's:
 * the parser has already undone every octal, hexadecimal and Unicode spelling of an address. What the
 * parser would only mend (spaces, backslashes, missing slashes, an empty user-info) is refused.
 */
export function urlProblem(text: string, policy: UrlPolicy): UrlProblem | undefined {
  const url = URL.parse(text);
  if (!url || text.length > 2000 || !text.isWellFormed() || /[\s\\\0-\x1f\x7f]/.test(text))
    return 'malformed';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';
  const authority = /^https?:\/\/([^/?#]+)/i.exec(text)?.[1];
  if (authority === undefined) return 'malformed';
  if (authority.includes('@')) return 'credentials';
  if (text.includes('#')) return 'fragment';
  const loopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (policy.allowLoopback && loopback && url.protocol === 'http:') return undefined;
  if (url.protocol !== 'https:') return 'scheme';
  if (isAddress(url.hostname)) return 'address';
  if (isLocalName(url.hostname)) return 'local';
  // The system's ports belong to other protocols. URL.port is '' for https' own.
  if (url.port !== '' && Number(url.port) < 1024) return 'port';
  if (policy.allowedHosts === 'any') return isMirror(url.hostname) ? 'local' : undefined;
  return policy.allowedHosts.some((pattern) => hostMatches(url.hostname, pattern))
    ? undefined
    : 'host';
}

/** The allow-list of an environment: comma separated hosts. */
export function parseHosts(list: string): string[] {
  return list
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);
}

/** The parser leaves only these two spellings of an address, whichever way it was written. */
function isAddress(host: string): boolean {
  return host.startsWith('[') || /^(\d+\.){3}\d+$/.test(host);
}

/** Endings that the public name system does not have, and that a private one may. */
const localEndings =
  /\.(localhost|local|internal|home\.arpa|home|lan|corp|intranet|svc|onion|test|invalid)$/;

function isLocalName(host: string): boolean {
  return !host.includes('.') || host.endsWith('.') || localEndings.test(host);
}

/** Public names whose owners let them lead to this very machine, or to whatever address is in them. */
const mirrors = `nip.io sslip.io xip.io 1u.ms rbndr.us traefik.me localtest.me localh.st localho.st
  lvh.me vcap.me lacolhost.com local.gd bugbounty.dod.network mail.ebc.apple.com
  spoofed.burpcollaborator.net`.split(/\s+/);

/** Where any host is allowed, these are the rest of the tricks that a URL alone gives away. */
function isMirror(host: string): boolean {
  return (
    /(^|[.-])(\d{1,3}[.-]){3}\d{1,3}([.-]|$)/.test(host) ||
    mirrors.some((mirror) => host === mirror || host.endsWith(`.${mirror}`))
  );
}

function hostMatches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
