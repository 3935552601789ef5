import type { Messages } from '../i18n/messages.ts';

export const settingsPages = ['brand', 'mails'] as const;
export type SettingsPage = (typeof settingsPages)[number];

/** The pages of an organization's settings, above each of them. */
export function SettingsTabs({ current, t }: { current: SettingsPage; t: Messages }) {
  return (
    <nav class="subtabs" aria-label={t.settings.label}>
      <ul>
        {settingsPages.map((page) => (
          <li>
            <a href={`/settings/${page}`} aria-current={page === current ? 'page' : undefined}>
              {t.settings.tabs[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
