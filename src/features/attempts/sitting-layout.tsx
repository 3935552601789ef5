import type { Child } from 'hono/jsx';

import { localize } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Clock } from '../../ui/candidate.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { HealthSwitch } from '../health/notice.tsx';
import { drawnQuestions, isAnswered } from './sheet.ts';
import type { Sitting } from './sitting-queries.ts';

export interface SittingProps extends PageProps, Sitting {
  /** Server time, ms. */
  now: number;
  /** The attempt's own address; its pages are below it. */
  base: string;
}

/** The frame of a sitting's pages; `clock` while the time runs. */
export function SittingLayout(
  props: SittingProps & { clock?: boolean; languageForm?: string; children?: Child },
) {
  const { attempt, content, language, t, path, now } = props;
  const { deadlineAt } = attempt;
  return (
    <CandidateLayout
      title={localize(content.name, language, content.language).text}
      organization={attempt}
      aside={
        props.clock && deadlineAt !== null ? (
          <Clock deadlineAt={deadlineAt} now={now} language={language} t={t} />
        ) : undefined
      }
      languageForm={props.languageForm}
      {...{ language, t, path }}
    >
      {props.clock ? <ScriptFrame base={props.base} t={t} /> : null}
      {props.clock ? <HealthSwitch content={content} t={t} /> : null}
      {props.children}
    </CandidateLayout>
  );
}

/** What the script needs in a running test: where it is, its words, and a place to say something. */
function ScriptFrame({ base, t }: { base: string; t: Messages }) {
  return (
    <div data-sitting={base} data-words={JSON.stringify(t.sitting.script)}>
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

export function mapItems({ attempt, answers, content, base }: SittingProps, current?: number) {
  const saved = new Map(answers.map((answer) => [answer.questionId, answer]));
  return drawnQuestions(content, attempt.questionIds).map(({ question }, index) => ({
    number: index + 1,
    href: `${base}/questions/${index + 1}`,
    answered: isAnswered(saved.get(question.id)),
    current: index + 1 === current,
  }));
}
