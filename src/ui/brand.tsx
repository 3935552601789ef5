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
