import type { Context } from 'hono';
import type { Child } from 'hono/jsx';

import type { Role } from '../db/schema/accounts.ts';
import type { AppEnv } from '../env.ts';
import type { Messages } from '../i18n/messages.ts';
import { type NavigationItem, WorkspaceLayout } from './layout.tsx';
import { pageProps } from './page-props.ts';

export type WorkspaceArea =
  | 'results'
  | 'deliveries'
  | 'assessments'
  | 'gupy'
  | 'privacy'
  | 'settings';

/** The areas of the workspace, in the order of its menu; the first one is home. */
export function workspaceNavigation(
  t: Messages,
  role: Role,
  current?: WorkspaceArea,
): NavigationItem[] {
  const words = {
    ...t.workspace.navigation,
    deliveries: t.deliveries.navigation,
    privacy: t.privacy.desk.navigation,
    settings: t.settings.navigation,
  };
  const items: [WorkspaceArea, string][] = [
    ['results', '/results'],
    ['deliveries', '/deliveries'],
    ['assessments', '/assessments'],
    ['gupy', '/integrations/gupy'],
  ];
  // Who answers for people's data is who answers for the organization; others are not led to a refusal.
  if (role === 'owner' || role === 'admin')
    items.push(['privacy', '/privacy'], ['settings', '/settings/brand']);
  return items.map(([area, href]) => ({ href, label: words[area], current: area === current }));
}

/** What every page of a signed-in member needs of its request. Only behind the guard. */
export function memberProps(c: Context<AppEnv>) {
  return { ...pageProps(c), member: c.var.member };
}

export type MemberProps = ReturnType<typeof memberProps>;

export function MemberPage(
  props: MemberProps & { title: string; area: WorkspaceArea; children?: Child },
) {
  const { title, area, member, language, t, path } = props;
  return (
    <WorkspaceLayout
      title={title}
      navigation={workspaceNavigation(t, member.role, area)}
      organization={member.organizationName}
      email={member.email}
      {...{ language, t, path }}
    >
      {props.children}
    </WorkspaceLayout>
  );
}
