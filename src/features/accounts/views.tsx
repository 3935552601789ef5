import type { Child } from 'hono/jsx';

import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { minute } from '../../lib/time.ts';
import { ErrorSummary, Field, SubmitButton } from '../../ui/forms.tsx';
import { PublicLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notices.tsx';
import { memberHome } from './next-path.ts';
import { linkLifetime } from './session.ts';

export interface Page {
  language: Language;
  t: Messages;
  /** Where to go after signing in. */
  next: string;
}

export function SignInPage(props: Page & { typed?: string; problem?: 'email' | 'tooMany' }) {
  const { t, next, typed, problem } = props;
  const words = t.accounts.signIn;
  const error = problem === 'email' ? words.badEmail : undefined;
  return (
    <Frame {...props} title={words.title} path={signInPath(next)}>
      {error ? <ErrorSummary problems={[{ field: 'email', message: error }]} t={t} /> : null}
      {problem === 'tooMany' ? (
        <Notice kind="warning" t={t} live>
          {words.tooMany}
        </Notice>
      ) : null}
      <p>{words.lead}</p>
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          type="email"
          label={words.email}
          value={typed}
          error={error}
          autocomplete="email"
          inputmode="email"
          maxlength={254}
          spellcheck={false}
          required
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </form>
    </Frame>
  );
}

/** The same for everyone: who is a member can't be read off it. */
export function LinkSentPage(props: Page & { email: string; development: boolean }) {
  const { t, next, email } = props;
  const words = t.accounts.sent;
  return (
    <Frame {...props} title={words.title} path={signInPath(next)}>
      <p>{words.body(email)}</p>
      <p>{words.validity(linkLifetime / minute)}</p>
      <p>{words.nothingCame}</p>
      {props.development ? (
        <p>
          <a class="link" href={`/dev/mailbox?${new URLSearchParams({ to: email })}`}>
            {t.mail.mailbox.title}
          </a>
        </p>
      ) : null}
      <p>
        <a class="link" href={signInPath(next)}>
          {words.again}
        </a>
      </p>
    </Frame>
  );
}

/** Mail scanners open links: the page only asks for a click. */
export function ConfirmPage(props: Page & { token: string }) {
  const { t, next, token } = props;
  const words = t.accounts.confirm;
  return (
    <Frame {...props} title={words.title} path={confirmPath(token, next)}>
      <p>{words.body}</p>
      <form method="post" action="/sign-in/confirm">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next} />
        <SubmitButton>{words.submit}</SubmitButton>
      </form>
    </Frame>
  );
}

export function LinkRefusedPage(props: Page) {
  const { t, next } = props;
  const words = t.accounts.refused;
  return (
    <Frame {...props} title={words.title} path={signInPath(next)}>
      <Notice kind="error" t={t}>
        {words.body(linkLifetime / minute)}
      </Notice>
      <p>
        <a class="btn btn-primary" href={signInPath(next)}>
          {words.again}
        </a>
      </p>
    </Frame>
  );
}

function Frame(props: Page & { title: string; path: string; children?: Child }) {
  const { language, t, title, path } = props;
  return (
    <PublicLayout language={language} t={t} title={title} path={path}>
      <section class="card mx-auto my-8 w-full max-w-md gap-4 bg-base-100 p-6">
        <h1 class="text-2xl font-bold" tabindex={-1}>
          {title}
        </h1>
        {props.children}
      </section>
    </PublicLayout>
  );
}

function signInPath(next: string): string {
  return next === memberHome ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
}

function confirmPath(token: string, next: string): string {
  return `/sign-in/confirm?${new URLSearchParams({ token, next })}`;
}
