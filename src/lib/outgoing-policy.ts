import { parseHosts, type UrlPolicy } from './outgoing-url.ts';

/** Where callbacks and result webhooks may lead in this environment (GUPY.md A.4). */
export function outgoingPolicy(env: Env): UrlPolicy {
  return {
    allowedHosts: parseHosts(env.GUPY_ALLOWED_HOSTS),
    allowLoopback: env.ENVIRONMENT === 'development',
  };
}

/** Where customers' own servers may be: anywhere public. */
export function openPolicy(env: Env): UrlPolicy {
  return { allowedHosts: 'any', allowLoopback: env.ENVIRONMENT === 'development' };
}
