import type { Child } from 'hono/jsx';

import type { Messages } from '../i18n/messages.ts';

interface ControlProps {
  name: string;
  label: Child;
  hint?: Child;
  /** Already in the person's language. */
  error?: Child;
  /** The element's id, when the name is not enough to be unique on the page. */
  id?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
}

export interface FieldProps extends ControlProps {
  /** What was typed, or the stored value. */
  value?: string | undefined;
  type?: 'text' | 'email' | 'url' | 'search' | 'tel' | 'date' | 'datetime-local' | 'number';
  inputmode?: 'text' | 'decimal' | 'numeric' | 'email' | 'url' | 'search' | undefined;
  autocomplete?: string | undefined;
  maxlength?: number | undefined;
  placeholder?: string | undefined;
  spellcheck?: boolean | undefined;
}

export function Field(props: FieldProps) {
  const id = props.id ?? props.name;
  return (
    <Labelled {...props} id={id}>
      <input
        class="input"
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        maxlength={props.maxlength}
        placeholder={props.placeholder}
        spellcheck={props.spellcheck}
        required={props.required}
        disabled={props.disabled}
        {...described(id, props)}
      />
    </Labelled>
  );
}

export interface TextAreaProps extends ControlProps {
  value?: string | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
  /** What the browser keeps showing under the box, `{count}` being the characters left. */
  counter?: string | undefined;
}

export function TextArea(props: TextAreaProps) {
  const id = props.id ?? props.name;
  return (
    <Labelled {...props} id={id}>
      <textarea
        class="textarea"
        id={id}
        name={props.name}
        rows={props.rows ?? 6}
        maxlength={props.maxlength}
        data-counter={props.counter}
        required={props.required}
        disabled={props.disabled}
        {...described(id, props)}
      >
        {verbatim(props.value)}
      </textarea>
    </Labelled>
  );
}

export interface SelectProps extends ControlProps {
  value?: string | undefined;
  options: readonly { value: string; label: string }[];
}

export function Select(props: SelectProps) {
  const id = props.id ?? props.name;
  return (
    <Labelled {...props} id={id}>
      <select
        class="select"
        id={id}
        name={props.name}
        required={props.required}
        disabled={props.disabled}
        {...described(id, props)}
      >
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Sent as `value` ("on" unless told otherwise) when ticked, and not at all otherwise. */
export function Checkbox(props: ControlProps & { value?: string; checked?: boolean | undefined }) {
  const id = props.id ?? props.name;
  return (
    <div class="field">
      <label class="check">
        <input
          class="checkbox"
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value}
          checked={props.checked}
          required={props.required}
          disabled={props.disabled}
          {...described(id, props)}
        />
        <span>{props.label}</span>
      </label>
      <Remarks id={id} hint={props.hint} error={props.error} />
    </div>
  );
}

/**
 * The form that has `hx-post` also gets `hx-disable="findAll [type=submit]"`, so that a second click
 * finds nothing to press; without JavaScript the server's idempotency does that.
 */
export function SubmitButton(props: {
  children: Child;
  kind?: 'primary' | 'plain' | 'danger';
  name?: string;
  value?: string;
  disabled?: boolean | undefined;
}) {
  const kinds = { primary: 'btn btn-primary', plain: 'btn', danger: 'btn btn-error' };
  return (
    <button
      type="submit"
      class={kinds[props.kind ?? 'primary']}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
    >
      {props.children}
    </button>
  );
}

/** What Enter presses in a form whose main button is not its first one. Nobody sees it or tabs to it. */
export function EnterButton() {
  return <button type="submit" class="sr-only" tabindex={-1} aria-hidden="true"></button>;
}

/** At the top of a form that came back: each problem leads to its field. Gets the focus. */
export function ErrorSummary(props: {
  problems: readonly { field: string; message: string }[];
  t: Messages;
}) {
  if (props.problems.length === 0) return null;
  return (
    <section class="notice notice-error" tabindex={-1} data-focus aria-labelledby="form-problems">
      <h2 id="form-problems">{props.t.common.formProblems(props.problems.length)}</h2>
      <ul>
        {props.problems.map((problem) => (
          <li>
            <a href={`#${problem.field}`}>{problem.message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** HTML drops a line break that comes first in a textarea. */
function verbatim(value = ''): string {
  return value.startsWith('\n') ? `\n${value}` : value;
}

function Labelled(props: ControlProps & { id: string; children: Child }) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      {props.children}
      <Remarks id={props.id} hint={props.hint} error={props.error} />
    </div>
  );
}

/** The hint and the problem of a control, under the ids that `described` points to. */
export function Remarks(props: { id: string; hint?: Child; error?: Child }) {
  return (
    <>
      {props.hint ? (
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p class="problem" id={`${props.id}-problem`}>
          {props.error}
        </p>
      ) : null}
    </>
  );
}

/** The attributes that tie a control to its remarks. */
export function described(id: string, props: { hint?: Child; error?: Child }) {
  const ids = [props.hint && `${id}-hint`, props.error && `${id}-problem`].filter(Boolean);
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': props.error ? 'true' : undefined,
  };
}
