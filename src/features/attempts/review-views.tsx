import { ActionBar, Card, PageHead, QuestionMap, Saving } from '../../ui/candidate.tsx';
import { Checkbox, ErrorSummary } from '../../ui/forms.tsx';
import { Notice } from '../../ui/notices.tsx';
import { mapItems, SittingLayout, type SittingProps } from './sitting-layout.tsx';

type ReviewProps = SittingProps & { confirmMissing?: boolean };

/** Which questions have an answer, and the submit button behind a confirmation. */
export function ReviewPage(props: ReviewProps) {
  return (
    <SittingLayout {...props} clock>
      <ReviewPart {...props} />
    </SittingLayout>
  );
}

export function ReviewPart(props: ReviewProps) {
  const { base, confirmMissing, t } = props;
  const words = t.candidate.review;
  const items = mapItems(props);
  const answered = items.filter((item) => item.answered).length;
  // Of a section that is over nothing is missing: nothing can be done there.
  const open = items.filter((item) => !item.answered && !item.closed);
  const [back] = open;
  // Also on a page that the device keeps, whose answers are still to come.
  const allDone = items.some(({ answered: known, closed }) => closed && !known)
    ? words.allOpenAnswered
    : words.allAnswered;
  return (
    <div id="sitting">
      <ErrorSummary
        t={t}
        problems={confirmMissing ? [{ field: 'confirm', message: words.confirmProblem }] : []}
      />
      <PageHead title={words.title}>
        <p class="hint">
          <Saving answered={answered} total={items.length} t={t} />
        </p>
      </PageHead>
      {/* Both, because the script shows the one that has become true. */}
      <div data-open="none" hidden={open.length > 0}>
        <Notice kind="success" t={t}>
          <p>{allDone}</p>
        </Notice>
      </div>
      <div data-open="some" hidden={open.length === 0}>
        <Notice kind="warning" t={t}>
          <p>{words.unanswered(open.length)}</p>
        </Notice>
      </div>
      <Card title={t.common.questionMap.title}>
        <p>{words.goTo}</p>
        <QuestionMap items={items} t={t} />
        <p class="hint">
          <a href={`${base}/receipts`}>{t.sitting.receipts.link}</a>
        </p>
      </Card>
      <form method="post" action={`${base}/submission`} novalidate>
        <Card>
          <Checkbox
            name="confirm"
            label={words.confirm}
            error={confirmMissing ? words.confirmProblem : undefined}
            required
          />
        </Card>
        <ActionBar>
          <button type="submit" class="btn btn-primary">
            {words.submit}
          </button>
          <a class="btn" data-back href={back?.href ?? `${base}/questions/1`}>
            {back ? words.backTo(back.number) : words.back}
          </a>
        </ActionBar>
      </form>
    </div>
  );
}
