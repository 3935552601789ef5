import { type Language, languages } from '../i18n/languages.ts';
import type { Messages } from '../i18n/messages.ts';

/** Each language names itself, whatever the page's own. */
const names: Record<Language, { short: string; full: string }> = {
  'pt-BR': { short: 'PT', full: 'Português' },
  en: { short: 'EN', full: 'English' },
  es: { short: 'ES', full: 'Español' },
};

export interface LanguageSwitcherProps {
  language: Language;
  t: Messages;
  /** Where the page is. */
  path: string;
  /** The id of the page's own form: it is sent along with the choice, so that what was typed is kept. */
  form?: string | undefined;
}

/** Remembers the language and comes back to `path`. Plain buttons, so that it works without JavaScript. */
export function LanguageSwitcher({ language, t, path, form }: LanguageSwitcherProps) {
  const buttons = languages.map((each) => (
    <button
      type="submit"
      form={form}
      name="language"
      value={each}
      lang={each}
      title={names[each].full}
      aria-label={`${names[each].short}: ${names[each].full}`}
      aria-current={each === language ? 'true' : undefined}
    >
      {names[each].short}
    </button>
  ));
  if (form !== undefined)
    return (
      <div class="languages" role="group" aria-label={t.common.language}>
        {buttons}
      </div>
    );
  return (
    <form class="languages" method="post" action="/language" aria-label={t.common.language}>
      <input type="hidden" name="next" value={path} />
      {buttons}
    </form>
  );
}
