import type { Child } from 'hono/jsx';

import type { Messages } from '../i18n/messages.ts';
import { Icon } from './notices.tsx';

interface Choice {
  label: Child;
  chosen: boolean;
}

const icons = {
  right: 'M4.5 8.4l2.4 2.4 4.6-5.2',
  wrong: 'M5.5 5.5l5 5M10.5 5.5l-5 5',
  missed: 'M5 8h6',
  chosen: 'M8 7.9v.2',
};

/** The options with what was chosen and what is right, told by words and icons. */
export function ReviewedChoices(props: {
  choices: readonly (Choice & { right: boolean })[];
  t: Messages;
}) {
  const words = props.t.questions;
  return (
    <ul class="reviewed">
      {props.choices.map(({ label, chosen, right }) => (
        <li class={chosen ? 'reviewed-item is-chosen' : 'reviewed-item'}>
          <span>{label}</span>
          {chosen && right ? <Mark kind="right" text={words.chosenRight} /> : null}
          {chosen && !right ? <Mark kind="wrong" text={words.chosenWrong} /> : null}
          {!chosen && right ? <Mark kind="missed" text={words.missed} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Options of which none is right or wrong; a note can say what each is worth. */
export function ReviewedScale(props: {
  choices: readonly (Choice & { note?: Child })[];
  t: Messages;
}) {
  const answered = props.choices.some((choice) => choice.chosen);
  return (
    <>
      {answered ? null : <Unanswered t={props.t} />}
      <ul class="reviewed">
        {props.choices.map(({ label, chosen, note }) => (
          <li class={chosen ? 'reviewed-item is-chosen' : 'reviewed-item'}>
            <span>
              {label}
              {note ? <span class="reviewed-note">{note}</span> : null}
            </span>
            {chosen ? <Mark kind="chosen" text={props.t.questions.chosen} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A short verdict. */
export function Verdict({ right, t }: { right: boolean; t: Messages }) {
  return right ? (
    <Mark kind="right" text={t.questions.rightAnswer} />
  ) : (
    <Mark kind="wrong" text={t.questions.wrongAnswer} />
  );
}

export function Unanswered({ t }: { t: Messages }) {
  return <Mark kind="missed" text={t.questions.noAnswer} />;
}

/** Pairs such as "Answer: 12 · Key: 12.5". */
export function Pairs(props: { items: readonly { label: string; value: Child }[] }) {
  return (
    <dl class="pairs">
      {props.items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Mark({ kind, text }: { kind: keyof typeof icons; text: string }) {
  return (
    <span class={`verdict verdict-${kind}`}>
      <Icon path={icons[kind]} />
      {text}
    </span>
  );
}
