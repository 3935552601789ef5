import { formatDateTime } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { ActionBar, Card, PageHead } from '../../ui/candidate.tsx';
import { SubmitButton, TextArea } from '../../ui/forms.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import type { Verdict } from './receipt-file.ts';
import { ReceiptList } from './receipt-list.tsx';
import type { Receipt } from './receipts.ts';
import type { SittingProps } from './sitting-layout.tsx';

/** What is stored of an attempt, answer by answer, to its candidate. */
export function ReceiptListPage(props: SittingProps & { receipts: readonly Receipt[] }) {
  const { attempt, content, receipts, language, t, path, base } = props;
  const words = t.sitting.receipts;
  return (
    <CandidateLayout title={words.title} organization={attempt} {...{ language, t, path }}>
      <PageHead
        eyebrow={localize(content.name, language, content.language).text}
        title={words.title}
        lead={words.lead(receipts.length, attempt.questionIds.length)}
      />
      {receipts.length === 0 ? null : (
        <Card>
          <ReceiptList
            receipts={receipts}
            questionIds={attempt.questionIds}
            language={language}
            t={t}
          />
        </Card>
      )}
      <p>{attempt.submittedAt === null ? words.later : words.keep}</p>
      <ActionBar>
        {attempt.submittedAt === null ? null : (
          <a class="btn btn-primary" href={`${base}/receipts.json`} download>
            {words.download}
          </a>
        )}
        <a class="btn" href={base}>
          {words.back}
        </a>
      </ActionBar>
    </CandidateLayout>
  );
}

interface CheckProps extends PageProps {
  /** What was pasted, when it came back. */
  text: string;
  unreadable?: boolean;
  checked?: readonly { receipt: Receipt; verdict: Verdict }[];
}

/** Anyone checks receipts here: who signed them, and whether the answer is stored. */
export function ReceiptCheckPage(props: CheckProps) {
  const { language, t, path, checked, unreadable } = props;
  const words = t.sitting.receipts;
  return (
    <CandidateLayout title={words.checkTitle} {...{ language, t, path }}>
      <PageHead title={words.checkTitle} lead={words.checkLead} />
      {checked ? <Verdicts {...props} checked={checked} /> : null}
      <form method="post" action="/receipts" enctype="multipart/form-data" novalidate>
        <Card>
          <div class="field">
            <label for="file">{words.file}</label>
            <input
              class="input"
              id="file"
              type="file"
              name="file"
              accept="application/json,.json"
            />
          </div>
          <TextArea
            name="text"
            label={words.paste}
            value={props.text}
            rows={6}
            error={unreadable ? words.unreadable : undefined}
          />
        </Card>
        <ActionBar>
          <SubmitButton>{words.check}</SubmitButton>
        </ActionBar>
      </form>
    </CandidateLayout>
  );
}

function Verdicts({
  checked,
  language,
  t,
}: CheckProps & { checked: NonNullable<CheckProps['checked']> }) {
  const words = t.sitting.receipts;
  const good = checked.filter(({ verdict }) => verdict === 'stored' || verdict === 'newer').length;
  const all = good === checked.length && good > 0;
  return (
    <>
      <Notice kind={all ? 'success' : 'warning'} t={t} live>
        <p>{words.good(good, checked.length)}</p>
      </Notice>
      <Card>
        <ul class="receipts">
          {checked.map(({ receipt, verdict }) => (
            <li>
              <code>{receipt.question}</code>
              {' · '}
              {formatDateTime(Date.parse(receipt.savedAt), language)}
              <br />
              {words.verdicts[verdict]}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
