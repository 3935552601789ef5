import type { Database } from '../../db/client.ts';
import { unseal } from '../../lib/sealed.ts';
import { second } from '../../lib/time.ts';
import type { DeliveryContext } from '../deliveries/destination.ts';
import type { Outcome } from '../deliveries/schedule.ts';
import { takeSlot } from './pace.ts';
import { planHasGupy } from './plan.ts';
import type { Application } from './rest-schema.ts';
import {
  type Access,
  findApplicationById,
  mostPages,
  type Place,
  RestFailure,
  searchApplications,
} from './rest.ts';
import { findWriteBack, keepApplication, type WriteBack } from './write-back-queries.ts';

/** Of one delivery's try: with its last request (15 s) it ends before the lease does (60 s). */
const longestTry = 40 * second;

/** What an organization has told us of its way into Gupy. */
export type Connection = Pick<WriteBack, 'organizationId' | 'sealedToken'>;

/** An organization's way into Gupy's REST API, which keeps to its pace. */
export async function openAccess(
  { env, db }: DeliveryContext,
  { organizationId, sealedToken }: Connection,
): Promise<Access> {
  const token = await unseal(env.ENCRYPTION_SECRET, organizationId, sealedToken);
  if (token === undefined) throw hopeless('the stored token cannot be read: save it again');
  return { base: env.GUPY_API_BASE, token, turn: turnsOf(db, organizationId) };
}

/** A connected organization's turns, for as long as one try may take. */
export function turnsOf(db: Database, organizationId: string): Access['turn'] {
  const until = Date.now() + longestTry;
  return async () => {
    const now = Date.now();
    const at = await takeSlot(db, organizationId, now);
    if (at === undefined) throw new RestFailure({ error: 'too many requests to Gupy are waiting' });
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    if (Date.now() > until) throw new RestFailure({ error: 'the try ran out of time' });
  };
}

export interface Reached {
  target: WriteBack;
  access: Access;
  place: Place;
  application: Application;
}

/** Finds an attempt's application at Gupy: the one that was named, else by e-mail. */
export async function reach(context: DeliveryContext, attemptId: string): Promise<Reached> {
  const target = await findWriteBack(context.db, attemptId);
  if (!target || !planHasGupy(target.plan)) throw hopeless('Gupy is not connected any more');
  const access = await openAccess(context, target);
  const application = target.applicationId
    ? await named(access, target, target.applicationId)
    : await searched(context, access, target);
  const place = { jobId: target.jobId, applicationId: application.id };
  return { target, access, place, application };
}

/**
 * An id that came with a link's address may be anybody's: without a person's word it counts only
 * together with the candidate's e-mail.
 */
async function named(
  access: Access,
  { jobId, linkedBy, email }: WriteBack,
  applicationId: string,
): Promise<Application> {
  const application = await findApplicationById(access, { jobId, applicationId });
  if (!application) throw hopeless(`job ${jobId} has no application ${applicationId}`);
  if (linkedBy === null && !application.emails.includes(email))
    throw hopeless(`application ${applicationId} has another e-mail address`);
  return application;
}

async function searched(
  { db }: DeliveryContext,
  access: Access,
  { attemptId, jobId, email }: WriteBack,
): Promise<Application> {
  const fits = ({ emails }: Application) => emails.includes(email);
  const { found, complete } = await searchApplications(access, jobId, fits, 1);
  const [application] = found;
  if (application) {
    await keepApplication(db, attemptId, application.id);
    return application;
  }
  const where = complete ? `job ${jobId}` : `the first ${mostPages * 100} of job ${jobId}`;
  throw hopeless(`no application with this e-mail address in ${where}`);
}

/** A try's outcome: what the work came to, or why Gupy did not do it. */
export async function outcomeOf(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RestFailure) return error.outcome;
    throw error;
  }
}

/** What only a person can mend. */
export function hopeless(error: string): RestFailure {
  return new RestFailure({ error, hopeless: true });
}
