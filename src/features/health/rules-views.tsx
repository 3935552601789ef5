import type { Child } from 'hono/jsx';

import type { Language } from '../../i18n/languages.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Card, PageHead } from '../../ui/candidate.tsx';
import { CandidateLayout } from '../../ui/layout.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { TextTable } from '../../ui/text-table.tsx';
import { defaultSignals, type SignalKind, signalKinds } from '../questions/conduct.ts';
import { commentDays } from './comment.ts';
import { type Amounts, labelPoints, labels, rules } from './label.ts';
import { shortestReading, wordsPerMinute } from './reading.ts';
import { amountTexts } from './wording.ts';

/** `/test-health`: all there is to know about test health; every number is the one that is applied. */
export function TestHealthPage(page: PageProps) {
  const { t } = page;
  const words = t.health.page;
  return (
    <CandidateLayout {...page} title={words.title}>
      <PageHead title={words.title} lead={words.lead} />
      <Text title={words.mayTitle} id="signals">
        <p>{words.may}</p>
        <ul>
          {signalKinds.map((kind) => (
            <SignalItem kind={kind} t={t} />
          ))}
        </ul>
      </Text>
      <Text title={words.neverTitle} id="never">
        <Items items={words.never} />
      </Text>
      <LabelRules {...page} />
      <Text title={words.limitsTitle} id="limits">
        <Items items={words.limits} />
      </Text>
      <Text title={words.rightsTitle} id="rights">
        <Items items={words.rights(commentDays)} />
      </Text>
    </CandidateLayout>
  );
}

function SignalItem({ kind, t }: { kind: SignalKind; t: Messages }) {
  const words = t.health.page;
  const { name, records, why, innocent } = t.health.signals[kind];
  const byDefault = defaultSignals.includes(kind) ? words.onByDefault : words.offByDefault;
  return (
    <li>
      <p>
        <strong>{name}.</strong> {records}
      </p>
      <p>
        {words.why}: {why}
      </p>
      <p>
        {words.innocent}: {innocent}
      </p>
      <p>
        <em>{kind === 'full_screen' ? words.onlyIfAsked : byDefault}</em>
      </p>
    </li>
  );
}

function LabelRules({ language, t }: PageProps) {
  const words = t.health.page;
  return (
    <Text title={words.labelTitle} id="label">
      <p>{words.labelLead}</p>
      <TextTable
        caption={words.labelTitle}
        head={[t.health.panel.signal, words.firstStep, words.secondStep]}
        rows={signalKinds.map((kind) => [
          t.health.signals[kind].name,
          step(rules[kind][0], language, t) ?? words.neverCounts,
          step(rules[kind][1], language, t) ?? '–',
        ])}
        t={t}
      />
      <p>{words.reading(wordsPerMinute, shortestReading)}</p>
      <h3>{words.levelsTitle}</h3>
      <TextTable
        caption={words.levelsTitle}
        head={[words.level, words.fromPoints]}
        rows={labels.map((label, index) => {
          const next = labels[index + 1];
          const to = next && labelPoints[next] - 1;
          const from = labelPoints[label];
          return [t.health.labels[label], to === undefined ? `${from}+` : range(from, to)];
        })}
        t={t}
      />
      <p>{words.alone}</p>
      <p>{t.health.labelMeans}</p>
    </Text>
  );
}

function step(amounts: Partial<Amounts> | undefined, language: Language, t: Messages) {
  return amounts && amountTexts(amounts, language, t).join(` ${t.health.page.or} `);
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function Text(props: { title: string; id: string; children: Child }) {
  return (
    <Card title={props.title} id={props.id}>
      <div class="prose">{props.children}</div>
    </Card>
  );
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
