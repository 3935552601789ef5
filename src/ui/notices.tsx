import type { Child } from 'hono/jsx';

import type { Messages } from '../i18n/messages.ts';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

export interface NoticeProps {
  kind: NoticeKind;
  title?: Child;
  children?: Child;
  t: Messages;
  /** Announced at once when it comes with an htmx swap. */
  live?: boolean;
}

const shapes: Record<NoticeKind, string> = {
  info: 'M8 7v4M8 4.6v.1',
  success: 'M4.5 8.4l2.4 2.4 4.6-5.2',
  warning: 'M8 4.5v4M8 11.3v.1',
  error: 'M5.5 5.5l5 5M10.5 5.5l-5 5',
};

/** A message in the page. The icon and the spoken word tell its kind, not the colour alone. */
export function Notice(props: NoticeProps) {
  return (
    <div class={`notice notice-${props.kind}`} role={props.live ? 'alert' : undefined}>
      <Icon path={shapes[props.kind]} />
      <div>
        <span class="sr-only">{props.t.common.notice[props.kind]}: </span>
        {props.title ? <strong>{props.title}</strong> : null}
        {props.children}
      </div>
    </div>
  );
}

/** A line drawing on a 16 × 16 grid in the text's colour; the words beside it say the same. */
export function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.25" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
    </svg>
  );
}
