import type { Messages } from '../../i18n/messages.ts';

/** From a page about one part of the connection to the page about all of it. */
export function WayBack({ t }: { t: Messages }) {
  return (
    <p class="way-back">
      <a class="text-link" href="/integrations/gupy">
        <span aria-hidden="true">←</span> {t.inbound.back}
      </a>
    </p>
  );
}
