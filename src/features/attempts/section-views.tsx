import { formatDuration } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { ActionBar, Card, ProgressBar, QuestionMap } from '../../ui/candidate.tsx';
import { SubmitButton } from '../../ui/forms.tsx';
import { Notice } from '../../ui/notices.tsx';
import { limitOf, placeAfter } from './section-clock.ts';
import { drawnQuestions, isAnswered } from './sheet.ts';
import { mapItems, type SittingProps } from './sitting-layout.tsx';

interface SectionProps extends SittingProps {
  /** Of the question that was asked for, counted from 1. */
  number: number;
  /** An answer has just arrived too late. */
  late?: boolean | undefined;
}

/** In place of a question whose section has a limit and was not opened yet: nothing of it is shown. */
export function SectionOpening(props: SectionProps) {
  const { attempt, content, base, number, t, language } = props;
  const words = t.sitting.section;
  const placed = drawnQuestions(content, attempt.questionIds);
  const { section } = placed[number - 1]!;
  const title = localize(section.title, language, content.language);
  const count = placed.filter((item) => item.section === section).length;
  const first = placed.findIndex((item) => item.section === section) + 1;
  const time = formatDuration(limitOf(section, attempt.accommodationPercent), language);
  return (
    <div id="sitting">
      <SectionHead {...props} />
      <form
        method="post"
        action={`${base}/sections/${section.id}/start`}
        data-opens={section.id}
        data-first={`${base}/questions/${first}`}
      >
        <Card title={<span lang={title.language}>{title.text}</span>}>
          <p>{words.limit(time, count)}</p>
          <p>{words.warning}</p>
        </Card>
        <ActionBar>
          <SubmitButton>{words.start}</SubmitButton>
          <WayOn {...props} label={words.later} />
        </ActionBar>
      </form>
      <Elsewhere {...props} />
    </div>
  );
}

/** In place of a question whose section's time is up. */
export function SectionOver(props: SectionProps) {
  const { attempt, content, number, t, language } = props;
  const words = t.sitting.section;
  const { section } = drawnQuestions(content, attempt.questionIds)[number - 1]!;
  const title = localize(section.title, language, content.language);
  return (
    <div id="sitting">
      <SectionHead {...props} />
      {props.late ? (
        <Notice kind="warning" t={t} live>
          <p>{words.late}</p>
        </Notice>
      ) : null}
      <Card title={words.overTitle}>
        <p class="eyebrow" lang={title.language}>
          {title.text}
        </p>
        <p>{words.over}</p>
      </Card>
      <ActionBar>
        <WayOn {...props} main />
      </ActionBar>
      <Elsewhere {...props} />
    </div>
  );
}

function SectionHead({ attempt, answers, number, t }: SectionProps) {
  const answered = answers.filter(isAnswered).length;
  return (
    <ProgressBar current={number} total={attempt.questionIds.length} answered={answered} t={t} />
  );
}

/** To the next section that is not over, else to the review page. */
function WayOn({ label, main, ...props }: SectionProps & { label?: string; main?: boolean }) {
  const { attempt, content, base, number, now, t } = props;
  const placed = drawnQuestions(content, attempt.questionIds);
  const next = placeAfter(placed, number, attempt.sectionClocks, now);
  return (
    <a
      class={main ? 'btn btn-primary' : 'btn'}
      href={next === undefined ? `${base}/review` : `${base}/questions/${next}`}
    >
      {label ?? (next === undefined ? t.candidate.question.review : t.sitting.section.goOn(next))}
    </a>
  );
}

function Elsewhere(props: SectionProps) {
  const { t } = props;
  return (
    <div class="elsewhere">
      <details>
        <summary>{t.common.questionMap.title}</summary>
        <QuestionMap items={mapItems(props, props.number)} t={t} />
      </details>
      <a class="btn" href={`${props.base}/review`}>
        {t.candidate.question.review}
      </a>
    </div>
  );
}
