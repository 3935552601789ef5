import { brandPalette, ownPalette, surfaces, type Theme } from '../../ui/brand-colour.ts';
import { logoAddress } from '../../ui/brand.tsx';
import type { MemberProps } from '../../ui/member-page.tsx';
import type { Brand } from './brand-queries.ts';

type PreviewProps = MemberProps & { brand: Brand; color: string | null };

/**
 * A candidate's page in both themes, whichever the browser has. Drawn, because colours that are only
 * tried out are in no stylesheet, and the CSP allows none in the page.
 */
export function BrandPreview(props: PreviewProps) {
  return (
    <div class="brand-previews">
      {(['light', 'dark'] as const).map((theme) => (
        <figure>
          <Sample {...props} theme={theme} />
          <figcaption>{props.t.brand.themes[theme]}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function Sample({ brand, color, member, theme, t }: PreviewProps & { theme: Theme }) {
  const words = t.brand;
  const { primary, primaryContent, primarySoft } =
    color === null ? ownPalette[theme] : brandPalette(color, theme);
  const { card, page, track, text, quiet } = surfaces[theme];
  return (
    <svg viewBox="0 0 320 230" role="img" aria-label={words.sample(words.themes[theme])}>
      <rect width="320" height="230" fill={`#${page}`} />
      <rect width="320" height="44" fill={`#${card}`} />
      {brand.logoHash === null ? (
        <>
          <rect x="14" y="11" width="22" height="22" rx="6" fill={`#${primary}`} />
          <path
            d="M20 23l3.5 3.5L30 18"
            fill="none"
            stroke={`#${primaryContent}`}
            stroke-width="2"
          />
          <text x="44" y="27" font-size="13" font-weight="600" fill={`#${text}`}>
            {member.organizationName}
          </text>
        </>
      ) : (
        <>
          <rect x="12" y="6" width="136" height="32" rx="5" fill="#ffffff" />
          <image
            href={logoAddress(brand.logoHash)}
            x="16"
            y="8"
            width="128"
            height="28"
            preserveAspectRatio="xMinYMid"
          />
        </>
      )}
      <text x="14" y="66" font-size="11" fill={`#${quiet}`}>
        {words.sampleProgress}
      </text>
      <rect x="14" y="74" width="292" height="5" rx="2.5" fill={`#${track}`} />
      <rect x="14" y="74" width="110" height="5" rx="2.5" fill={`#${primary}`} />
      <rect x="14" y="92" width="292" height="86" rx="10" fill={`#${card}`} />
      <rect
        x="24"
        y="102"
        width="272"
        height="30"
        rx="7"
        fill={`#${primarySoft}`}
        stroke={`#${primary}`}
      />
      <circle cx="40" cy="117" r="5" fill="none" stroke={`#${primary}`} stroke-width="3" />
      <text x="54" y="121" font-size="11" fill={`#${text}`}>
        {words.sampleChosen}
      </text>
      <text x="24" y="158" font-size="11" fill={`#${primary}`} text-decoration="underline">
        {words.sampleLink}
      </text>
      <rect x="206" y="188" width="100" height="30" rx="7" fill={`#${primary}`} />
      <text
        x="256"
        y="207"
        font-size="12"
        font-weight="600"
        text-anchor="middle"
        fill={`#${primaryContent}`}
      >
        {words.sampleButton}
      </text>
    </svg>
  );
}
