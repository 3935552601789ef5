import { privacyRequestKinds } from '../../db/schema/conduct.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { ActionBar, Card, PageHead } from '../../ui/candidate.tsx';
import { Choices } from '../../ui/choices.tsx';
import { ErrorSummary, SubmitButton, TextArea } from '../../ui/forms.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { knownNotice, NoticeText } from '../../ui/notice-text.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { noticeVersion } from '../attempts/notice.ts';
import type { OwnRequest, OwnRights } from './own-queries.ts';
import { openLimit, type RefusedRequest, type RequestProblem } from './requests.ts';

export interface RightsProps extends PageProps, OwnRights {
  /** The attempt's own address; what is here is below it. */
  base: string;
  /** Of the form: the same page sent twice asks once. */
  key: string;
  now: number;
  /** True right after a request. */
  sent: boolean;
  refused?: RefusedRequest | undefined;
}

/** What a candidate accepted, what is kept, and the ways to ask for changes. */
export function RightsPage(props: RightsProps) {
  const { attempt, base, language, t, path } = props;
  const words = t.privacy.own;
  return (
    <CandidateLayout title={words.title} organization={attempt} {...{ language, t, path }}>
      <PageHead
        eyebrow={attempt.assessmentName}
        title={words.title}
        lead={words.lead(attempt.organizationName)}
      />
      <Requests {...props} />
      <RequestForm {...props} />
      <Card title={words.held}>
        <ul>
          {words.heldList.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
        <ActionBar>
          <a class="btn" href={`${base}/data`}>
            {words.see}
          </a>
          <a class="btn" href={`${base}/data.json`} download>
            {words.download}
          </a>
        </ActionBar>
      </Card>
      <AcceptedNotice {...props} />
      <p>
        <a href={base}>{words.back}</a>
      </p>
    </CandidateLayout>
  );
}

function Requests({ requests, sent, language, t, now }: RightsProps) {
  const words = t.privacy.own;
  const newest = requests[0];
  if (requests.length === 0) return null;
  return (
    <Card title={words.requests} id="requests">
      {sent && newest ? (
        <Notice kind="success" t={t}>
          <p>{words.sent(formatDateTime(newest.dueAt, language))}</p>
        </Notice>
      ) : null}
      <ol class="asked">
        {requests.map((request) => (
          <li>
            <Request request={request} {...{ language, t, now }} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Request(props: Pick<RightsProps, 'language' | 't' | 'now'> & { request: OwnRequest }) {
  const { request, language, t, now } = props;
  const words = t.privacy.own;
  const due = formatDateTime(request.dueAt, language);
  return (
    <>
      <h3>{t.privacy.kinds[request.kind]}</h3>
      <p class="hint">{words.askedAt(formatDateTime(request.createdAt, language))}</p>
      {request.message ? (
        <>
          <h4>{words.yourWords}</h4>
          <p class="said">{request.message}</p>
        </>
      ) : null}
      {request.answeredAt === null ? (
        <p>
          <strong>{now > request.dueAt ? words.overdueSince(due) : words.openUntil(due)}</strong>
        </p>
      ) : (
        <>
          <h4>{words.answer}</h4>
          <p class="said">{request.answer}</p>
          <p class="hint">{words.answeredAt(formatDateTime(request.answeredAt, language))}</p>
        </>
      )}
    </>
  );
}

function RequestForm({ attempt, requests, base, key, refused, t }: RightsProps) {
  const words = t.privacy.own;
  const open = requests.filter(({ answeredAt }) => answeredAt === null).length;
  const wrong = (...problems: RequestProblem[]) => {
    const found = problems.find((problem) => refused?.problems.includes(problem));
    return found && words.problems[found];
  };
  const kind = wrong('kind');
  const message = wrong('message', 'missing');
  const problems = [
    ...(kind ? [{ field: 'kind', message: kind }] : []),
    ...(message ? [{ field: 'message', message }] : []),
    ...(wrong('tooMany') ? [{ field: 'kind', message: words.problems.tooMany }] : []),
  ];
  // A text that was typed comes back whatever happened meanwhile.
  if (open >= openLimit && !refused)
    return (
      <Card title={words.ask} id="ask">
        <p>{words.full}</p>
      </Card>
    );
  return (
    <Card title={words.ask} id="ask">
      <p>{words.askLead(attempt.organizationName)}</p>
      <ErrorSummary t={t} problems={problems} />
      <form method="post" action={`${base}/requests`} novalidate>
        <input type="hidden" name="key" value={key} />
        <Choices
          name="kind"
          kind="radio"
          legend={words.kind}
          choices={privacyRequestKinds.map((value) => ({
            value,
            label: (
              <>
                <strong>{t.privacy.kinds[value]}</strong>
                <span class="choice-note">{words.kindHints[value]}</span>
              </>
            ),
          }))}
          chosen={[refused?.kind ?? '']}
          problem={kind}
        />
        {/* No maxlength: a browser would cut a pasted text short without a word. */}
        <TextArea
          name="message"
          label={words.message}
          hint={words.messageHint}
          error={message}
          value={refused?.message ?? ''}
          rows={5}
        />
        <SubmitButton>{words.send}</SubmitButton>
      </form>
    </Card>
  );
}

function AcceptedNotice({ attempt, language, t }: RightsProps) {
  const words = t.privacy.own;
  const { noticeVersion: accepted, noticeAcceptedAt, organizationName } = attempt;
  if (accepted === null || noticeAcceptedAt === null)
    return (
      <Card title={words.noticeNow}>
        <p>{words.notAccepted}</p>
        <NoticeText version={noticeVersion} organizationName={organizationName} t={t} />
      </Card>
    );
  const version = knownNotice(accepted, t);
  return (
    <Card title={words.notice}>
      <p>{words.accepted(accepted, formatDateTime(noticeAcceptedAt, language))}</p>
      {version ? (
        <NoticeText version={version} organizationName={organizationName} t={t} />
      ) : (
        <p>{words.unknownVersion(organizationName)}</p>
      )}
    </Card>
  );
}
