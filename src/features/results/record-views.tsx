import { formatDateTime } from '../../i18n/format.ts';
import { Pairs } from '../../ui/review.tsx';
import { CopyField, Panel } from '../../ui/workspace.tsx';
import { ReceiptList } from '../attempts/receipt-list.tsx';
import type { ResultProps } from './result-views.tsx';

/** What proves the result, and the way to the candidate's own page. */
export function RecordPanel(props: ResultProps) {
  const { record, outcome, candidatePage, receipts, language, t } = props;
  const { attempt } = record;
  const words = t.workspace.result;
  const { noticeVersion, noticeAcceptedAt } = attempt;
  const items = [
    { label: words.attemptId, value: <code>{attempt.id}</code> },
    { label: words.contentHash, value: <code>{attempt.contentHash}</code> },
    ...(outcome ? [{ label: words.scorer, value: String(outcome.scorer) }] : []),
    ...(noticeVersion !== null && noticeAcceptedAt !== null
      ? [
          {
            label: words.notice,
            value: words.noticeAt(noticeVersion, formatDateTime(noticeAcceptedAt, language)),
          },
        ]
      : []),
  ];
  return (
    <Panel title={words.record} id="record">
      <p class="hint">{words.recordNote}</p>
      <Pairs items={items} />
      {receipts.length === 0 ? null : (
        <details>
          <summary>
            {t.sitting.receipts.title} ({receipts.length})
          </summary>
          <ReceiptList
            receipts={receipts}
            questionIds={attempt.questionIds}
            language={language}
            t={t}
          />
          <p>
            <a class="text-link" href="/receipts">
              {t.sitting.receipts.checkTitle}
            </a>
          </p>
        </details>
      )}
      <div class="no-print">
        <h3>{words.candidatePage}</h3>
        <p class="hint">{words.candidatePageHint}</p>
        <CopyField value={candidatePage} label={words.candidatePage} t={t} />
        <p>
          <a class="text-link" href={candidatePage} target="_blank" rel="noopener">
            {words.openCandidatePage}
            <span class="sr-only"> {t.common.opensInNewTab}</span>
          </a>
        </p>
      </div>
    </Panel>
  );
}
