import type { Child } from 'hono/jsx';

import type { Messages } from '../i18n/messages.ts';

/** The page's heading with what can be done on it. */
export function PageTitle(props: { title: Child; lead?: Child; children?: Child }) {
  return (
    <div class="page-title">
      <div>
        <h1 tabindex={-1} data-focus>
          {props.title}
        </h1>
        {props.lead ? <p>{props.lead}</p> : null}
      </div>
      {props.children ? <div class="flex flex-wrap gap-2">{props.children}</div> : null}
    </div>
  );
}

export function Panel(props: { title?: Child; children: Child; id?: string }) {
  return (
    <section class="panel" id={props.id}>
      {props.title ? <h2>{props.title}</h2> : null}
      {props.children}
    </section>
  );
}

/** The fields that narrow a list, in one row where there is room. A GET form: its address can be kept. */
export function Filters(props: { action: string; children: Child; t: Messages }) {
  return (
    <form class="filters" method="get" action={props.action} role="search">
      {props.children}
      <button type="submit" class="btn">
        {props.t.common.filter}
      </button>
    </form>
  );
}

/** A state in a word; its colour only repeats it. */
export function State(props: {
  kind: 'idle' | 'active' | 'done' | 'waiting' | 'failed';
  children: Child;
}) {
  return <span class={`state state-${props.kind}`}>{props.children}</span>;
}

export function Empty(props: { children: Child }) {
  return <div class="panel empty">{props.children}</div>;
}

/** A text to take away. Without JavaScript it can still be selected; the button shows up with it. */
export function CopyField(props: { value: string; label: string; t: Messages }) {
  return (
    <div class="copy">
      <input class="input" readonly value={props.value} aria-label={props.label} />
      <CopyButton text={props.value} label={props.label} t={props.t} />
    </div>
  );
}

export function CopyButton({ text, label, t }: { text: string; label: string; t: Messages }) {
  return (
    <button
      type="button"
      class="btn"
      hidden
      data-copy={text}
      data-copied={t.common.copied}
      data-failed={t.common.copyFailed}
      aria-label={`${t.common.copy}: ${label}`}
    >
      {t.common.copy}
    </button>
  );
}
