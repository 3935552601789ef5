import type { NoticeVersion } from '../../ui/notice-text.tsx';

/** Version of the privacy notice that candidates accept now. Its text, and every older one's: `notices` in the catalogues. */
export const noticeVersion: NoticeVersion = '2026-11-23-2';
