import type { Child } from 'hono/jsx';

import { BrandFace, BrandMark, type OrganizationFace } from './brand.tsx';
import { Document, type DocumentProps } from './document.tsx';
import { LanguageSwitcher } from './language-switcher.tsx';

interface ShellProps extends DocumentProps {
  /** Path and query of this page: where a change of language comes back to. */
  path: string;
}

export interface CandidateLayoutProps extends ShellProps {
  /** Whose test it is; without one the page shows the product's own face. */
  organization?: OrganizationFace | undefined;
  /** What stays in view while answering, such as the clock; the language then moves to the footer. */
  aside?: Child;
  /** The id of a form that a change of language sends along. */
  languageForm?: string | undefined;
}

/** Pages of a test: the organization's name, a quiet frame, nothing that leads away. */
export function CandidateLayout(props: CandidateLayoutProps) {
  const { language, t, path } = props;
  const switcher = <LanguageSwitcher form={props.languageForm} {...{ language, t, path }} />;
  return (
    <Document
      kit="candidate"
      brandColor={props.organization?.brandColor}
      title={props.title}
      language={language}
      t={t}
    >
      <header class={props.aside ? 'top top-sticky' : 'top'}>
        <div class="wrap">
          <span class="brand">
            <BrandFace face={props.organization} t={t} />
          </span>
          {props.aside ?? switcher}
        </div>
      </header>
      <main id="content" class="wrap" tabindex={-1} data-address={path}>
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

export interface NavigationItem {
  href: string;
  label: string;
  current?: boolean | undefined;
}

export interface WorkspaceLayoutProps extends ShellProps {
  navigation: readonly NavigationItem[];
  organization: string;
  email: string;
}

/** Pages of a signed-in member. */
export function WorkspaceLayout(props: WorkspaceLayoutProps) {
  const { language, t, path } = props;
  return (
    <Document kit="workspace" title={props.title} language={language} t={t}>
      <header class="top">
        <div class="wrap">
          <a class="brand" href={props.navigation[0]?.href ?? '/'}>
            <BrandMark />
            <span>{props.organization}</span>
          </a>
          <nav class="tabs-bar" aria-label={t.common.navigation}>
            <ul>
              {props.navigation.map((item) => (
                <li>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="account">
            <form method="post" action="/sign-out">
              <button type="submit" class="btn btn-sm">
                {t.common.signOut}
              </button>
            </form>
          </div>
        </div>
      </header>
      <main id="content" class="wrap" tabindex={-1}>
        {props.children}
      </main>
      <footer class="foot">
        <div class="wrap">
          <LanguageSwitcher language={language} t={t} path={path} />
          <small>{t.common.signedInAs(props.email)}</small>
          <small>{t.common.footer}</small>
        </div>
      </footer>
    </Document>
  );
}
