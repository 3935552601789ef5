import type { Exchange } from './exchange.ts';
import type { TestResult } from './provider.ts';
import { seedJobs } from './seed.ts';

export type Step = { id: number; name: string; type: string; category: string; order: number };

export type Job = {
  id: number;
  name: string;
  company: { id: number; name: string; providerToken: string };
  steps: Step[];
  test: { id: string; name: string } | null;
};

/** One answer of `POST /test/candidate`. `retest` is what was sent as previous_result. */
export type Run = {
  resultId: string;
  testName: string;
  retest: boolean;
  result: TestResult | null;
};

export type TimelineEntry = {
  at: string;
  kind: 'note' | 'call' | 'webhook' | 'rest' | 'event';
  title: string;
  text?: string;
  exchange?: Exchange;
};

export type Application = {
  id: number;
  job: Job;
  name: string;
  email: string;
  /** CPF, 11 digits, as typed: leading zeros included. */
  document: string;
  status: string;
  step: Step;
  /** Where it was before the last move. */
  previousStep: Step | null;
  /** Added by the company instead of applying. */
  manual: boolean;
  createdAt: string;
  tags: string[];
  comments: { id: number; text: string; createdAt: string }[];
  runs: Run[];
  /** The last result that came by webhook: what the company sees. */
  received: TestResult | null;
  timeline: TimelineEntry[];
};

export type Target = 'result_webhook' | 'rest';

export type RecordedRequest = {
  at: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  target: Target;
  status: number;
  /** Only present when the body was longer than what is kept. */
  truncated?: true;
};

export type Behaviour = {
  status?: number | undefined;
  delayMs: number;
  /** Requests left; null means until changed. */
  times: number | null;
  headers: Record<string, string>;
};

/** A webhook of Gupy's, registered by `POST /api/v1/webhooks`. */
export type Subscription = {
  id: string;
  action: string;
  status: 'active' | 'inactive';
  techOwnerName: string;
  techOwnerEmail: string;
  postbackUrl: string;
  clientHeaders: Record<string, string>;
};

export type Store = ReturnType<typeof createStore>;

const maxRequests = 500;
const maxApplications = 2000;
const maxTimeline = 200;
const maxSubscriptions = 100;

/**
 * Everything the simulator knows, in memory. One object of one isolate is enough here: local workerd
 * runs a single isolate, every change below is synchronous (so concurrent requests cannot interleave
 * inside one), and forgetting everything at a restart is what a simulator should do.
 */
export function createStore(now: () => number = Date.now) {
  const jobs = seedJobs();
  const applications = new Map<number, Application>();
  const behaviours: Record<Target, Behaviour | null> = { result_webhook: null, rest: null };
  const subscriptions: Subscription[] = [];
  let requests: RecordedRequest[] = [];
  let lastId = 0;

  /** Starts from the clock: a provider keeps its rows when we restart, so ids must not come back. */
  function nextId() {
    lastId = Math.max(lastId + 1, Math.floor(now() / 1000));
    return lastId;
  }

  return {
    jobs,
    nextId,
    timestamp: () => new Date(now()).toISOString(),
    findJob: (id: number) => jobs.find((job) => job.id === id),
    findApplication: (id: number) => applications.get(id),
    listApplications: (job: Job) =>
      [...applications.values()].filter((application) => application.job === job),

    createApplication(
      job: Job,
      person: Pick<Application, 'name' | 'email' | 'document'> & { manual?: boolean },
    ) {
      const at = new Date(now()).toISOString();
      const application: Application = {
        manual: false,
        ...person,
        id: nextId(),
        job,
        status: 'in_process',
        step: job.steps.find((step) => step.type === 'test')!,
        previousStep: null,
        createdAt: at,
        tags: [],
        comments: [],
        runs: [],
        received: null,
        timeline: [{ at, kind: 'note', title: 'Candidatura recebida' }],
      };
      applications.set(application.id, application);
      const oldest = applications.keys().next();
      if (applications.size > maxApplications && !oldest.done) applications.delete(oldest.value);
      return application;
    },

    /** Whether this was a move at all. */
    moveApplication(application: Application, step: Step) {
      if (application.step === step) return false;
      application.previousStep = application.step;
      application.step = step;
      return true;
    },

    subscriptions,
    createSubscription(subscription: Omit<Subscription, 'id'>) {
      const created = { id: crypto.randomUUID(), ...subscription };
      subscriptions.push(created);
      subscriptions.splice(0, subscriptions.length - maxSubscriptions);
      return created;
    },
    deleteSubscription(id: string) {
      const at = subscriptions.findIndex((one) => one.id === id);
      if (at >= 0) subscriptions.splice(at, 1);
      return at >= 0;
    },

    addToTimeline(application: Application, entry: Omit<TimelineEntry, 'at'>) {
      application.timeline.push({ at: new Date(now()).toISOString(), ...entry });
      application.timeline.splice(0, application.timeline.length - maxTimeline);
    },

    listRequests: () => requests,
    recordRequest(request: RecordedRequest) {
      requests.push(request);
      requests.splice(0, requests.length - maxRequests);
    },
    deleteRequests() {
      requests = [];
    },

    behaviours,
    setBehaviour(target: Target, behaviour: Behaviour) {
      behaviours[target] = behaviour.times === 0 ? null : behaviour;
    },
    resetBehaviours() {
      behaviours.result_webhook = null;
      behaviours.rest = null;
    },
    /** The behaviour that the request at hand must get; counts it. */
    takeBehaviour(target: Target) {
      const behaviour = behaviours[target];
      if (!behaviour || behaviour.times === null) return behaviour;
      const left = behaviour.times - 1;
      behaviours[target] = left === 0 ? null : { ...behaviour, times: left };
      return behaviour;
    },
  };
}
