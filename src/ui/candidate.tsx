import type { Child } from 'hono/jsx';

import { formatClock, formatTime } from '../i18n/format.ts';
import type { Language } from '../i18n/languages.ts';
import type { Messages } from '../i18n/messages.ts';

/** The page's heading. Gets the focus after an htmx swap, so that it is read out. */
export function PageHead(props: {
  title: Child;
  /** A short line above, such as whose test it is. */
  eyebrow?: Child;
  lead?: Child;
  children?: Child;
}) {
  return (
    <div class="page-head">
      {props.eyebrow ? <p class="eyebrow">{props.eyebrow}</p> : null}
      <h1 tabindex={-1} data-focus>
        {props.title}
      </h1>
      {props.lead ? <p class="lead">{props.lead}</p> : null}
      {props.children}
    </div>
  );
}

export function Card(props: { title?: Child; children: Child; id?: string }) {
  return (
    <section class="card" id={props.id}>
      {props.title ? <h2>{props.title}</h2> : null}
      {props.children}
    </section>
  );
}

/** Short facts about the test: its length, its number of questions. */
export function Facts(props: { items: readonly { label: string; value: Child }[] }) {
  return (
    <dl class="facts">
      {props.items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * The buttons that move on: the main one first, as Enter presses it, which the eye finds last.
 * `sticky` keeps them at hand at the bottom of a phone.
 */
export function ActionBar(props: { children: Child; sticky?: boolean }) {
  return <div class={props.sticky ? 'actions actions-sticky' : 'actions'}>{props.children}</div>;
}

export interface ProgressBarProps {
  /** Counted from 1. */
  current: number;
  total: number;
  answered: number;
  t: Messages;
}

/** The heading of a question's page; gets the focus after an htmx swap, so that it is read out. */
export function ProgressBar({ current, total, answered, t }: ProgressBarProps) {
  return (
    <div class="progress">
      <div>
        <h1 tabindex={-1} data-focus>
          {t.common.progress.position(current, total)}
        </h1>
        <Saving answered={answered} total={total} t={t} />
      </div>
      <progress value={answered} max={total} aria-label={t.common.progress.label}></progress>
    </div>
  );
}

/** How many questions are answered; the script adds whether that is saved, and keeps it true. */
export function Saving({ answered, total, t }: Omit<ProgressBarProps, 'current'>) {
  return (
    <span data-saving>
      {t.common.progress.answered(answered, total)}
      <span class="scripted"> · {t.sitting.script.saved}</span>
    </span>
  );
}

export interface ClockProps {
  /** Both by the server's clock (ms); the browser counts from their difference, not from its own date. */
  deadlineAt: number;
  now: number;
  /** True where sections may have a time of their own, and the script changes from one to the other. */
  sections?: boolean;
  /** Of the section whose question is shown: then that is the time left. */
  sectionDeadlineAt?: number | undefined;
  language: Language;
  t: Messages;
}

/** The time left. Without JavaScript it stands still, so it also says when the time ends. */
export function Clock({ deadlineAt, now, sections, sectionDeadlineAt, language, t }: ClockProps) {
  const words = t.common.clock;
  const own = t.sitting.section.clock;
  const inSection = sectionDeadlineAt !== undefined;
  const end = formatTime(deadlineAt, language);
  return (
    <div
      class="clock"
      role="timer"
      aria-label={inSection ? own.label : words.label}
      data-deadline={deadlineAt}
      data-now={now}
      data-label={words.label}
      {...saying('say', words)}
      {...(sections ? { ...saying('section', own), 'data-section-label': own.label } : {})}
    >
      <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 4.5V8l2.5 1.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
      <span class="clock-time">{formatClock((sectionDeadlineAt ?? deadlineAt) - now)}</span>
      {sections ? (
        <small class="clock-own" hidden={!inSection}>
          {own.short} <span class="clock-test">{formatClock(deadlineAt - now)}</span>
        </small>
      ) : null}
      <noscript>
        {inSection ? (
          <small>
            {own.until(formatTime(sectionDeadlineAt, language))}
            <br />
            {own.testUntil(end)}
          </small>
        ) : (
          <small>{words.endsAt(end)}</small>
        )}
      </noscript>
    </div>
  );
}

/** What the script says aloud as the time runs low, and when it is up. */
function saying(name: string, words: { minutesLeft: (minutes: number) => string; over: string }) {
  return {
    [`data-${name}-10`]: words.minutesLeft(10),
    [`data-${name}-5`]: words.minutesLeft(5),
    [`data-${name}-1`]: words.minutesLeft(1),
    [`data-${name}-over`]: words.over,
  };
}

export interface QuestionMapProps {
  items: readonly {
    number: number;
    href: string;
    answered: boolean;
    current?: boolean;
    /** Nothing can be answered there any more. */
    closed?: boolean;
    /** What else is to be known of it. */
    note?: string | undefined;
  }[];
  t: Messages;
  /** The id of the answer's form: moving is then a submit of it (`go` = number), so that it saves. */
  form?: string;
}

/** Every question with its state, told by a mark and by words. */
export function QuestionMap({ items, t, form }: QuestionMapProps) {
  const words = t.common.questionMap;
  return (
    <ol
      class="map"
      aria-label={words.title}
      data-done={words.answered}
      data-open={words.unanswered}
    >
      {items.map((item) => {
        const state = item.answered ? words.answered : words.unanswered;
        const name = [words.question(item.number), state, item.note].filter(Boolean).join(', ');
        const common = {
          class: `map-item${item.answered ? ' answered' : ''}${item.closed ? ' closed' : ''}`,
          'aria-label': item.current ? `${name}, ${words.current}` : name,
          'aria-current': item.current ? ('step' as const) : undefined,
        };
        return (
          <li>
            {form === undefined ? (
              <a href={item.href} {...common}>
                {item.number}
              </a>
            ) : (
              <button type="submit" form={form} name="go" value={item.number} {...common}>
                {item.number}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
