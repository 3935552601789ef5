import type { Messages } from '../i18n/messages.ts';

export type NoticeVersion = keyof Messages['notices'];

/** The privacy notice in one of its versions. */
export function NoticeText(props: {
  version: NoticeVersion;
  organizationName: string;
  t: Messages;
}) {
  const { version, organizationName, t } = props;
  return (
    <div class="prose">
      {t.notices[version](organizationName).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>
        <small>{t.candidate.notice.version(version)}</small>
      </p>
    </div>
  );
}

/** Undefined for a version whose text is not ours. */
export function knownNotice(version: string, t: Messages): NoticeVersion | undefined {
  return Object.hasOwn(t.notices, version) ? (version as NoticeVersion) : undefined;
}
