import type { Application, Job } from './store.ts';

/** An application as Gupy's REST API gives it. */
export function toJson(application: Application) {
  const { id, job, status, tags, createdAt, manual } = application;
  const { email, ...person } = personOf(application);
  // Who was added by the company, not by applying: then the e-mail is the other key's.
  return {
    id,
    job: nameOf(job),
    status,
    currentStep: stepOf(application.step),
    tags,
    createdAt,
    candidate: { ...person, email: manual ? null : email },
    manualCandidate: manual ? { ...person, email } : null,
  };
}

/** What a webhook tells of it. */
export function toEvent(application: Application) {
  const { id, job, status, tags, step, previousStep } = application;
  return {
    job: nameOf(job),
    application: {
      id,
      status,
      currentStep: stepOf(step),
      ...(previousStep && { previousStep: stepOf(previousStep) }),
      tags,
    },
    candidate: personOf(application),
  };
}

/** Everything about it, for scripts. */
export function toState(application: Application) {
  const { comments, runs, received } = application;
  const timeline = application.timeline.map(({ at, kind, title, text }) => ({
    at,
    kind,
    title,
    text,
  }));
  return { ...toJson(application), comments, runs, received, timeline };
}

function personOf({ name, email, document }: Application) {
  const [first = '', ...others] = name.split(' ');
  return { name: first, lastName: others.join(' '), email, identificationDocument: document };
}

function stepOf({ id, name, type }: Job['steps'][number]) {
  return { id, name, type };
}

function nameOf({ id, name }: Job) {
  return { id, name };
}
