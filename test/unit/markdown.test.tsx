import { renderToString } from 'hono/jsx/dom/server';
import { describe, expect, test } from 'vitest';

import { messagesFor } from '../../src/i18n/messages.ts';
import { plainText } from '../../src/ui/markdown-tree.ts';
import { InlineMarkdown, Markdown } from '../../src/ui/markdown.tsx';

const t = messagesFor('pt-BR');
const images = ['https://images.example'];

function rendered(text: string): string {
  return renderToString(<Markdown text={text} t={t} imageOrigins={images} />);
}

function inline(text: string): string {
  return renderToString(<InlineMarkdown text={text} />);
}

/** The elements of a piece of HTML with their attributes, as a browser would find them. */
function tags(html: string): string[] {
  return html.match(/<[a-z!][^>]*>/gi) ?? [];
}

const allowedTag =
  /^<(?:(?:div|p|h[2-6]|ul|ol|li|pre|code|blockquote|em|strong|br|hr|a|img|span|table|thead|tbody|tr|th|td)(?: (?:class|lang|href|rel|target|src|alt|loading|start|tabindex|role|aria-label)="[^"]*")*)\/?>$/;

describe('markup that tries to run', () => {
  test.each([
    '<script>alert(1)</script>',
    'text <script>alert(1)</script> text',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<math><mtext></p><img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](\u0001javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox(1))',
    '[x](//evil.example)',
    '[x](/sign-out)',
    '[x](https://ok.example"onmouseover="alert(1))',
    '[x](https://ok.example \'a" onmouseover="alert(1)\')',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x" onerror="alert(1)](https://images.example/a.png)',
    '![x](data:image/svg+xml,<svg onload=alert(1)>)',
    '```"><script>alert(1)</script>\ncode\n```',
    '```js"onclick="alert(1)\n</code></pre><script>alert(1)</script>\n```',
    '`<script>alert(1)</script>`',
    '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
    '# <img src=x onerror=alert(1)>',
    '> <b onclick=alert(1)>x</b>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ])('%j becomes plain text, inert links or nothing', (text) => {
    for (const html of [rendered(text), inline(text)]) {
      for (const tag of tags(html)) expect(tag).toMatch(allowedTag);
      expect(html).not.toMatch(/(?:href|src)="(?!https:\/\/)/i);
    }
  });

  test('raw HTML is shown as it was written', () => {
    expect(rendered('um <b>dois</b>')).toContain('um &lt;b&gt;dois&lt;/b&gt;');
    expect(rendered('<script>alert(1)</script>')).toContain('<p>&lt;script&gt;alert(1)');
  });
});

describe('links and images', () => {
  test('a link opens elsewhere and passes nothing on', () => {
    expect(rendered('[manual](https://docs.example/a?b=1&c=2)')).toContain(
      '<a href="https://docs.example/a?b=1&amp;c=2" rel="noopener nofollow" target="_blank">manual',
    );
    expect(rendered('<mailto:ana@acme.example>')).toContain('href="mailto:ana@acme.example"');
  });

  test('a link that may not be followed leaves its words', () => {
    expect(rendered('veja [isto](javascript:alert(1))')).toContain('<p>veja isto</p>');
  });

  test('an image loads only from an origin that the page allows', () => {
    expect(rendered('![gráfico](https://images.example/a.png)')).toContain(
      '<img src="https://images.example/a.png" alt="gráfico"',
    );
    for (const address of [
      'https://images.example.evil.example/a.png',
      'https://images.example@evil.example/a.png',
      'https://images.example:8443/a.png',
      'https://evil.example/https://images.example/a.png',
    ]) {
      const html = rendered(`![gráfico](${address})`);
      expect(html).not.toContain('<img');
      expect(html).toContain('>gráfico<');
    }
    expect(rendered('![gráfico](http://images.example/a.png)')).not.toContain('<img');
  });

  test('a reference finds its definition', () => {
    expect(rendered('[a][b]\n\n[b]: https://ok.example')).toContain('href="https://ok.example/"');
  });
});

describe('blocks', () => {
  test('headings go below those of the page', () => {
    expect(rendered('# um\n\n###### seis')).toBe(
      '<div class="prose"><h3>um</h3><h6>seis</h6></div>',
    );
    expect(renderToString(<Markdown text="# um" t={t} headings={2} />)).toContain('<h2>um</h2>');
  });

  test('code and tables scroll in boxes that the keyboard reaches', () => {
    expect(rendered('```js\nif (a < b) {}\n```')).toContain(
      '<pre tabindex="0"><code class="language-js">if (a &lt; b) {}</code></pre>',
    );
    const table = rendered('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(table).toContain('<div class="scroll" tabindex="0" role="group" aria-label="Tabela');
    expect(table).toContain('<td class="align-right">2</td>');
  });

  test('a list keeps its first number', () => {
    expect(rendered('3. três\n4. quatro')).toContain('<ol start="3"><li>três</li>');
  });

  test('text in another language says so', () => {
    expect(renderToString(<Markdown text="hello" t={t} language="en" />)).toContain('lang="en"');
  });
});

describe('one line of text', () => {
  test('has emphasis and code, and nothing that starts a block or leads away', () => {
    expect(inline('**Erro** de `a < b`')).toBe(
      '<span><strong>Erro</strong> de <code>a &lt; b</code></span>',
    );
    expect(inline('1. não é lista')).toBe('<span>1. não é lista</span>');
    expect(inline('# não é título')).toBe('<span># não é título</span>');
    expect(inline('[x](https://ok.example)')).toBe('<span>x</span>');
  });

  test('plain words are what is left without the marks', () => {
    expect(plainText('# Título\n\nCom `código`, **ênfase**\ne [link](https://ok.example).')).toBe(
      'Título Com código, ênfase e link.',
    );
  });
});

describe('markup made to be slow', () => {
  test.each([
    ['quotes in quotes', '>'.repeat(20_000)],
    ['lists in lists', '- '.repeat(10_000)],
    ['mixed containers', '> - 1. '.repeat(2800)],
    ['emphasis that never closes', '*a_'.repeat(6600)],
  ])('%s is shown as it was written', (_name, text) => {
    expect(rendered(text)).toContain(`<p>${text.replaceAll('>', '&gt;').slice(0, 1000)}`);
  });
});
