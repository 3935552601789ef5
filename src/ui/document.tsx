import type { Child } from 'hono/jsx';

import type { Language } from '../i18n/languages.ts';
import type { Messages } from '../i18n/messages.ts';
import { asset } from './assets.ts';
import { brandAddress } from './brand.tsx';

export interface DocumentProps {
  /** Of the page alone; the product's name is added. */
  title: string;
  language: Language;
  t: Messages;
  children: Child;
}

/**
 * `includeIndicatorCSS` would insert a style sheet of its own, and a settle delay would copy the style
 * of elements with the same id (a text box made larger): the CSP refuses both. `reload`: going back
 * asks the server, as without htmx, so that a submitted test is never shown as an open one.
 */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  defaultSettleDelay: 0,
  history: 'reload',
});

/** The HTML shell of every page; `kit` chooses the style sheet and script. */
export function Document(
  props: DocumentProps & {
    kit: 'candidate' | 'workspace';
    /** An organization's own, as six hexadecimal digits. */
    brandColor?: string | null | undefined;
  },
) {
  return (
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${props.title} · ${props.t.common.productName}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        {props.kit === 'workspace' ? <meta name="htmx-config" content={htmxConfig} /> : null}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={asset(`${props.kit}.css`)} />
        {props.brandColor ? <link rel="stylesheet" href={brandAddress(props.brandColor)} /> : null}
        {/* A candidate's pages move without it, by a script of their own: 13 KB less on a slow network. */}
        {props.kit === 'workspace' ? <script src={asset('htmx.js')} defer></script> : null}
        <script src={asset(`${props.kit}.js`)} defer></script>
      </head>
      <body>
        <a class="skip" href="#content">
          {props.t.common.skipToContent}
        </a>
        {props.children}
        <div id="announcer" class="sr-only" role="status" aria-live="polite"></div>
      </body>
    </html>
  );
}
