import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const source = join(import.meta.dirname, '../../src');

export interface Import {
  /** Both are paths from src/; `to` is a package's name when it isn't one of our files. */
  from: string;
  to: string;
  /** Erased by the compiler: the two files share words, not behaviour. */
  typeOnly: boolean;
  text: string;
}

const statement =
  /^(?:import|export)\s(?<type>type\s)?(?<names>[^'";]*?\sfrom\s)?'(?<to>[^']+)'|\bimport\('(?<lazy>[^']+)'\)/gm;

/** Every import of every source file, lazy ones included. */
export function listImports(): Import[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => path.replaceAll('\\', '/'))
    .flatMap((from) => importsOf(from, readFileSync(join(source, from), 'utf8')));
}

export function importsOf(from: string, text: string): Import[] {
  return [...text.matchAll(statement)].map((match) => {
    const to = match.groups?.['to'] ?? match.groups?.['lazy'] ?? '';
    return {
      from,
      to: to.startsWith('.') ? posix.join(dirname(from), to) : to,
      typeOnly: match.groups?.['type'] !== undefined,
      text: match[0].replaceAll(/\s+/g, ' '),
    };
  });
}
