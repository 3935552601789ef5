import { formatDateTime } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Receipt } from './receipts.ts';

/** Receipts in the order of their questions; for candidates and for recruiters. */
export function ReceiptList(props: {
  receipts: readonly Receipt[];
  questionIds: readonly string[];
  language: Language;
  t: Messages;
}) {
  const { receipts, questionIds, language, t } = props;
  const numbered = receipts
    .map((receipt) => ({ receipt, number: questionIds.indexOf(receipt.question) + 1 }))
    .toSorted((a, b) => a.number - b.number);
  return (
    <ul class="receipts">
      {numbered.map(({ receipt, number }) => (
        <li>
          <strong>{t.common.questionMap.question(number)}</strong>
          {' · '}
          {t.sitting.receipts.savedAt(formatDateTime(Date.parse(receipt.savedAt), language))}
          <br />
          <code>{receipt.answerHash}</code>
        </li>
      ))}
    </ul>
  );
}
