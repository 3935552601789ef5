import { PageHead } from './candidate.tsx';
import { PublicLayout } from './layout.tsx';
import type { PageProps } from './page-props.ts';

export function HomePage(page: PageProps) {
  const words = page.t.home;
  return (
    <PublicLayout {...page} title={words.title}>
      <PageHead title={words.heading} lead={words.lead} />
      <p>
        <a class="btn btn-primary" href="/sign-in">
          {words.recruiters}
        </a>
      </p>
      <ul class="points">
        {words.points.map((point) => (
          <li class="card">
            <h2>{point.title}</h2>
            <p>{point.text}</p>
          </li>
        ))}
      </ul>
      <p>{words.candidates}</p>
    </PublicLayout>
  );
}
