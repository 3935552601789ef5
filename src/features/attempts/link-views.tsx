import { formatDateTime, languageName } from '../../i18n/format.ts';
import { localize } from '../../i18n/languages.ts';
import { ActionBar, Card, Facts, PageHead } from '../../ui/candidate.tsx';
import { Checkbox, EnterButton, ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { NoticeText } from '../../ui/notice-text.tsx';
import { Notice } from '../../ui/notices.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { HealthNotice } from '../health/notice.tsx';
import type { VersionContent } from '../questions/content.ts';
import { AccommodationField } from './accommodation-views.tsx';
import type { ApplicationQuery } from './application.ts';
import { noticeVersion } from './notice.ts';
import { SectionRules } from './section-rules.tsx';
import { questionCount } from './sheet.ts';
import type { LinkPage } from './start-queries.ts';
import type { Closed } from './start.ts';

type StartField = 'name' | 'email' | 'consent' | 'accommodation';

interface LinkStartProps extends PageProps {
  link: LinkPage;
  values: { name: string; email: string; consent: boolean; accommodation: string; key: string };
  problems: readonly StartField[];
  /** What the link's address says of the ATS's application. */
  application: ApplicationQuery;
}

/** `/t/<slug>`: what the test is, who you are, the privacy notice, start. */
export function LinkStartPage({ link, values, problems, application, ...page }: LinkStartProps) {
  const { t, language } = page;
  const words = t.candidate.link;
  const { content, organizationName } = link;
  const problemWords = { ...words.problems, accommodation: t.time.ask.problem };
  const problem = (name: StartField) => (problems.includes(name) ? problemWords[name] : undefined);
  return (
    <CandidateLayout
      {...page}
      title={localize(content.name, language, content.language).text}
      organization={link}
    >
      <ErrorSummary
        t={t}
        problems={problems.map((field) => ({ field, message: problemWords[field] }))}
      />
      <AssessmentIntro
        {...page}
        content={content}
        organizationName={organizationName}
        attemptsAllowed={link.attemptsAllowed}
      />
      <form method="post" action={`/t/${encodeURIComponent(link.slug)}/attempts`} novalidate>
        <EnterButton />
        <input type="hidden" name="key" value={values.key} />
        {Object.entries(application).map(([name, value]) =>
          value ? <input type="hidden" name={name} value={value} /> : null,
        )}
        <Card title={words.yourData}>
          <Field
            name="name"
            label={words.name}
            hint={words.nameHint}
            value={values.name}
            error={problem('name')}
            autocomplete="name"
            maxlength={120}
            required
          />
          <Field
            name="email"
            type="email"
            inputmode="email"
            label={words.email}
            hint={words.emailHint}
            value={values.email}
            error={problem('email')}
            autocomplete="email"
            maxlength={254}
            spellcheck={false}
            required
          />
        </Card>
        <HealthNotice {...page} content={content} organizationName={organizationName} />
        <AccommodationField
          {...page}
          value={values.accommodation}
          error={problem('accommodation')}
        />
        <Card title={words.notice}>
          <NoticeText version={noticeVersion} t={t} organizationName={organizationName} />
          <Checkbox
            name="consent"
            label={words.accept}
            checked={values.consent}
            error={problem('consent')}
            required
          />
        </Card>
        <ActionBar>
          <SubmitButton>{words.start}</SubmitButton>
        </ActionBar>
      </form>
    </CandidateLayout>
  );
}

/** The assessment as a candidate first meets it. */
export function AssessmentIntro(
  props: PageProps & {
    content: VersionContent;
    organizationName: string;
    /** Where it is known already. */
    candidateName?: string;
    attemptsAllowed?: number;
    /** Until when an invitation can be started. */
    startUntil?: number | null;
  },
) {
  const { content, language, t } = props;
  const words = t.candidate.link;
  const name = localize(content.name, language, content.language);
  const description = localize(content.description, language, content.language);
  const instructions = localize(content.instructions, language, content.language);
  const facts = [
    { label: words.duration, value: words.minutes(content.durationMinutes) },
    { label: words.questions, value: String(questionCount(content)) },
    ...(content.level ? [{ label: words.level, value: words.levels[content.level] }] : []),
    ...(props.attemptsAllowed
      ? [{ label: words.attempts, value: words.attemptsAllowed(props.attemptsAllowed) }]
      : []),
    ...(props.startUntil
      ? [
          {
            label: t.invitations.candidate.until,
            value: t.invitations.candidate.untilWhen(formatDateTime(props.startUntil, language)),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        title={<span lang={name.language}>{name.text}</span>}
        lead={words.intro(props.organizationName)}
      />
      {props.candidateName ? <p>{words.startedByAts(props.candidateName)}</p> : null}
      {name.language === language ? null : (
        <Notice kind="info" t={t}>
          <p>{words.otherLanguage(languageName(name.language, language))}</p>
        </Notice>
      )}
      <p lang={description.language}>{description.text}</p>
      <Card>
        <Facts items={facts} />
      </Card>
      <Card title={words.howItWorks}>
        <div class="prose">
          <ul>
            {words.rules.map((rule) => (
              <li>{rule}</li>
            ))}
            <SectionRules {...props} />
          </ul>
        </div>
      </Card>
      {instructions.text ? (
        <Card title={words.instructions}>
          <Markdown {...instructions} t={t} />
        </Card>
      ) : null}
    </>
  );
}

export function UnknownLinkPage(page: PageProps) {
  const words = page.t.candidate.closed;
  return (
    <CandidateLayout {...page} title={words.unknownTitle}>
      <PageHead title={words.unknownTitle} lead={words.unknown} />
    </CandidateLayout>
  );
}

export function ClosedPage(props: PageProps & { link: LinkPage; closed: Closed }) {
  const { link, closed, ...page } = props;
  const words = page.t.candidate.closed;
  const when = (at: number | null) => formatDateTime(at ?? 0, page.language);
  const [title, lead] = {
    off: [words.offTitle, words.off],
    not_open: [words.notOpenTitle, words.notOpen(when(link.opensAt))],
    over: [words.overTitle, words.over(when(link.closesAt))],
  }[closed] as [string, string];
  return (
    <CandidateLayout {...page} title={title} organization={link}>
      <PageHead title={title} lead={lead} />
      {closed === 'not_open' ? null : <ResumeForm {...page} link={link} typed="" />}
    </CandidateLayout>
  );
}

/** Asks for the address of an attempt that exists already, and for nothing else. */
function ResumeForm(props: PageProps & { link: LinkPage; typed: string; refused?: boolean }) {
  const { link, typed, refused, t } = props;
  const words = t.candidate.resume;
  return (
    <form method="post" action={`/t/${encodeURIComponent(link.slug)}/resume`} novalidate>
      <Card title={words.title}>
        <Field
          name="email"
          type="email"
          inputmode="email"
          label={t.candidate.link.email}
          hint={words.hint}
          value={typed}
          error={refused ? t.candidate.link.problems.email : undefined}
          autocomplete="email"
          maxlength={254}
          spellcheck={false}
          required
        />
        <SubmitButton kind="plain">{words.submit}</SubmitButton>
      </Card>
    </form>
  );
}

/** What became of that request; the same words whether or not there is an attempt. */
export function ResumePage(
  props: PageProps & { link: LinkPage; typed: string; sent?: boolean; refused?: boolean },
) {
  const { link, typed, sent, t } = props;
  const words = t.candidate.resume;
  return (
    <CandidateLayout {...props} title={words.title} organization={link}>
      <PageHead title={words.title} lead={sent ? words.sent(typed.trim()) : undefined} />
      {sent ? <p>{t.candidate.known.check}</p> : <ResumeForm {...props} />}
    </CandidateLayout>
  );
}

/** The address already has an attempt here: says so alike for an open and for a finished one. */
export function KnownPage(props: PageProps & { link: LinkPage; email: string }) {
  const { link, email, ...page } = props;
  const words = page.t.candidate.known;
  return (
    <CandidateLayout {...page} title={words.title} organization={link}>
      <PageHead title={words.title} lead={words.sent(email)} />
      <p>{words.allowed(link.attemptsAllowed)}</p>
      <p>{words.check}</p>
      <ActionBar>
        <a class="btn" href={`/t/${encodeURIComponent(link.slug)}`}>
          {words.back}
        </a>
      </ActionBar>
    </CandidateLayout>
  );
}
