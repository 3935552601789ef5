import type { Child, PropsWithChildren } from 'hono/jsx';

import type { Exchange } from './exchange.ts';
import type { Store } from './store.ts';

export function Layout({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <html lang="pt-BR">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Simulador da Gupy`}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">
            Simulador da Gupy
          </a>
          <span class="badge">não homologado</span>
        </header>
        <main>{children}</main>
        <footer>
          Leitura da Aferi sobre a documentação pública da Gupy. Não é da Gupy nem foi homologado
          por ela. Dados fictícios, guardados só na memória.
        </footer>
      </body>
    </html>
  );
}

export function Problem({ children }: PropsWithChildren) {
  return (
    <p class="notice problem" role="alert">
      {children}
    </p>
  );
}

/** Told on pages because a forgotten fault looks like a broken provider. */
export function Faults({ behaviours }: { behaviours: Store['behaviours'] }) {
  const set = Object.entries(behaviours).filter(([, behaviour]) => behaviour !== null);
  if (set.length === 0) return null;
  return (
    <p class="notice">
      Falhas ligadas em <code>/_sim/behaviour</code>:{' '}
      {set.map(([target, behaviour]) => (
        <code>{`${target} ${JSON.stringify(behaviour)} `}</code>
      ))}
    </p>
  );
}

export function Call({ title, exchange }: { title: string; exchange: Exchange }) {
  return (
    <details class="exchange">
      <summary>
        <span>{title}</span>
        <code>
          {exchange.method} {pathOf(exchange.url)} → {exchange.status ?? 'sem resposta'}
        </code>
      </summary>
      <p class="caption">Requisição</p>
      <pre tabindex={0}>
        {`${exchange.method} ${exchange.url}\n${headerLines(exchange.requestHeaders)}`}
        {exchange.requestBody && `\n${exchange.requestBody}`}
      </pre>
      <p class="caption">Resposta{exchange.ms > 0 && ` em ${exchange.ms} ms`}</p>
      <pre tabindex={0}>
        {exchange.failure ??
          `${exchange.status}\n${headerLines(exchange.responseHeaders)}\n${exchange.responseBody}`}
      </pre>
    </details>
  );
}

export function Time({ at }: { at: string }) {
  return <time datetime={at}>{brazilian.format(new Date(at))}</time>;
}

export function Lines({ items }: { items: [string, Child][] }) {
  return (
    <dl>
      {items.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

const brazilian = new Intl.DateTimeFormat('pt-BR', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'America/Sao_Paulo',
});

function headerLines(headers: Record<string, string>) {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

function pathOf(url: string) {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
