import type { Role } from './db/schema/accounts.ts';

/**
 * Who may call a route.
 *
 * - `public`: anyone.
 * - `candidate`: whoever holds the token in the path; the handler checks it.
 * - `provider`: an ATS with its bearer token; the handler checks it together with its first read.
 * - `webhook`: an ATS that knows the address's and the header's secrets; the handler checks both.
 * - `api`: whoever has a key of the open API; the handler checks it together with its first read.
 * - `dev`: anyone, in development only; elsewhere the route does not exist.
 * - a role: a signed-in member with at least that role in their organization.
 */
export type Access = 'public' | 'candidate' | 'provider' | 'webhook' | 'api' | 'dev' | Role;

/**
 * Every route there is, and the only place that says who may call it. The guard (app.tsx) enforces it,
 * a test compares it with the routes that exist, and another sweeps each of them as everyone else.
 */
export const access: Readonly<Record<string, Access>> = {
  'GET /': 'public',
  'GET /privacy-notice': 'public',
  'GET /test-health': 'public',
  'GET /status': 'public',
  'POST /language': 'public',
  'GET /receipts': 'public',
  'POST /receipts': 'public',
  'GET /brand/1/:file{[0-9a-f]{6}\\.css}': 'public',
  'GET /brand/logos/:hash{[0-9a-f]{64}}': 'public',

  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'GET /sign-in/confirm': 'public',
  'POST /sign-in/confirm': 'public',
  'POST /sign-out': 'public',

  'GET /t/:slug': 'public',
  'POST /t/:slug/attempts': 'public',
  'POST /t/:slug/resume': 'public',
  'GET /a/:token': 'candidate',
  'POST /a/:token/start': 'candidate',
  'GET /a/:token/questions/:number{[1-9][0-9]{0,3}}': 'candidate',
  'POST /a/:token/answers/:questionId': 'candidate',
  'POST /a/:token/sections/:sectionId/start': 'candidate',
  'POST /a/:token/sync': 'candidate',
  'GET /a/:token/review': 'candidate',
  'GET /a/:token/parts': 'candidate',
  'POST /a/:token/submission': 'candidate',
  'GET /a/:token/return': 'candidate',
  'GET /a/:token/receipts': 'candidate',
  'GET /a/:token/receipts.json': 'candidate',
  'GET /a/:token/health': 'candidate',
  'POST /a/:token/health-comment': 'candidate',
  'GET /a/:token/privacy': 'candidate',
  'POST /a/:token/requests': 'candidate',
  'GET /a/:token/data': 'candidate',
  'GET /a/:token/data.json': 'candidate',
  'GET /r/:token': 'candidate',
  'POST /r/:token/rating': 'candidate',

  'GET /api': 'public',
  'GET /api/v1/openapi.json': 'public',
  'GET /api/v1/assessments': 'api',
  'GET /api/v1/attempts': 'api',
  'POST /api/v1/attempts': 'api',
  'GET /api/v1/attempts/:id': 'api',
  'POST /api/v1/attempts/:id/cancellation': 'api',
  'GET /assessments/ats': 'api',
  'POST /assessments/ats/attempts': 'api',

  'GET /gupy/test': 'provider',
  'POST /gupy/test/candidate': 'provider',
  'GET /gupy/test/result/:resultId': 'provider',
  'POST /gupy/webhooks/:path': 'webhook',

  'GET /assessments': 'viewer',
  'GET /links/:id/qr': 'viewer',
  'POST /links/:id/job': 'recruiter',
  'GET /assessments/:id/invitations': 'viewer',
  'POST /assessments/:id/invitations': 'recruiter',
  'POST /invitations/:id/mails': 'recruiter',
  'POST /invitations/:id/expiry': 'recruiter',
  'POST /invitations/:id/cancellation': 'recruiter',
  'GET /results': 'viewer',
  'GET /results/:id': 'viewer',
  'POST /results/:id/reviews/:questionId': 'reviewer',
  'POST /results/:id/decisions': 'recruiter',
  'POST /results/:id/application': 'recruiter',
  'POST /results/:id/time': 'recruiter',
  'POST /results/:id/accommodation': 'recruiter',
  'GET /deliveries': 'viewer',
  'GET /deliveries.csv': 'viewer',
  'GET /deliveries/:id': 'viewer',
  'POST /deliveries/:id/replay': 'recruiter',
  'POST /deliveries/replays': 'recruiter',
  'GET /integrations/gupy': 'viewer',
  'GET /integrations/gupy/go-live': 'viewer',
  'POST /integrations/gupy/check': 'admin',
  'GET /integrations/gupy/catalogue': 'viewer',
  'POST /integrations/gupy/catalogue/:id': 'admin',
  'POST /integrations/gupy/company': 'admin',
  'POST /integrations/gupy/sales': 'viewer',
  'GET /integrations/gupy/webhooks': 'viewer',
  'POST /integrations/gupy/webhooks': 'admin',
  'POST /integrations/gupy/rules': 'admin',
  'POST /integrations/gupy/rules/:id/removal': 'admin',
  'GET /integrations/gupy/timeline': 'viewer',
  'POST /integrations/gupy/timeline/token': 'admin',
  'POST /integrations/gupy/timeline/writing': 'admin',
  'POST /integrations/gupy/timeline/removal': 'admin',
  'POST /integrations/gupy/tokens': 'admin',
  'POST /integrations/gupy/health-line': 'admin',
  'POST /integrations/gupy/tokens/:id/rotation': 'admin',
  'POST /integrations/gupy/tokens/:id/revocation': 'admin',
  'GET /settings/brand': 'admin',
  'POST /settings/brand': 'admin',
  'GET /settings/mails': 'admin',
  'GET /settings/mails/:kind/:language': 'admin',
  'POST /settings/mails/:kind/:language': 'admin',
  'GET /integrations/api': 'admin',
  'POST /integrations/api/keys': 'admin',
  'POST /integrations/api/keys/:id/revocation': 'admin',
  'GET /integrations/webhooks': 'admin',
  'POST /integrations/webhooks/endpoints': 'admin',
  'POST /integrations/webhooks/:id/test': 'admin',
  'POST /integrations/webhooks/:id/rotation': 'admin',
  'POST /integrations/webhooks/:id/state': 'admin',
  'POST /integrations/webhooks/:id/deletion': 'admin',
  'GET /privacy': 'admin',
  'POST /privacy/requests/:id/answer': 'admin',

  'GET /dev/mailbox': 'dev',
  'GET /dev/mailbox/:id': 'dev',
};

/** The access of a matched route; undefined when nobody classified it. */
export function accessOf(method: string, path: string): Access | undefined {
  return access[`${method === 'HEAD' ? 'GET' : method} ${path}`];
}
