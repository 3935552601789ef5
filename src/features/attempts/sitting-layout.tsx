import type { Child } from 'hono/jsx';

import { localize } from '../../i18n/languages.ts';
import { Clock } from '../../ui/candidate.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { HealthSwitch } from '../health/notice.tsx';
import { endsOf, hasTimedSections, type SectionClock, sectionStateOf } from './section-clock.ts';
import { drawnQuestions, isAnswered } from './sheet.ts';
import type { Sitting } from './sitting-queries.ts';

export interface SittingProps extends PageProps, Sitting {
  /** Server time, ms. */
  now: number;
  /** The attempt's own address; its pages are below it. */
  base: string;
}

/** The frame of a sitting's pages; `clock` while the time runs, `section` where a section's own counts. */
export function SittingLayout(
  props: SittingProps & {
    clock?: boolean;
    section?: SectionClock | undefined;
    languageForm?: string | undefined;
    children?: Child;
  },
) {
  const { attempt, content, language, t, path, now } = props;
  const { deadlineAt } = attempt;
  return (
    <CandidateLayout
      title={localize(content.name, language, content.language).text}
      organization={attempt}
      aside={
        props.clock && deadlineAt !== null ? (
          <Clock
            {...{ deadlineAt, now, language, t }}
            sections={hasTimedSections(content)}
            sectionDeadlineAt={props.section?.deadlineAt}
          />
        ) : undefined
      }
      languageForm={props.languageForm}
      {...{ language, t, path }}
    >
      {props.clock ? <ScriptFrame {...props} /> : null}
      {props.clock ? <HealthSwitch content={content} t={t} /> : null}
      {props.children}
    </CandidateLayout>
  );
}

/** What the script needs in a running test: where it is, its words, and a place to say something. */
function ScriptFrame({ attempt, content, base, t }: SittingProps) {
  const sections = hasTimedSections(content) ? endsOf(attempt.sectionClocks) : undefined;
  return (
    <div
      data-sitting={base}
      data-words={JSON.stringify(t.sitting.script)}
      data-sections={sections && JSON.stringify(sections)}
    >
      <div data-tell hidden>
        <Notice kind="info" t={t}>
          <p></p>
          <a class="btn" href={base} hidden>
            {t.sitting.here}
          </a>
        </Notice>
      </div>
    </div>
  );
}

export function mapItems(
  { attempt, answers, content, base, now, t }: SittingProps,
  current?: number,
) {
  const saved = new Map(answers.map((answer) => [answer.questionId, answer]));
  const notes = { over: t.sitting.section.closed, unopened: t.sitting.section.unopened };
  return drawnQuestions(content, attempt.questionIds).map(({ question, section }, index) => {
    const state = sectionStateOf(section, attempt.sectionClocks, now);
    return {
      number: index + 1,
      href: `${base}/questions/${index + 1}`,
      answered: isAnswered(saved.get(question.id)),
      current: index + 1 === current,
      closed: state === 'over',
      note: state === 'open' ? undefined : notes[state],
    };
  });
}
