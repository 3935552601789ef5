import { type Language, languages } from '../i18n/languages.ts';
import type { Messages } from '../i18n/messages.ts';

/** Each language names itself, whatever the page's own. */
const names: Record<Language, { short: string; full: string }> = {
  'pt-BR': { short: 'PT', full: 'Português' },
  en: { short: 'EN', full: 'English' },
  es: { short: 'ES', full: 'Español' },
};

/** Remembers the language and comes back to `path`. A plain form, so that it works without JavaScript. */
export function LanguageSwitcher(props: { language: Language; t: Messages; path: string }) {
  return (
    <form class="languages" method="post" action="/language" aria-label={props.t.common.language}>
      <input type="hidden" name="next" value={props.path} />
      {languages.map((language) => (
        <button
          type="submit"
          name="language"
          value={language}
          lang={language}
          title={names[language].full}
          aria-label={`${names[language].short}: ${names[language].full}`}
          aria-current={language === props.language ? 'true' : undefined}
        >
          {names[language].short}
        </button>
      ))}
    </form>
  );
}
