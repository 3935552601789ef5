import { keep, read } from './store.ts';
import { base, frame } from './words.ts';

export type Fields = Record<string, string | string[]>;

/** What was typed for one question on this device. */
export interface Typed {
  number: number;
  fields: Fields;
  /** Of the server's answer that this was typed upon, as far as known. */
  base: number;
  revision: number;
  /** The highest revision that was ever sent. */
  sent: number;
  state: 'waiting' | 'saved' | 'refused';
  /** Why it was refused. */
  problem?: string;
  /** Stored as "no answer". */
  blank: boolean;
  /** When it was typed, server time. */
  at: number;
  /** How long the question was open since it was last told, ms. */
  openMs: number;
}

export interface State {
  answers: Record<string, Typed>;
  /** Server time minus the device's own clock, at the last contact. */
  skew: number | null;
  deadline: number;
  /** When the opened sections with a time of their own end. */
  sections: Record<string, number>;
  lastContact: number;
  /** The last contact before an outage that goes on, or was not told of yet. */
  outageFrom: number | null;
  /** The candidate submitted; nothing changes any more. */
  submitting: boolean;
}

const clock = document.querySelector<HTMLElement>('.clock')?.dataset ?? {};
const rendered = {
  now: Number(clock['now']),
  deadline: Number(clock['deadline']),
  sections: JSON.parse(frame?.dataset['sections'] ?? '{}') as Record<string, number>,
};

export const state: State = {
  answers: {},
  skew: null,
  deadline: rendered.deadline,
  sections: rendered.sections,
  lastContact: rendered.now,
  outageFrom: null,
  submitting: false,
};

/** What is true of this page alone. */
export const status = {
  failing: false,
  replaced: false,
  over: false,
  late: false,
  /** What to say of an answer that came after the time of its section. */
  lost: '',
};

/** True when the device itself kept this page, and the server was not asked. */
export const isShell = document.documentElement.dataset['shell'] !== undefined;

/** What server time was when performance.now() was 0. */
let zero = rendered.now - performance.now();

export const serverNow = () => performance.now() + zero;

/** Whatever the device's clock says or will say: only the server's times and a stopwatch count. */
export function setServerTime(now: number): void {
  zero = now - performance.now();
  state.skew = now - Date.now();
}

/** Takes up what this device kept of the attempt. */
export async function restore(): Promise<void> {
  const kept = await read<State>(base);
  if (!kept) return;
  const { deadline } = state;
  Object.assign(state, kept);
  if (isShell) {
    // The page's times are old: the device's own clock, compared before, must do.
    if (kept.skew !== null) zero = Date.now() + kept.skew - performance.now();
  } else {
    state.deadline = deadline;
    state.sections = rendered.sections;
    if (kept.outageFrom === null) state.lastContact = rendered.now;
    // The page shows what is stored, wherever it was typed.
    for (const [question, typed] of Object.entries(state.answers))
      if (typed.state === 'saved') delete state.answers[question];
  }
  for (const typed of Object.values(state.answers)) {
    // Whether its last sending arrived, nobody knows.
    typed.revision = typed.base + 1;
    typed.sent = typed.revision;
  }
}

let remembering: ReturnType<typeof setTimeout> | undefined;

export function remember(): void {
  clearTimeout(remembering);
  remembering = undefined;
  if (frame && !status.over) void keep(base, state);
}

/** While somebody types. */
export function rememberSoon(): void {
  remembering ??= setTimeout(remember, 200);
}

export const waiting = () =>
  Object.entries(state.answers).filter(([, typed]) => typed.state === 'waiting');
