import { ActionBar, Card } from '../../ui/candidate.tsx';
import { Checkbox, EnterButton, ErrorSummary, SubmitButton } from '../../ui/forms.tsx';
import { NoticeText } from '../../ui/notice-text.tsx';
import { HealthNotice } from '../health/notice.tsx';
import { AccommodationField, AccommodationNotice } from './accommodation-views.tsx';
import { AssessmentIntro } from './link-views.tsx';
import { noticeVersion } from './notice.ts';
import { RightsLink } from './rights-link.tsx';
import { SittingLayout, type SittingProps } from './sitting-layout.tsx';

export type StartProblem = 'consent' | 'accommodation';

/** An attempt that an ATS registered, or that waits for an accommodation. Opening it changes nothing. */
export function StartPage(
  props: SittingProps & { problems?: readonly StartProblem[]; accommodation?: string },
) {
  const { attempt, problems = [], t } = props;
  const words = t.candidate.link;
  const problemWords = { consent: words.problems.consent, accommodation: t.time.ask.problem };
  return (
    <SittingLayout {...props}>
      <ErrorSummary
        t={t}
        problems={problems.map((field) => ({ field, message: problemWords[field] }))}
      />
      <AssessmentIntro
        {...props}
        organizationName={attempt.organizationName}
        candidateName={attempt.candidateName}
        startUntil={attempt.invitationExpiresAt}
      />
      {attempt.accommodationRequest === null ? null : <AccommodationNotice {...props} />}
      <form method="post" action={`${props.base}/start`} novalidate>
        <EnterButton />
        <HealthNotice
          {...props}
          organizationName={attempt.organizationName}
          told={attempt.healthLine && attempt.callbackUrl !== null}
        />
        {attempt.accommodationPercent === null ? (
          <AccommodationField
            {...props}
            value={props.accommodation ?? attempt.accommodationRequest ?? ''}
            error={problems.includes('accommodation') ? problemWords.accommodation : undefined}
          />
        ) : null}
        <Card title={words.notice}>
          <NoticeText version={noticeVersion} t={t} organizationName={attempt.organizationName} />
          <Checkbox
            name="consent"
            label={words.accept}
            error={problems.includes('consent') ? problemWords.consent : undefined}
            required
          />
        </Card>
        <ActionBar>
          <SubmitButton>{words.start}</SubmitButton>
        </ActionBar>
      </form>
      <RightsLink {...props} />
    </SittingLayout>
  );
}
