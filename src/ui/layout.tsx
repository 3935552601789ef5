import type { Child } from 'hono/jsx';

import { BrandMark } from './brand.tsx';
import { Document, type DocumentProps } from './document.tsx';
import { LanguageSwitcher } from './language-switcher.tsx';

interface ShellProps extends DocumentProps {
  /** Path and query of this page: where a change of language comes back to. */
  path: string;
}

export interface CandidateLayoutProps extends ShellProps {
  /** Whose test it is. */
  organization?: string | undefined;
  /** What stays in view while answering, such as the clock; the language then moves to the footer. */
  aside?: Child;
}

/** Pages of a test: the organization's name, a quiet frame, nothing that leads away. */
export function CandidateLayout(props: CandidateLayoutProps) {
  const { language, t, path } = props;
  const switcher = <LanguageSwitcher language={language} t={t} path={path} />;
  return (
    <Document kit="candidate" title={props.title} language={language} t={t}>
      <header class={props.aside ? 'top top-sticky' : 'top'}>
        <div class="wrap">
          <span class="brand">
            <BrandMark />
            <span>{props.organization ?? t.common.productName}</span>
          </span>
          {props.aside ?? switcher}
        </div>
      </header>
      <main id="content" class="wrap" tabindex={-1}>
        {props.children}
      </main>
      <footer class="foot">
        <div class="wrap">
          {props.aside ? switcher : null}
          <small>{t.common.footer}</small>
        </div>
      </footer>
    </Document>
  );
}

/** Home, sign-in, errors: the workspace's look without its navigation. */
export function PublicLayout(props: ShellProps) {
  const { language, t, path } = props;
  return (
    <Document kit="workspace" title={props.title} language={language} t={t}>
      <header class="top">
        <div class="wrap">
          <a class="brand" href="/">
            <BrandMark />
            <span>{t.common.productName}</span>
          </a>
          <LanguageSwitcher language={language} t={t} path={path} />
        </div>
      </header>
      <main id="content" class="wrap" tabindex={-1}>
        {props.children}
      </main>
      <footer class="foot">
        <div class="wrap">
          <small>{t.common.footer}</small>
        </div>
      </footer>
    </Document>
  );
}
