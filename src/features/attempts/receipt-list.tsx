import { formatDateTime } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Receipt } from './receipts.ts';

/** Receipts in the order given, each by its question's number; for candidates and for recruiters. */
export function ReceiptList(props: {
  receipts: readonly Receipt[];
  questionIds: readonly string[];
  language: Language;
  t: Messages;
}) {
  const { receipts, questionIds, language, t } = props;
  const numbers = new Map(questionIds.map((id, index) => [id, index + 1]));
  return (
    <ul class="receipts">
      {receipts.map((receipt) => (
        <li>
          <strong>{t.common.questionMap.question(numbers.get(receipt.question) ?? 0)}</strong>
          {' · '}
          {t.sitting.receipts.savedAt(formatDateTime(Date.parse(receipt.savedAt), language))}
          <br />
          <code>{receipt.answerHash}</code>
        </li>
      ))}
    </ul>
  );
}
