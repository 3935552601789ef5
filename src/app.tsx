import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

import type { AppEnv } from './env.ts';
import { brandRoutes } from './features/accounts/brand-routes.tsx';
import { accounts } from './features/accounts/routes.tsx';
import { coodeshRoutes } from './features/api/coodesh-routes.ts';
import { apiDocsRoutes } from './features/api/docs-routes.tsx';
import { apiKeyRoutes } from './features/api/key-routes.tsx';
import { apiRoutes } from './features/api/routes.ts';
import { assessmentRoutes } from './features/assessments/routes.tsx';
import { answerRoutes } from './features/attempts/answer-routes.tsx';
import { linkRoutes } from './features/attempts/link-routes.tsx';
import { receiptRoutes } from './features/attempts/receipt-routes.tsx';
import { resultPageRoutes } from './features/attempts/result-routes.tsx';
import { resumeRoutes } from './features/attempts/resume-routes.tsx';
import { sittingRoutes } from './features/attempts/sitting-routes.tsx';
import { syncRoutes } from './features/attempts/sync-routes.ts';
import { noteReturns } from './features/gupy/call-log.ts';
import { catalogueRoutes } from './features/gupy/catalogue-routes.tsx';
import { gupyConnectionRoutes } from './features/gupy/connection-routes.tsx';
import { goLiveRoutes } from './features/gupy/go-live-routes.tsx';
import { inboundRoutes } from './features/gupy/inbound-routes.ts';
import { provider } from './features/gupy/provider-routes.ts';
import { gupyTokenRoutes } from './features/gupy/token-routes.tsx';
import { gupyWebhookRoutes } from './features/gupy/webhook-routes.tsx';
import { healthRoutes } from './features/health/routes.tsx';
import { invitationRoutes } from './features/invitations/routes.tsx';
import { ledgerRoutes } from './features/ledger/routes.tsx';
import { statusRoutes } from './features/ledger/status-routes.tsx';
import { mailbox } from './features/notifications/mailbox.tsx';
import { templateRoutes } from './features/notifications/template-routes.tsx';
import { privacyDeskRoutes } from './features/privacy/desk-routes.tsx';
import { ownPrivacyRoutes } from './features/privacy/own-routes.tsx';
import { applicationRoutes } from './features/results/application-routes.ts';
import { decisionRoutes } from './features/results/decision-routes.ts';
import { resultRoutes } from './features/results/routes.tsx';
import { timeRoutes } from './features/results/time-routes.ts';
import { webhookRoutes } from './features/webhooks/routes.tsx';
import { guard } from './guard.ts';
import { AppError, type ErrorCode, notFound } from './lib/errors.ts';
import { errorText, logLine } from './lib/log.ts';
import { crossSite, headers, limitedBody, requestContext, words } from './middleware.ts';
import { publicPages } from './public-pages.tsx';
import { ErrorNotice, ErrorPage } from './ui/errors.tsx';
import { pageProps } from './ui/page-props.ts';
import { respond } from './ui/respond.tsx';

export const app = new Hono<AppEnv>();

app.use(requestContext, headers, words, crossSite, limitedBody, guard);
app.use('/a/:token/return', noteReturns);
app.route('/', publicPages);
app.route('/', accounts);
app.route('/', brandRoutes);
app.route('/', linkRoutes);
app.route('/', resumeRoutes);
app.route('/', sittingRoutes);
app.route('/', resultPageRoutes);
app.route('/', ownPrivacyRoutes);
app.route('/', answerRoutes);
app.route('/', syncRoutes);
app.route('/', receiptRoutes);
app.route('/', healthRoutes);
app.route('/', provider);
app.route('/', inboundRoutes);
app.route('/', apiDocsRoutes);
app.route('/', apiRoutes);
// Before the workspace's pages of the same name.
app.route('/', coodeshRoutes);
app.route('/', assessmentRoutes);
app.route('/', invitationRoutes);
app.route('/', resultRoutes);
app.route('/', timeRoutes);
app.route('/', decisionRoutes);
app.route('/', applicationRoutes);
app.route('/', ledgerRoutes);
app.route('/', statusRoutes);
app.route('/', gupyTokenRoutes);
app.route('/', gupyConnectionRoutes);
app.route('/', gupyWebhookRoutes);
app.route('/', goLiveRoutes);
app.route('/', catalogueRoutes);
app.route('/', apiKeyRoutes);
app.route('/', webhookRoutes);
app.route('/', mailbox);
app.route('/', templateRoutes);
app.route('/', privacyDeskRoutes);

app.notFound((c) => showError(c, notFound()));

app.onError((error, c) => {
  const known = asAppError(error);
  if (known) return showError(c, known);
  logLine({ at: 'error', id: c.var.requestId, error: errorText(error) });
  return showError(c, undefined);
});

/** What a person or partner caused, else undefined: a bug. */
function asAppError(error: Error): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof HTTPException) || error.status >= 500) return undefined;
  const codes: Record<number, ErrorCode> = {
    401: 'unauthorized',
    403: 'forbidden',
    413: 'too_large',
  };
  return new AppError(codes[error.status] ?? 'invalid', 'The request was refused');
}

/** JSON for partners, a notice for htmx, else a page. `undefined` is our own fault: 500. */
function showError(c: Context<AppEnv>, error: AppError | undefined) {
  const status = error?.status ?? 500;
  const requestId = c.var.requestId;
  if (/^\/(gupy|api|assessments\/ats)(\/|$)/.test(c.req.path)) {
    if (status === 401) c.header('WWW-Authenticate', 'Bearer');
    const code = error?.code ?? 'internal';
    const message = error?.message ?? 'Something went wrong on our side';
    const fields = error?.fields && { fields: error.fields };
    return c.json({ error: { code, message, ...fields, requestId } }, status);
  }
  const props = { ...pageProps(c), code: error?.code ?? 'internal', requestId } as const;
  return respond(c, {
    page: () => <ErrorPage {...props} />,
    part: () => <ErrorNotice {...props} />,
    status,
  });
}
