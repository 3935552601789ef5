import { PublicLayout } from './layout.tsx';
import type { PageProps } from './page-props.ts';
import { Panel } from './workspace.tsx';

/** What this is, the way in for members, and a word to candidates who came here by mistake. */
export function HomePage(page: PageProps) {
  const words = page.t.home;
  return (
    <PublicLayout {...page} title={words.title}>
      <div class="welcome">
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
        <a class="btn btn-primary" href="/sign-in">
          {words.recruiters}
        </a>
      </div>
      <div class="points">
        {words.points.map((point) => (
          <Panel title={point.title}>
            <p>{point.text}</p>
          </Panel>
        ))}
      </div>
      <p class="quiet">{words.candidates}</p>
    </PublicLayout>
  );
}
