import { formatDuration } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import type { PageProps } from '../../ui/page-props.ts';
import type { VersionContent } from '../questions/content.ts';
import { isTimed, limitOf } from './section-clock.ts';

/** Before the start, an item for each section that has a limit of its own. */
export function SectionRules(
  props: Pick<PageProps, 't' | 'language'> & { content: VersionContent },
) {
  const { content, language, t } = props;
  return (
    <>
      {content.sections.map((section, index) => {
        if (!isTimed(section)) return null;
        const { text } = localize(section.title, language, content.language);
        const time = formatDuration(limitOf(section), language);
        return <li>{t.sitting.section.rule(index + 1, text, time)}</li>;
      })}
    </>
  );
}
