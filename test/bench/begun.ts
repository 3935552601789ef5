import { register, startAttempt } from './journeys.ts';
import type { World } from './world.ts';

/** As htmx asks for the part of a page. */
export const partial = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' };

/** A started attempt of somebody new. */
export const begun = ({ meter, size, fresh }: World, slug = 'demo-javascript') =>
  startAttempt((request) => meter.send(request), slug, `begun.${size}.${fresh()}@example.com`);

/** An attempt that Gupy registered and nobody started. */
export const registered = async ({ meter, assessmentId, fresh }: World) => {
  const send = (request: Request) => meter.send(request);
  return (await register(send, assessmentId, { document_id: fresh() + 10 ** 6 })).path;
};
