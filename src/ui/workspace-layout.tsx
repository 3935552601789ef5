import { BrandMark } from './brand.tsx';
import { Document, type DocumentProps } from './document.tsx';
import { LanguageSwitcher } from './language-switcher.tsx';

export interface NavigationItem {
  href: string;
  label: string;
  current?: boolean | undefined;
}

export interface WorkspaceLayoutProps extends DocumentProps {
  /** Path and query of this page: where a change of language comes back to. */
  path: string;
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
            <span class="account-email" title={t.common.signedInAs(props.email)}>
              {props.email}
            </span>
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
          <small>{t.common.footer}</small>
        </div>
      </footer>
    </Document>
  );
}
