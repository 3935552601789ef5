import { PageHead } from '../../ui/candidate.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { NoticeText } from '../../ui/notice-text.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { noticeVersion } from './notice.ts';

/** `/privacy-notice`: the same text for reading again, away from any test. */
export function NoticePage(page: PageProps) {
  const words = page.t.candidate.notice;
  return (
    <CandidateLayout {...page} title={words.title}>
      <PageHead title={words.title} />
      <NoticeText version={noticeVersion} organizationName={words.anyOrganization} t={page.t} />
    </CandidateLayout>
  );
}
