import type { Child } from 'hono/jsx';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/**
 * Markdown from the provider, as elements. It is a stranger's text: raw HTML stays text (escaped),
 * only http(s) links are links, images are their description.
 */
export function Markdown({ text }: { text: string }) {
  const tree = fromMarkdown(text, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return <div class="markdown">{render(tree)}</div>;
}

function render(node: Nodes): Child {
  const children = 'children' in node ? node.children.map(render) : [];
  switch (node.type) {
    case 'root':
      return <>{children}</>;
    case 'paragraph':
      return <p>{children}</p>;
    case 'heading':
      return <h3>{children}</h3>;
    case 'strong':
      return <strong>{children}</strong>;
    case 'emphasis':
      return <em>{children}</em>;
    case 'list':
      return node.ordered ? <ol>{children}</ol> : <ul>{children}</ul>;
    case 'listItem':
      return <li>{children}</li>;
    case 'blockquote':
      return <blockquote>{children}</blockquote>;
    case 'table':
      return (
        <div class="scroll">
          <table>{children}</table>
        </div>
      );
    case 'tableRow':
      return <tr>{children}</tr>;
    case 'tableCell':
      return <td>{children}</td>;
    case 'link':
      return isWebAddress(node.url) ? (
        <a href={node.url} rel="noopener noreferrer">
          {children}
        </a>
      ) : (
        <>{children}</>
      );
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'image':
      return node.alt ?? '';
    default:
      return 'value' in node ? node.value : <>{children}</>;
  }
}

function isWebAddress(address: string) {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
