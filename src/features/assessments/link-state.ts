export type LinkState = 'open' | 'not_open' | 'over' | 'off';

/** What a link does at this moment. The window is [opensAt, closesAt). */
export function linkStateOf(
  link: { enabled: boolean | 0 | 1; opensAt: number | null; closesAt: number | null },
  now: number,
): LinkState {
  if (!link.enabled) return 'off';
  if (link.opensAt !== null && now < link.opensAt) return 'not_open';
  if (link.closesAt !== null && now >= link.closesAt) return 'over';
  return 'open';
}
