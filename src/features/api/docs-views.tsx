import type { Child } from 'hono/jsx';
import type * as z from 'zod';

import type { Messages } from '../../i18n/messages.ts';
import { PublicLayout } from '../../ui/layout.tsx';
import type { PageProps } from '../../ui/page-props.ts';
import { TextTable } from '../../ui/text-table.tsx';
import { CopyButton, PageTitle, Panel } from '../../ui/workspace.tsx';
import { coodeshResult } from './answers.ts';
import { schemaOf } from './document.ts';
import { curl, failureExample, verification } from './examples.ts';
import { fieldLines } from './fields.ts';
import { type Operation, operations } from './operations.ts';

interface DocsProps extends PageProps {
  baseUrl: string;
}

/** `/api`: drawn from the schemas that the routes use, so that it cannot say something else. */
export function DocsPage(props: DocsProps) {
  const { t } = props;
  const words = t.integrations.docs;
  return (
    <PublicLayout {...props} title={words.title}>
      <PageTitle title={words.title} lead={`${words.lead} ${words.inEnglish}`}>
        <a class="btn" href="/api/v1/openapi.json">
          {words.openapi}
        </a>
      </PageTitle>
      <Text id="authentication" t={t} />
      {operations.map((operation) =>
        isOfAts(operation) ? null : <Call {...props} operation={operation} />,
      )}
      <Text id="idempotency" t={t} />
      <Text id="errors" t={t}>
        <Example text={failureExample} label={words.example} t={t} />
        <TextTable
          caption={words.sections.errors}
          head={[words.status, words.meaning]}
          rows={Object.entries(words.errorList)}
          t={t}
        />
      </Text>
      <Text id="reconciliation" t={t} />
      <Text id="webhooks" t={t}>
        <h3>{words.verify}</h3>
        <Example text={verification} label={words.verify} t={t} />
      </Text>
      <Text id="coodesh" t={t}>
        <Fields caption={words.sections.coodesh} schema={coodeshResult} io="output" t={t} />
      </Text>
      {operations.map((operation) =>
        isOfAts(operation) ? <Call {...props} operation={operation} /> : null,
      )}
    </PublicLayout>
  );
}

function isOfAts({ route }: Operation): boolean {
  return route.includes('/assessments/ats');
}

type Section = keyof Messages['integrations']['docs']['sections'];

function Text({ id, t, children }: { id: Section; t: Messages; children?: Child }) {
  const words = t.integrations.docs;
  return (
    <Panel id={id} title={words.sections[id]}>
      <div class="prose">
        {words[id].map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {children}
      </div>
    </Panel>
  );
}

function Call({ operation, baseUrl, t }: DocsProps & { operation: Operation }) {
  const words = t.integrations.docs;
  const { id, route, summary, scope, query, body, status, answer } = operation;
  return (
    <Panel id={id} title={<code>{route.replaceAll(/:(\w+)/g, '{$1}')}</code>}>
      <div class="prose">
        <p lang="en">{summary}</p>
        <p class="quiet">
          {words.needs}: <code>{scope}</code>
        </p>
        <Example text={curl(operation, baseUrl)} label={`curl: ${route}`} t={t} />
        {query ? <Fields caption={words.parameters} schema={query} io="input" t={t} /> : null}
        {body ? <Fields caption={words.body} schema={body} io="input" t={t} /> : null}
        <details>
          <summary>
            {words.answer} ({status})
          </summary>
          <Fields caption={words.answer} schema={answer} io="output" t={t} />
        </details>
      </div>
    </Panel>
  );
}

function Fields(props: {
  caption: string;
  schema: z.ZodType;
  io: 'input' | 'output';
  t: Messages;
}) {
  const { schema, io, caption, t } = props;
  const words = t.integrations.docs;
  const rows = fieldLines(schemaOf(schema, io)).map((line) => [
    <code>{line.name}</code>,
    <>
      <code>{line.type}</code>
      {line.required && io === 'input' ? <em> {words.required}</em> : null}
      {line.description ? <span lang="en"> · {line.description}</span> : null}
    </>,
  ]);
  return <TextTable caption={caption} head={[words.field, words.meaning]} rows={rows} t={t} />;
}

function Example({ text, label, t }: { text: string; label: string; t: Messages }) {
  return (
    <>
      <pre tabindex={0}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={label} t={t} />
    </>
  );
}
