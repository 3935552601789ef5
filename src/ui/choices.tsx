import type { Child } from 'hono/jsx';

import { Remarks } from './forms.tsx';

export interface ChoicesProps {
  name: string;
  kind: 'radio' | 'checkbox';
  choices: readonly { value: string; label: Child }[];
  chosen: readonly string[];
  hint?: string | undefined;
  problem?: string | undefined;
  /** Side by side where there is room. */
  row?: boolean;
  /** The group's own name, where the page has no prompt. */
  legend?: Child;
}

/** Radio buttons or checkboxes as cards large enough for a thumb, named by the page's prompt. */
export function Choices(props: ChoicesProps) {
  const remarks = { hint: props.hint, error: props.problem };
  const ids = [props.hint && `${props.name}-hint`, props.problem && `${props.name}-problem`];
  return (
    <fieldset
      class={props.row ? 'choices choices-row' : 'choices'}
      aria-labelledby={props.legend ? undefined : 'prompt'}
      aria-describedby={ids.filter(Boolean).join(' ') || undefined}
    >
      {props.legend ? <legend>{props.legend}</legend> : null}
      <Remarks id={props.name} {...remarks} />
      <div class="choices-list">
        {props.choices.map(({ value, label }, index) => (
          <label class="choice">
            <input
              id={index === 0 ? props.name : undefined}
              type={props.kind}
              class={props.kind}
              name={props.name}
              value={value}
              checked={props.chosen.includes(value)}
            />
            <span class="choice-text">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
