import type { Child } from 'hono/jsx';
import type { Definition, Nodes, Root, Table } from 'mdast';

import type { Language } from '../i18n/languages.ts';
import type { Messages } from '../i18n/messages.ts';
import { parseBlocks, parseInline, wordsOf } from './markdown-tree.ts';

interface Rendering {
  t: Messages;
  imageOrigins: readonly string[];
  definitions: ReadonlyMap<string, Definition>;
  headings: number;
}

/**
 * Authored Markdown. Raw HTML shows as the text it is, links leave only by http(s) and mailto, and
 * images load only from `imageOrigins` (those that the page's CSP allows); others become links.
 */
export function Markdown(props: {
  text: string;
  t: Messages;
  /** Of the text, where it is not the page's. */
  language?: Language | undefined;
  imageOrigins?: readonly string[] | undefined;
  /** The level of the text's own `#`: one below the page's heading that it stands under. */
  headings?: 2 | 3 | 4;
}) {
  const tree = parseBlocks(props.text);
  const rendering = {
    t: props.t,
    imageOrigins: props.imageOrigins ?? [],
    definitions: definitionsOf(tree),
    headings: props.headings ?? 3,
  };
  return (
    <div class="prose" lang={props.language}>
      {tree.children.map((node) =>
        node.type === 'html' ? <p>{node.value}</p> : render(node, rendering),
      )}
    </div>
  );
}

/** One line of text, as in an option: emphasis and code only, since it stands inside a label. */
export function InlineMarkdown(props: { text: string; language?: Language | undefined }) {
  const paragraphs = parseInline(props.text).children;
  const content = paragraphs.map((paragraph, index) => [
    index > 0 ? <br /> : null,
    'children' in paragraph ? paragraph.children.map(renderInline) : wordsOf(paragraph),
  ]);
  return <span lang={props.language}>{content}</span>;
}

function renderInline(node: Nodes): Child {
  if (node.type === 'emphasis') return <em>{node.children.map(renderInline)}</em>;
  if (node.type === 'strong') return <strong>{node.children.map(renderInline)}</strong>;
  if (node.type === 'inlineCode') return <code>{node.value}</code>;
  if (node.type === 'break') return <br />;
  return wordsOf(node);
}

function render(node: Nodes, rendering: Rendering): Child {
  const children = () =>
    'children' in node ? node.children.map((child) => render(child, rendering)) : null;
  switch (node.type) {
    case 'paragraph':
      return <p>{children()}</p>;
    case 'heading':
      return <Heading level={node.depth - 1 + rendering.headings}>{children()}</Heading>;
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? undefined}>{children()}</ol>
      ) : (
        <ul>{children()}</ul>
      );
    case 'listItem':
      return <li>{node.spread ? children() : tight(node.children, rendering)}</li>;
    case 'blockquote':
      return <blockquote>{children()}</blockquote>;
    case 'code':
      return (
        <pre tabindex={0}>
          <code class={codeClass(node.lang)}>{node.value}</code>
        </pre>
      );
    case 'html':
      return node.value;
    case 'thematicBreak':
      return <hr />;
    case 'table':
      return <TableBox node={node} rendering={rendering} />;
    case 'link':
      return link(node.url, children(), rendering);
    case 'linkReference':
      return link(rendering.definitions.get(node.identifier)?.url ?? '', children(), rendering);
    case 'image':
      return picture(node.url, node.alt, rendering);
    case 'imageReference':
      return picture(rendering.definitions.get(node.identifier)?.url ?? '', node.alt, rendering);
    case 'emphasis':
      return <em>{children()}</em>;
    case 'strong':
      return <strong>{children()}</strong>;
    case 'definition':
      return null;
    default:
      return renderInline(node);
  }
}

function Heading({ level, children }: { level: number; children: Child }) {
  const tags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;
  const Tag = tags[level - 2] ?? 'h6';
  return <Tag>{children}</Tag>;
}

function tight(nodes: readonly Nodes[], rendering: Rendering): Child[] {
  return nodes.map((node) =>
    node.type === 'paragraph'
      ? node.children.map((child) => render(child, rendering))
      : render(node, rendering),
  );
}

function TableBox({ node, rendering }: { node: Table; rendering: Rendering }) {
  const [head, ...rows] = node.children.map((row) =>
    row.children.map((cell) => cell.children.map((child) => render(child, rendering))),
  );
  const align = (index: number) => {
    const side = node.align?.[index];
    return side === 'right' || side === 'center' ? `align-${side}` : undefined;
  };
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={rendering.t.common.tableRegion}>
      <table>
        <thead>
          <tr>
            {head?.map((cell, index) =>
              cell.length > 0 ? <th class={align(index)}>{cell}</th> : <td></td>,
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, index) => (
                <td class={align(index)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function link(url: string, children: Child, { t }: Rendering): Child {
  const href = safeAddress(url, ['http:', 'https:', 'mailto:']);
  if (href === undefined) return children;
  return (
    <a href={href} rel="noopener nofollow" target="_blank">
      {children}
      <span class="sr-only"> {t.common.opensInNewTab}</span>
    </a>
  );
}

function picture(url: string, alt: string | null | undefined, rendering: Rendering): Child {
  const words = alt || rendering.t.common.image;
  const source = safeAddress(url, ['https:']);
  if (source !== undefined && rendering.imageOrigins.includes(new URL(source).origin))
    return <img src={source} alt={alt ?? ''} loading="lazy" />;
  return link(url, words, rendering);
}

/** The address as the URL parser reads it; undefined when a reader should not follow it. */
function safeAddress(url: string, protocols: readonly string[]): string | undefined {
  const parsed = URL.parse(url);
  return parsed !== null && protocols.includes(parsed.protocol) ? parsed.href : undefined;
}

function codeClass(language: string | null | undefined): string | undefined {
  return language && /^[\w+#-]{1,30}$/.test(language) ? `language-${language}` : undefined;
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of tree.children)
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  return found;
}
