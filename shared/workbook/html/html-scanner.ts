import { corrupt } from '../refusals.ts';
import { maxTokenCharacters } from '../xml-scanner.ts';

/** What the reader of a page is told; names in lower case, attributes and text undecoded. */
export interface HtmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
  comment(text: string): void;
}

/** Elements whose content is no markup: everything up to their own end tag is passed over. */
const rawElements: readonly string[] = ['script', 'style', 'title', 'textarea', 'noscript', 'xmp', 'iframe'];

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/**
 * Walks a page of HTML once, from left to right; nothing is run, fetched or expanded. Only what could hide
 * cells is refused: a tag, comment or script that never ends, and document types with declarations.
 *
 * @throws WorkbookRefused `corrupt_file`, or the handler's
 */
export function scanHtml(source: string, handler: HtmlHandler): void {
  let at = 0;
  while (at < source.length) {
    const tag = nextMarkup(source, at);
    const until = tag === -1 ? source.length : tag;
    if (until > at) handler.text(source.slice(at, until));
    if (tag === -1) return;
    at = markup(source, tag, handler);
  }
}

/** Next `<` that begins markup; others are text, as browsers have it. */
function nextMarkup(source: string, from: number): number {
  for (let at = source.indexOf('<', from); at !== -1; at = source.indexOf('<', at + 1)) {
    const code = source.charCodeAt(at + 1);
    if (code === 0x2f || code === 0x21 || code === 0x3f || isLetter(code)) return at;
  }
  return -1;
}

function markup(source: string, at: number, handler: HtmlHandler): number {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    if (end === -1) throw corrupt('html_truncated');
    handler.comment(source.slice(at + 4, end));
    return end + 3;
  }
  const code = source.charCodeAt(at + 1);
  if (code === 0x21 || code === 0x3f) return endOfDeclaration(source, at);
  const closing = code === 0x2f;
  const nameStart = closing ? at + 2 : at + 1;
  const nameEnd = endOfName(source, nameStart);
  const end = endOfTag(source, nameEnd);
  const name = source.slice(nameStart, nameEnd).toLowerCase();
  if (closing) {
    handler.close(name);
    return end + 1;
  }
  handler.open(name, source.slice(nameEnd, end));
  return rawElements.includes(name) ? endOfRaw(source, end + 1, name) : end + 1;
}

/** Conditional comments, processing instructions, document types; none of them is looked into. */
function endOfDeclaration(source: string, at: number): number {
  const end = source.indexOf('>', at);
  if (end === -1) throw corrupt('html_truncated');
  return end + 1;
}

function endOfName(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code <= 0x20 || code === 0x2f || code === 0x3e) break;
    at++;
  }
  return at;
}

/** The `>` behind the attributes, whose quoted values may contain one. */
function endOfTag(source: string, from: number): number {
  const last = Math.min(source.length, from + maxTokenCharacters);
  let quote = 0;
  let before = 0;
  for (let at = from; at < last; at++) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if ((code === 0x22 || code === 0x27) && before === 0x3d) quote = code;
    if (code > 0x20) before = code;
  }
  throw corrupt(last === source.length ? 'html_truncated' : 'xml_too_long');
}

function endOfRaw(source: string, from: number, name: string): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(source);
  if (found === null) throw corrupt('html_truncated');
  return found.index;
}

const attribute = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Value of an attribute, undecoded; `null` when absent. */
export function htmlAttribute(attributes: string, name: string): string | null {
  if (attributes === '') return null;
  for (const [, own = '', double, single, bare] of attributes.matchAll(attribute)) {
    if (own.toLowerCase() === name) return double ?? single ?? bare ?? '';
  }
  return null;
}
