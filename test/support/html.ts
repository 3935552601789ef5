/** What a browser would send of a form if nothing were changed, and where to. */
export interface PageForm {
  id: string | null;
  action: string;
  fields: Record<string, string[]>;
  /** `name=value` of each submit button that has a name. */
  buttons: string[];
}

/** The forms of a page, read as a browser without JavaScript reads them. */
export async function formsIn(html: string): Promise<PageForm[]> {
  const forms: PageForm[] = [];
  let form: PageForm | undefined;
  let options: { chosen: string | undefined; first: string | undefined } | undefined;
  let text = '';
  const add = (name: string | null, value: string) => {
    if (form && name) (form.fields[unescaped(name)] ??= []).push(unescaped(value));
  };
  const rewriter = new HTMLRewriter()
    .on('form', {
      element(element) {
        const action = unescaped(element.getAttribute('action') ?? '');
        form = { id: element.getAttribute('id'), action, fields: {}, buttons: [] };
        forms.push(form);
        element.onEndTag(() => void (form = undefined));
      },
    })
    .on('input', {
      element(element) {
        const type = element.getAttribute('type');
        const ticked = element.hasAttribute('checked');
        if ((type === 'radio' || type === 'checkbox') && !ticked) return;
        const otherwise = type === 'checkbox' ? 'on' : '';
        add(element.getAttribute('name'), element.getAttribute('value') ?? otherwise);
      },
    })
    .on('select', {
      element(element) {
        options = { chosen: undefined, first: undefined };
        const name = element.getAttribute('name');
        element.onEndTag(() => add(name, options?.chosen ?? options?.first ?? ''));
      },
    })
    .on('option', {
      element(element) {
        const value = element.getAttribute('value') ?? '';
        if (!options) return;
        options.first ??= value;
        if (element.hasAttribute('selected')) options.chosen = value;
      },
    })
    .on('textarea', {
      element(element) {
        text = '';
        const name = element.getAttribute('name');
        element.onEndTag(() => add(name, text.replace(/^\n/, '')));
      },
      text: (chunk) => void (text += chunk.text),
    })
    .on('button[name]', {
      element(element) {
        const { name, value } = Object.fromEntries(element.attributes);
        form?.buttons.push(`${name}=${value}`);
      },
    });
  await rewriter.transform(new Response(html)).text();
  return forms;
}

/** What people read of a page: no tags, no scripts, entities as characters. */
export function textOf(html: string): string {
  return unescaped(
    html
      .replace(/<(script|style|title|noscript)\b[^]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  );
}

/** Entities as the characters that they stand for. */
export function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
