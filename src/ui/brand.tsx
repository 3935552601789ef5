import type { Messages } from '../i18n/messages.ts';
import { brandVersion } from './brand-colour.ts';

/** What candidates see of whose test it is. */
export interface OrganizationFace {
  organizationName: string;
  /** Six lower-case hexadecimal digits; null: the product's own colour. */
  brandColor: string | null;
  /** Where the logo's bytes are; null: the product's mark and the name. */
  logoHash: string | null;
}

/**
 * The stylesheet of a colour. Its address is made of the colour alone, so that it needs no row and may be
 * kept for ever.
 */
export function brandAddress(color: string): string {
  return `/brand/${brandVersion}/${color}.css`;
}

export function logoAddress(hash: string): string {
  return `/brand/logos/${hash}`;
}

/**
 * The logo, or the mark and the name. Nothing follows it in its line and its height is known before it
 * has loaded, so that nothing moves.
 */
export function BrandFace({ face, t }: { face: OrganizationFace | undefined; t: Messages }) {
  return face?.logoHash ? (
    <img class="logo" src={logoAddress(face.logoHash)} alt={face.organizationName} height="32" />
  ) : (
    <>
      <BrandMark />
      <span>{face?.organizationName ?? t.common.productName}</span>
    </>
  );
}

/** The mark: a tick drawn on a measuring scale. Decorative beside the name. */
export function BrandMark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <g class="mark-lines" fill="none" stroke-width="3" stroke-linecap="round">
        <path d="M8 17.5l5.5 5.5L24 10" stroke-linejoin="round" />
      </g>
    </svg>
  );
}
