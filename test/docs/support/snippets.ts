import { readFileSync } from 'node:fs';

/** A block of code of a page. */
export interface Snippet {
  /** The heading it stands under. */
  readonly under: string;
  readonly language: string;
  readonly code: string;
}

/** Address that the snippets of the docs ask; a test puts its own server's in its place. */
const documented = 'http://127.0.0.1:4310';

/** The blocks of a page of the docs in their order, asking the server given. */
export function snippetsOf(page: string, server: string): readonly Snippet[] {
  const text = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
  const found: Snippet[] = [];
  let under = '';
  for (const part of text.matchAll(/^## (.+)$|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    const [, heading, language = '', code = ''] = part;
    if (heading === undefined) found.push({ under, language, code: code.replaceAll(documented, server) });
    else under = heading;
  }
  return found;
}

/** Every address a block asks: written out, or put together as Power Query does. */
export function addressesIn({ code }: Snippet): readonly string[] {
  const whole = [...code.matchAll(/http:\/\/127\.0\.0\.1:\d+\/[^\s'"]+/g)].map(([address]) => address);
  const parts = /Web\.Contents\("([^"]+)", \[\s*RelativePath = "([^"]+)",\s*Query = \[([^\]]*)\]/g;
  const built = [...code.matchAll(parts)].map(([, base, path, query = '']) => {
    const pairs = new URLSearchParams();
    for (const [, name = '', value = ''] of query.matchAll(/(\w+) = "([^"]*)"/g)) pairs.set(name, value);
    return `${base}/${path}?${pairs}`;
  });
  return [...whole, ...built];
}
