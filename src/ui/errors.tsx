import type { ErrorCode } from '../lib/errors.ts';
import { PageHead } from './candidate.tsx';
import { CandidateLayout } from './layout.tsx';
import { Notice } from './notices.tsx';
import type { PageProps } from './page-props.ts';

type ErrorProps = PageProps & { code: ErrorCode | 'internal'; requestId: string };

/**
 * What happened and what to do, in plain words. The request's id only where it helps: our own faults.
 * In the look of candidate pages, whose addresses are the ones that get cut short.
 */
export function ErrorPage({ code, requestId, ...page }: ErrorProps) {
  const words = page.t.errors[code];
  return (
    <CandidateLayout {...page} title={words.title}>
      <PageHead title={words.title} lead={words.text} />
      {code === 'internal' ? <p>{page.t.errors.requestId(requestId)}</p> : null}
      <p>
        <a class="btn" href="/">
          {page.t.common.home}
        </a>
      </p>
    </CandidateLayout>
  );
}

export function ErrorNotice({ code, requestId, t }: ErrorProps) {
  const words = t.errors[code];
  return (
    <Notice kind="error" title={words.title} t={t} live>
      <p>{words.text}</p>
      {code === 'internal' ? <p>{t.errors.requestId(requestId)}</p> : null}
    </Notice>
  );
}
