import type { Role } from '../db/schema/accounts.ts';
import type { Messages } from '../i18n/messages.ts';

const pages = ['gupy', 'api', 'webhooks'] as const;
export type IntegrationPage = (typeof pages)[number];

/** The ways in which an organization is connected, above each of their pages, to who may see them all. */
export function IntegrationTabs(props: { current: IntegrationPage; role: Role; t: Messages }) {
  const { current, role, t } = props;
  if (role !== 'owner' && role !== 'admin') return null;
  const words = t.integrations.tabs;
  return (
    <nav class="subtabs" aria-label={words.label}>
      <ul>
        {pages.map((page) => (
          <li>
            <a href={`/integrations/${page}`} aria-current={page === current ? 'page' : undefined}>
              {words[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
