import * as z from 'zod';

import { answerHash, isOurs, receipt, type Receipt } from './receipts.ts';

/** What a candidate downloads: the receipts, and the key that checks them without us. */
export const receiptFile = z.object({
  /** Raw Ed25519, base64url. */
  publicKey: z.string().max(64),
  receipts: z.array(receipt).max(500),
});
export type ReceiptFile = z.infer<typeof receiptFile>;

/**
 * - `stored`: exactly this answer is stored; `newer`: a later one of the same question is.
 * - `missing`: we signed it, and it is not there (the data were erased, or lost).
 * - `forged`: we did not sign this.
 */
export type Verdict = 'stored' | 'newer' | 'missing' | 'forged';

interface StoredAnswer {
  attemptId: string;
  questionId: string;
  revision: number;
  value: unknown;
}

/** The file in a text, or undefined. */
export function readReceiptFile(text: string): ReceiptFile | undefined {
  try {
    return receiptFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The receipts that we signed. */
export async function signedByUs(secret: string, receipts: readonly Receipt[]): Promise<Receipt[]> {
  const ours = await Promise.all(receipts.map((each) => isOurs(secret, each)));
  return receipts.filter((_each, index) => ours[index]);
}

/** What is to be said of each receipt, in their order. `ours`: those that we signed. */
export function judge(
  receipts: readonly Receipt[],
  ours: ReadonlySet<Receipt>,
  stored: readonly StoredAnswer[],
): Promise<Verdict[]> {
  const answers = new Map(stored.map((each) => [`${each.attemptId} ${each.questionId}`, each]));
  return Promise.all(
    receipts.map(async (each) => {
      if (!ours.has(each)) return 'forged';
      const answer = answers.get(`${each.attempt} ${each.question}`);
      if (!answer || answer.revision < each.revision) return 'missing';
      if (answer.revision > each.revision) return 'newer';
      return (await answerHash(answer.value)) === each.answerHash ? 'stored' : 'missing';
    }),
  );
}
