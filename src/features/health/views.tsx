import { formatDateTime, formatNumber } from '../../i18n/format.ts';
import { ActionBar, Card, PageHead } from '../../ui/candidate.tsx';
import { SubmitButton, TextArea } from '../../ui/forms.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { commentLength } from './comment.ts';
import { SignalList } from './notice.tsx';
import type { OwnHealth } from './own-queries.ts';
import { HealthRecord } from './record.tsx';

export interface CommentTrouble {
  typed: string;
  problem: 'comment' | 'closed';
}

interface OwnHealthProps extends PageProps, OwnHealth {
  /** The attempt's own address. */
  base: string;
  now: number;
  /** The comment has just been saved. */
  saved: boolean;
  trouble?: CommentTrouble | undefined;
}

/** `/a/<token>/health`: everything recorded of an attempt, and the candidate's own words about it. */
export function OwnHealthPage(props: OwnHealthProps) {
  const { health, organizationName, base, language, t, path } = props;
  const words = t.health.own;
  const asked = health.signals.length > 0;
  return (
    <CandidateLayout title={words.title} organization={props} {...{ language, t, path }}>
      <PageHead
        title={words.title}
        lead={asked ? words.lead(organizationName) : words.nothingAsked}
      />
      {asked ? (
        <>
          <Card>
            <HealthRecord {...{ health, language, t }} />
          </Card>
          <Card>
            <p>
              <strong>{t.health.label(t.health.labels[health.label])}</strong>
            </p>
            <p>{t.health.labelMeans}</p>
            <p>
              <a href="/test-health#label">{t.health.panel.rules}</a>
            </p>
          </Card>
        </>
      ) : null}
      {asked ? (
        <>
          <CommentCard {...props} />
          <Card title={words.whatFor}>
            <div class="prose">
              <SignalList signals={health.signals} t={t} />
            </div>
          </Card>
        </>
      ) : null}
      <ActionBar>
        <a class="btn" href={base}>
          {words.back}
        </a>
      </ActionBar>
    </CandidateLayout>
  );
}

function CommentCard(props: OwnHealthProps) {
  const { comment, commentUntil, trouble, saved, organizationName, base, now, language, t } = props;
  const words = t.health.own;
  if (commentUntil === null)
    return (
      <Card title={words.commentTitle} id="comment-form">
        <p>{words.afterwards}</p>
      </Card>
    );
  const open = now < commentUntil;
  const typed = trouble?.typed ?? comment ?? '';
  return (
    <Card title={words.commentTitle} id="comment-form">
      {saved && !trouble ? (
        <Notice kind="success" t={t} live>
          <p>{words.saved}</p>
        </Notice>
      ) : null}
      {open ? (
        <form method="post" action={`${base}/health-comment`} novalidate>
          <p>{words.commentHint(organizationName)}</p>
          <TextArea
            name="comment"
            label={words.comment}
            hint={t.common.charactersLimit(formatNumber(commentLength, language))}
            value={typed}
            error={trouble ? words.tooLong : undefined}
            counter={t.common.charactersLeft('{count}')}
            maxlength={commentLength}
            rows={4}
          />
          <p class="hint">{words.changeUntil(formatDateTime(commentUntil, language))}</p>
          <ActionBar>
            <SubmitButton>{words.save}</SubmitButton>
          </ActionBar>
        </form>
      ) : (
        <>
          <p>{words.closed}</p>
          <div class="prose">
            {typed.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </div>
        </>
      )}
    </Card>
  );
}
