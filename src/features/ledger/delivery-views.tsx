import { formatDateTime } from '../../i18n/format.ts';
import {
  deliveryKind,
  DeliveryStateMark,
  NextTry,
  ReplayForm,
  TriesTable,
} from '../../ui/deliveries.tsx';
import { MemberPage, type MemberProps } from '../../ui/member-page.tsx';
import { Notice } from '../../ui/notices.tsx';
import { PageTitle, Panel } from '../../ui/workspace.tsx';
import type { DeliveryRecord } from './queries.ts';

export type ReplayNews = 'replayed' | 'sending' | 'expunged';

interface DeliveryProps extends MemberProps {
  record: DeliveryRecord;
  /** What came of a wish to send it again. */
  news: ReplayNews | undefined;
  mayReplay: boolean;
}

/** One delivery with every try: what a recruiter reads who was told that a result isn't there. */
export function DeliveryPage(props: DeliveryProps) {
  const { record, news, mayReplay, language, t } = props;
  const { delivery, tries } = record;
  const words = t.deliveries;
  const kind = deliveryKind(delivery.kind, t);
  return (
    <MemberPage {...props} title={kind} area="deliveries">
      <p class="way-back">
        <a class="text-link" href="/deliveries">
          <span aria-hidden="true">←</span> {words.title}
        </a>
      </p>
      <PageTitle title={kind} lead={delivery.candidateName}>
        <a class="btn" href={`/results/${delivery.attemptId}`}>
          {words.toResult}
        </a>
        {mayReplay ? (
          <ReplayForm delivery={delivery} of={`${kind}, ${delivery.candidateName}`} t={t} />
        ) : null}
      </PageTitle>
      {news === 'replayed' ? (
        <Notice kind="success" t={t}>
          {words.replayed}
        </Notice>
      ) : null}
      {news === 'sending' ? (
        <Notice kind="warning" t={t}>
          {words.replaySending}
        </Notice>
      ) : null}
      {news === 'expunged' ? (
        <Notice kind="warning" t={t}>
          {words.replayExpunged}
        </Notice>
      ) : null}
      <Panel>
        <div class="delivery">
          <header>
            <DeliveryStateMark state={delivery.state} t={t} />
            {/^https?:/.test(delivery.destination) ? <code>{delivery.destination}</code> : null}
          </header>
          <p>
            {words.planned}: {formatDateTime(delivery.createdAt, language)}
          </p>
          <NextTry {...{ delivery, language, t }} />
          <TriesTable {...{ tries, language, t }} />
        </div>
      </Panel>
    </MemberPage>
  );
}
