import { hmacText, secretValues } from '../../lib/secrets.ts';
import type { SignalKind } from '../questions/conduct.ts';
import type { DeviceCategory } from './signals.ts';

export interface Place {
  network?: string;
  device?: DeviceCategory;
}

/** From where a request comes, as far as the version records it; undefined when it records neither. */
export async function placeOf(
  request: { header(name: string): string | undefined },
  attemptId: string,
  signals: readonly SignalKind[],
  secret: string,
): Promise<Place | undefined> {
  const address = request.header('CF-Connecting-IP');
  const network =
    signals.includes('network') && address
      ? await networkHash(secret, attemptId, address)
      : undefined;
  const device = signals.includes('device')
    ? deviceCategory(request.header('User-Agent') ?? '')
    : undefined;
  if (network === undefined && device === undefined) return undefined;
  return { ...(network && { network }), ...(device && { device }) };
}

/**
 * A keyed hash of the address and the attempt: equal for the same network within one attempt, and good
 * for nothing else. Neither the address nor a link between two attempts can be got from it.
 */
export async function networkHash(
  secret: string,
  attemptId: string,
  address: string,
): Promise<string> {
  const key = secretValues(secret)[0]!;
  const hash = await hmacText(key, `aferi:network:${attemptId}:${networkOf(address)}`);
  return hash.slice(0, 16);
}

/** Devices change their IPv6 address within their /64 all the time: only that part names a network. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...rest];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** By what the browser says of itself; an iPad that passes for a Mac is a computer. */
export function deviceCategory(userAgent: string): DeviceCategory {
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet';
  return /Mobi|iPhone|Android/i.test(userAgent) ? 'phone' : 'computer';
}
