import type { Messages } from '../../i18n/messages.ts';
import { PageHead } from '../../ui/candidate.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { noticeVersion } from './notice.ts';

export function NoticeText({ t, organizationName }: { t: Messages; organizationName: string }) {
  return (
    <div class="prose">
      {t.candidate.notice.paragraphs(organizationName).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>
        <small>{t.candidate.notice.version(noticeVersion)}</small>
      </p>
    </div>
  );
}

/** `/privacy-notice`: the same text for reading again, away from any test. */
export function NoticePage(page: PageProps) {
  const words = page.t.candidate.notice;
  return (
    <CandidateLayout {...page} title={words.title}>
      <PageHead title={words.title} />
      <NoticeText t={page.t} organizationName={words.anyOrganization} />
    </CandidateLayout>
  );
}
