/** Version of the privacy notice (`candidate.notice` in the catalogues). Raise it with every change of its text. */
export const noticeVersion = '2026-11-23';
