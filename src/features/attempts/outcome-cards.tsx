import { localize } from '../../i18n/languages.ts';
import { Card } from '../../ui/candidate.tsx';
import { ScoreBars, TotalDial } from '../../ui/charts.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { bandOf, conductOf } from '../questions/conduct.ts';
import type { SittingProps } from './sitting-layout.tsx';

/**
 * What the assessment lets its candidates see of a result: nothing but the receipt, the total, or the
 * total and the `major` competencies, and the words for the total's band. Never an e-mail, an answer, a
 * weight or a `minor` item (GUPY.md A.4).
 */
export function OutcomeCards({ attempt, content, language, t }: SittingProps) {
  const { result } = attempt;
  if (attempt.state !== 'completed' || result === null) return null;
  const { sees, bands } = conductOf(content);
  if (sees === 'receipt')
    return (
      <Card>
        <p>{t.after.receiptNote(attempt.organizationName)}</p>
      </Card>
    );
  const words = t.candidate.done;
  const scores = new Map(result.competencies.map(({ id, score }) => [id, score]));
  const items = content.competencies
    .filter(({ id, tier }) => sees === 'competencies' && tier === 'major' && scores.has(id))
    .map(({ id, name, description }) => ({
      label: localize(name, language, content.language).text,
      score: scores.get(id) ?? null,
      note: description && localize(description, language, content.language).text,
    }));
  const profile = result.total === null;
  const band = bandOf(bands, result.total);
  const name = band && localize(band.name, language, content.language);
  return (
    <>
      {profile ? null : (
        <Card title={words.total}>
          <TotalDial score={result.total} language={language} t={t} />
          <p>{t.after.totalMeaning}</p>
        </Card>
      )}
      {band && name ? (
        <Card title={t.after.band}>
          <p class="band" lang={name.language}>
            {name.text}
          </p>
          <Markdown {...localize(band.feedback, language, content.language)} t={t} />
        </Card>
      ) : null}
      {items.length > 0 ? (
        <Card title={profile ? words.profile : words.competencies}>
          <p>{profile ? words.profileNote : t.after.competenciesMeaning}</p>
          <ScoreBars
            caption={profile ? words.profile : words.competencies}
            items={items}
            language={language}
            t={t}
          />
        </Card>
      ) : null}
    </>
  );
}
