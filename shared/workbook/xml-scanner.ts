import { corrupt } from './refusals.ts';
import { WorkbookRefused } from './source.ts';
import { isSpace, XmlAttributes } from './xml-attributes.ts';

/** What a reader of one part is told; names are local names, the namespace prefix is dropped. */
export interface XmlHandler {
  /** `scanner` gives the attributes and, in `depth`, how deep the element stands (root = 1). */
  open?(name: string, scanner: XmlScanner): void;
  close?(name: string, depth: number): void;
  /** A piece of text, `source[from, to)`; `verbatim` text (CDATA) carries no entities. */
  text?(source: string, from: number, to: number, verbatim: boolean): void;
  /**
   * Takes whole elements that begin at `at` by itself, having checked every character of them; returns the
   * position behind the last it took, `at` when it took none. Asked wherever a tag begins at `takesAt`.
   */
  take?(source: string, at: number): number;
  /** Depth at which `take` is asked: that of the elements' parent. */
  readonly takesAt?: number;
}

/** Deeper than any spreadsheet nests; attacks go to hundreds of thousands. */
export const maxDepth = 64;

/** Longest tag or run of text, in characters; a cell holds at most 32,767. */
export const maxTokenCharacters = 4 * 1024 * 1024;

const slash = 0x2f;
const lessThan = 0x3c;
const equals = 0x3d;
const greaterThan = 0x3e;

/** Next `<` at or behind `at`: mostly a few characters on, where a call into the engine costs more than looking. */
function nextTag(source: string, at: number): number {
  const near = Math.min(source.length, at + 16);
  for (let look = at; look < near; look++) if (source.charCodeAt(look) === lessThan) return look;
  return source.indexOf('<', near);
}

/** `source.startsWith(name, at)`, for names of a few characters. */
function standsAt(source: string, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    if (source.charCodeAt(at + index) !== name.charCodeAt(index)) return false;
  }
  return true;
}

/**
 * Scans the text of one XML part as it arrives. It knows as much XML as spreadsheets use and refuses the
 * rest: document types and entity declarations, other encodings, `<` inside a tag, elements that do not
 * match, excess of depth or length (spreadsheets.md §1.5). It holds one unfinished token, never the part.
 */
export class XmlScanner {
  depth = 0;
  /** Attributes of the tag being opened. */
  readonly attributes: XmlAttributes;

  readonly #part: string;
  readonly #handler: XmlHandler;
  /** Names along the path, and beyond `depth` those last seen there: siblings mostly repeat them. */
  readonly #names: string[] = [];
  readonly #localNames: string[] = [];
  readonly #takesAt: number;
  #unfinished = '';
  #rootSeen = false;

  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    this.attributes = new XmlAttributes(part);
    this.#handler = handler;
    this.#takesAt = handler.takesAt ?? -1;
  }

  /** Takes the next piece of the part. @throws WorkbookRefused `xml_dtd`, `corrupt_file`, or the handler's. */
  feed(piece: string): void {
    const source = this.#unfinished === '' ? piece : this.#unfinished + piece;
    // What stands behind the last `>` cannot be whole; looking at it would mostly end beyond the text.
    const whole = source.lastIndexOf('>');
    let at = 0;
    for (;;) {
      const tag = nextTag(source, at);
      if (tag === -1) break;
      if (tag > at) this.#text(source, at, tag, false);
      at = tag;
      if (tag > whole) break;
      if (this.depth === this.#takesAt) {
        const taken = this.#handler.take?.(source, tag) ?? tag;
        if (taken > tag) {
          at = taken;
          continue;
        }
      }
      const next = this.#markup(source, tag);
      if (next === -1) break;
      at = next;
    }
    this.#unfinished = at === 0 ? source : source.slice(at);
    if (this.#unfinished.length > maxTokenCharacters) throw corrupt('xml_too_long', { part: this.#part });
  }

  /** The part is over: everything opened must have been closed. */
  end(): void {
    const rest = this.#unfinished.trim();
    if (this.depth === 0 && this.#rootSeen && rest === '') return;
    throw this.depth === 0 && this.#rootSeen && !rest.startsWith('<')
      ? this.#malformed()
      : corrupt('xml_truncated', { part: this.#part });
  }

  /** Value of an attribute by its local name, entities decoded; `undefined` when absent. */
  attribute(name: string): string | undefined {
    return this.attributes.value(name);
  }

  #malformed(): WorkbookRefused {
    return corrupt('xml_malformed', { part: this.#part });
  }

  #text(source: string, from: number, to: number, verbatim: boolean): void {
    if (this.depth > 0) this.#handler.text?.(source, from, to, verbatim);
    else if (source.slice(from, to).trim() !== '') throw this.#malformed();
  }

  /** Reads the markup at `at`; returns the position behind it, or -1 when it is not all there yet. */
  #markup(source: string, at: number): number {
    switch (source.charCodeAt(at + 1)) {
      case slash:
        return this.#endTag(source, at);
      case 0x21:
        return this.#declaration(source, at);
      case 0x3f:
        return this.#instruction(source, at);
      default:
        return this.#startTag(source, at);
    }
  }

  #endTag(source: string, at: number): number {
    const name = this.depth === 0 ? undefined : this.#names[this.depth - 1];
    if (name === undefined) throw this.#malformed();
    const rest = at + 2 + name.length;
    if (source.charCodeAt(rest) === greaterThan && standsAt(source, at + 2, name)) {
      this.#close();
      return rest + 1;
    }
    const end = source.indexOf('>', at + 2);
    if (end === -1) return -1;
    if (source.slice(at + 2, end).trimEnd() !== name) throw this.#malformed();
    this.#close();
    return end + 1;
  }

  #close(): void {
    const name = this.#localNames[this.depth - 1] ?? '';
    this.#handler.close?.(name, this.depth);
    this.depth--;
  }

  #declaration(source: string, at: number): number {
    if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      return end === -1 ? -1 : end + 3;
    }
    if (source.startsWith('<![CDATA[', at)) {
      const end = source.indexOf(']]>', at + 9);
      if (end === -1) return -1;
      if (this.depth === 0) throw this.#malformed();
      if (end > at + 9) this.#text(source, at + 9, end, true);
      return end + 3;
    }
    const begun = source.slice(at, at + 9);
    if ('<!--'.startsWith(begun) || '<![CDATA['.startsWith(begun)) return -1;
    if (begun.startsWith('<![') || begun.startsWith('<!-')) throw this.#malformed();
    throw new WorkbookRefused('xml_dtd', { part: this.#part });
  }

  #instruction(source: string, at: number): number {
    const end = source.indexOf('?>', at + 2);
    if (end === -1) return -1;
    const text = source.slice(at + 2, Math.min(end, at + 202));
    const encoding = /^xml\s[^?]*encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
    if (encoding !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) {
      throw new WorkbookRefused('unsupported_format', { found: 'xml_encoding', encoding, part: this.#part });
    }
    return end + 2;
  }

  #startTag(source: string, at: number): number {
    const nameEnd = this.#nameEnd(source, at + 1);
    if (nameEnd === -1) return -1;
    const end = this.attributes.read(source, nameEnd);
    if (end === -1) return -1;
    this.#push(source, at + 1, nameEnd);
    const name = this.#localNames[this.depth - 1] ?? '';
    this.#handler.open?.(name, this);
    if (this.attributes.selfClosing) this.#close();
    return end;
  }

  #push(source: string, from: number, to: number): void {
    if (this.depth === 0) {
      if (this.#rootSeen) throw this.#malformed();
      this.#rootSeen = true;
    }
    if (this.depth === maxDepth) throw corrupt('xml_depth', { part: this.#part });
    const last = this.#names[this.depth];
    if (last === undefined || last.length !== to - from || !standsAt(source, from, last)) {
      const name = source.slice(from, to);
      this.#names[this.depth] = name;
      this.#localNames[this.depth] = name.slice(name.lastIndexOf(':') + 1);
    }
    this.depth++;
  }

  #nameEnd(source: string, from: number): number {
    for (let at = from; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === greaterThan || code === slash || isSpace(code)) {
        if (at === from) throw this.#malformed();
        return at;
      }
      if (code < 0x2d || code === lessThan || code === equals) throw this.#malformed();
      if (at === from && code < 0x3a) throw this.#malformed();
    }
    return -1;
  }
}
