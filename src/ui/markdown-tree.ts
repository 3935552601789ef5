import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

const blocks = {
  extensions: [gfmTable()],
  mdastExtensions: [gfmTableFromMarkdown()],
};

/** Every construct that starts a block, off: "1. a" stays what it says. */
const inline = {
  extensions: [
    {
      disable: {
        null: [
          'blockQuote',
          'codeFenced',
          'codeIndented',
          'definition',
          'headingAtx',
          'htmlFlow',
          'list',
          'setextUnderline',
          'thematicBreak',
        ],
      },
    },
  ],
};

export function parseBlocks(text: string): Root {
  return parse(text, blocks);
}

export function parseInline(text: string): Root {
  return parse(text, inline);
}

/** The words alone, on one line: for titles and attributes. */
export function plainText(markdown: string): string {
  return wordsOf(parseBlocks(markdown)).replaceAll(/\s+/g, ' ').trim();
}

/** The words alone, a paragraph for each block and a line for each item: where no markup is shown, as in mail. */
export function plainParagraphs(markdown: string): string {
  return parseBlocks(markdown).children.map(plainBlock).join('\n\n');
}

function plainBlock(node: Nodes): string {
  if (node.type === 'code') return node.value;
  if (node.type === 'list') return node.children.map((item) => `• ${plainBlock(item)}`).join('\n');
  return wordsOf(node).replaceAll(/\s+/g, ' ').trim();
}

export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  return node.children.map(wordsOf).join(isPhrasing(node.type) ? '' : ' ');
}

function isPhrasing(type: string): boolean {
  return ['paragraph', 'heading', 'emphasis', 'strong', 'link', 'tableCell'].includes(type);
}

function parse(text: string, options: Parameters<typeof fromMarkdown>[1]): Root {
  return isCostly(text) ? verbatim(text) : fromMarkdown(text, options);
}

/**
 * Containers within containers and long runs of emphasis marks cost the parser quadratic time (seconds
 * at the longest prompt allowed). Nobody writes thirty levels or two thousand stars to be read.
 */
function isCostly(text: string): boolean {
  if (/^(?:[ \t]*(?:>|[-+*] |\d{1,9}[.)] )){30}/m.test(text)) return true;
  return (text.match(/[*_]/g)?.length ?? 0) > 2000;
}

function verbatim(text: string): Root {
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
  };
}
