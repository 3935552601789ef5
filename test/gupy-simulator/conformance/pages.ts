import type { Context } from './context.ts';
import type { Exchange } from './exchange.ts';

const maxLinks = 20;

/** A page's source with the few entities undone that URLs and names are written with. */
export function textOf({ body }: Exchange): string {
  return body
    .replaceAll(/&(#38|#x26|amp);/gi, '&')
    .replaceAll(/&(#39|#x27);/gi, "'")
    .replaceAll('&quot;', '"');
}

/**
 * Whether the page, its redirect, or one of its links to the same site leads to `goal`; `scripts` when
 * none does but the page has scripts, which might.
 */
export async function leadsTo(
  context: Context,
  url: string,
  goal: string,
): Promise<boolean | 'scripts'> {
  const page = await context.openPage(url);
  if (isAt(page, goal)) return true;
  for (const link of linksOf(page)) if (isAt(await context.openPage(link), goal)) return true;
  return /<script/i.test(page.body) ? 'scripts' : false;
}

function isAt(page: Exchange, goal: string): boolean {
  return page.headers['location'] === goal || textOf(page).includes(goal);
}

function linksOf(page: Exchange): string[] {
  const location = page.headers['location'];
  const hrefs = [...textOf(page).matchAll(/<a\s[^>]*?href="([^"]+)"/gi)].map(([, href]) => href!);
  const urls = [...(location === undefined ? [] : [location]), ...hrefs]
    .flatMap((href) => URL.parse(href, page.url) ?? [])
    .filter(({ origin }) => origin === new URL(page.url).origin);
  return [...new Set(urls.map(({ href }) => href))].slice(0, maxLinks);
}
