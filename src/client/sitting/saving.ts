import { eventsHeard, takeEvents } from '../health.ts';
import { showProgress, tell } from './indicator.ts';
import {
  type Fields,
  remember,
  rememberSoon,
  serverNow,
  setServerTime,
  state,
  status,
  type Typed,
  waiting,
} from './state.ts';
import { closingLimit, deviceId, post, type Reply, sendLast, timeLimit } from './transport.ts';
import { fill, length, words } from './words.ts';

// Well below the 15 s within which a change of the deadline has to show.
const heartbeatEvery = 10_000;

const device = deviceId();
/** A page that a browser brings back by itself, unseen, takes nothing over. */
let taking = !document.hidden;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let dueAt = Infinity;
let running = Promise.resolve(true);
let queued: Promise<boolean> | undefined;

/** What the page does about the server's answers. */
export const hooks = {
  onReplaced: () => {},
  onEnd: () => {},
  onNewer: (_typed: Typed) => {},
  onSettled: () => {},
};

/** Notes what the form of a question holds now; true when that is news. */
export function note(
  question: string,
  known: { number: number; revision: number; fields: Fields; blank: boolean; openMs: number },
): void {
  const old = state.answers[question];
  const last = Math.max(known.revision, old?.revision ?? 0, old?.sent ?? 0);
  const unsent = old?.state === 'waiting' && old.revision > old.sent;
  state.answers[question] = {
    number: known.number,
    fields: known.fields,
    blank: known.blank,
    base: old?.base ?? known.revision,
    revision: unsent ? old.revision : last + 1,
    sent: old?.sent ?? 0,
    state: 'waiting',
    at: serverNow(),
    openMs: (old?.openMs ?? 0) + known.openMs,
  };
  rememberSoon();
  showProgress();
}

/** Sends what waits in at most so many ms; an earlier wish stands. */
export function saveWithin(ms: number): void {
  const at = performance.now() + ms;
  if (at >= dueAt) return;
  clearTimeout(timer);
  dueAt = at;
  timer = setTimeout(() => void saveNow(), ms);
}

/** Sends a message as soon as the one on its way is answered. True when the server answered. */
export function saveNow(): Promise<boolean> {
  queued ??= (async () => {
    await running;
    queued = undefined;
    running = takeTurn();
    return running;
  })();
  return queued;
}

async function takeTurn(): Promise<boolean> {
  clearTimeout(timer);
  dueAt = Infinity;
  const answered = await exchange();
  if (!status.over && !status.replaced)
    saveWithin(answered ? (waiting().length > 0 ? 0 : heartbeatEvery) : backoff());
  return answered;
}

/** Sends everything that waits. True when nothing does any more. */
export async function saveAll(): Promise<boolean> {
  while (await saveNow()) if (waiting().length === 0) return true;
  return false;
}

function backoff(): number {
  return Math.min(heartbeatEvery, 1000 * 2 ** Math.min(failures, 4));
}

function message(answers: [string, Typed][], last = false) {
  return JSON.stringify({
    device,
    ...(taking ? { take: true } : {}),
    answers: answers.map(([question, { revision, fields, openMs }]) => ({
      question,
      revision,
      fields,
      openMs: Math.round(openMs),
    })),
    ...(state.outageFrom === null
      ? {}
      : { outage: { from: state.outageFrom, to: Math.round(serverNow()) } }),
    events: takeEvents(last || state.submitting || serverNow() >= state.deadline),
  });
}

async function exchange(): Promise<boolean> {
  if (status.over || status.replaced) return false;
  if (document.hidden && waiting().length === 0 && !state.submitting) return true;
  const batch = waiting().slice(0, 20);
  for (const [, typed] of batch) typed.sent = Math.max(typed.sent, typed.revision);
  if (batch.length > 0) remember();
  const sent = batch.map(([question, typed]) => [question, { ...typed }] as const);
  showProgress();
  const reply = navigator.onLine ? await post(message(batch)) : undefined;
  if (reply === undefined) {
    failures += 1;
    // A page that was hidden said nothing for a while: that is no outage.
    state.outageFrom ??= Math.round(
      Math.max(state.lastContact, serverNow() - heartbeatEvery - timeLimit),
    );
    status.failing = true;
    remember();
    showProgress();
    return false;
  }
  failures = 0;
  eventsHeard();
  status.failing = false;
  taking = false;
  settle(new Map(sent), reply);
  return true;
}

function settle(sent: Map<string, Typed>, reply: Reply): void {
  setServerTime(reply.now);
  state.lastContact = reply.now;
  state.outageFrom = null;
  const moved = reply.deadline - state.deadline;
  state.deadline = reply.deadline;
  state.sections = reply.sections ?? {};
  if (reply.credit) {
    const { ms, from, to } = reply.credit;
    tell(fill(ms >= to - from - 1000 ? words.credit : words.creditPart, { time: length(ms) }));
  } else if (moved > 1000) tell(fill(words.added, { time: length(moved) }));

  for (const { question, revision } of reply.receipts) {
    const typed = state.answers[question];
    if (!typed) continue;
    typed.base = Math.max(typed.base, revision);
    // What was typed while the message was on its way is news still.
    if (typed.revision > (sent.get(question)?.revision ?? 0)) continue;
    typed.state = 'saved';
    typed.openMs = 0;
    typed.blank = reply.blank.includes(question);
  }
  for (const { question, reason, revision = 0, savedAt = Infinity, problem } of reply.refused) {
    const typed = state.answers[question];
    if (!typed || typed.revision > (sent.get(question)?.revision ?? 0)) continue;
    if (reason === 'stale' && typed.at > savedAt) typed.revision = typed.sent = revision + 1;
    else if (reason === 'stale') {
      delete state.answers[question];
      hooks.onNewer(typed);
    } else if (reason === 'closed') {
      delete state.answers[question];
      status.lost = fill(words.sectionLate, { number: typed.number });
      tell(status.lost);
    } else if (reason === 'late') status.late = true;
    else if (reason !== 'replaced') {
      typed.state = 'refused';
      typed.problem = problem ?? '';
    }
  }
  remember();
  if (reply.state !== 'in_progress') {
    status.over = true;
    hooks.onEnd();
  } else if (!reply.active) replace();
  showProgress();
  hooks.onSettled();
}

/** Another tab or device goes on with the test. */
export function replace(): void {
  if (status.replaced) return;
  status.replaced = true;
  clearTimeout(timer);
  hooks.onReplaced();
  showProgress();
}

/** The page goes: what waits leaves with it, unheard. */
export function sayGoodbye(): void {
  if (status.over || status.replaced) return;
  const fitting = waiting().slice(0, 50);
  while (fitting.length > 0 && message(fitting, true).length > closingLimit) fitting.pop();
  sendLast(message(fitting, true).replace('{', '{"leaving":true,'));
}
