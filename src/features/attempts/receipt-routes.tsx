import { type Context, Hono } from 'hono';

import type { AppEnv } from '../../env.ts';
import { notFound } from '../../lib/errors.ts';
import { pageProps } from '../../ui/page-props.ts';
import { respond } from '../../ui/respond.tsx';
import { judge, readReceiptFile, signedByUs } from './receipt-file.ts';
import { listAnswersOf } from './receipt-queries.ts';
import { ReceiptCheckPage, ReceiptListPage } from './receipt-views.tsx';
import { publicKeyOf, receiptOf } from './receipts.ts';
import type { Sitting } from './sitting-queries.ts';
import { openSitting, own } from './sitting-routes.tsx';

/** Proofs of what was stored: a candidate's own, and the page where anyone may check some. */
export const receiptRoutes = new Hono<AppEnv>();

receiptRoutes.get('/a/:token/receipts', async (c) => {
  const sitting = await openSitting(c);
  const receipts = await receiptsOf(c, sitting);
  return respond(c, {
    page: () => <ReceiptListPage {...pageProps(c)} {...own(c, sitting)} receipts={receipts} />,
  });
});

receiptRoutes.get('/a/:token/receipts.json', async (c) => {
  const sitting = await openSitting(c);
  if (sitting.attempt.submittedAt === null) throw notFound();
  c.header('Content-Disposition', 'attachment; filename="aferi-receipts.json"');
  const publicKey = await publicKeyOf(c.env.TOKEN_SECRET);
  return c.json({ publicKey, receipts: await receiptsOf(c, sitting) });
});

receiptRoutes.get('/receipts', (c) =>
  respond(c, { page: () => <ReceiptCheckPage {...pageProps(c)} text="" /> }),
);

receiptRoutes.post('/receipts', async (c) => {
  const text = await sentText(c);
  const file = readReceiptFile(text);
  if (!file)
    return respond(c, {
      page: () => <ReceiptCheckPage {...pageProps(c)} text={text} unreadable />,
      status: 422,
    });
  const ours = await signedByUs(c.env.TOKEN_SECRET, file.receipts);
  const stored = await listAnswersOf(
    c.var.db,
    ours.map(({ attempt }) => attempt),
  );
  const verdicts = await judge(file.receipts, new Set(ours), stored);
  const checked = file.receipts.map((receipt, index) => ({ receipt, verdict: verdicts[index]! }));
  return respond(c, {
    page: () => <ReceiptCheckPage {...pageProps(c)} text="" checked={checked} />,
  });
});

/** In the order of the questions. */
function receiptsOf(c: Context<AppEnv>, { attempt, answers }: Sitting) {
  const sorted = answers.toSorted(
    (a, b) => attempt.questionIds.indexOf(a.questionId) - attempt.questionIds.indexOf(b.questionId),
  );
  return Promise.all(sorted.map((answer) => receiptOf(c.env.TOKEN_SECRET, answer)));
}

/** The chosen file's text, else what was pasted. */
async function sentText(c: Context<AppEnv>): Promise<string> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
  const { file, text } = body;
  if (file instanceof File && file.size > 0) return file.text();
  return typeof text === 'string' ? text : '';
}
