import type { Child } from 'hono/jsx';

import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { PageTitle } from '../../ui/workspace.tsx';

/** A page about one part of the connection: the way back to the page about all of it, then its own. */
export function GupyPartPage(
  props: MemberProps & {
    title: string;
    lead: string;
    /** What came of the request that led here. */
    notice?: string | undefined;
    children?: Child;
  },
) {
  const { title, lead, notice, t } = props;
  return (
    <MemberPage {...props} area="gupy">
      <p class="way-back">
        <a class="text-link" href="/integrations/gupy">
          <span aria-hidden="true">←</span> {t.inbound.back}
        </a>
      </p>
      <PageTitle title={title} lead={lead} />
      {notice ? (
        <Notice kind="success" t={t} live>
          <p>{notice}</p>
        </Notice>
      ) : null}
      {props.children}
    </MemberPage>
  );
}
