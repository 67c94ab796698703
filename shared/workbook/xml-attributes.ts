import { corrupt } from './refusals.ts';
import type { WorkbookRefused } from './source.ts';
import { decodeXmlText } from './xml-text.ts';

/** No spreadsheet's tag has a tenth of these. */
const maxAttributes = 256;

const space = 0x20;
const quote = 0x22;
const apostrophe = 0x27;
const slash = 0x2f;
const colon = 0x3a;
const lessThan = 0x3c;
const equals = 0x3d;
const greaterThan = 0x3e;

/** White space as XML has it. */
export const isSpace = (code: number): boolean =>
  code === space || code === 0x0a || code === 0x0d || code === 0x09;

const isNoName = (code: number): boolean =>
  code === greaterThan || code === lessThan || code === slash || code === quote || code === apostrophe;

/**
 * The attributes of one tag, as places in the scanned text: cutting out three values per cell would cost more
 * than all the rest. One object serves all tags of a part.
 *
 * Attribute `n` has five positions from `places[5 * n]` on: start of the name, start of the local name, end
 * of the name, start and end of the value.
 */
export class XmlAttributes {
  source = '';
  count = 0;
  readonly places = new Int32Array(maxAttributes * 5);
  /** The tag ended in `/>`. */
  selfClosing = false;

  constructor(private readonly part: string) {}

  /** Value by local name, entities decoded; `undefined` when absent. */
  value(name: string): string | undefined {
    for (let slot = 0; slot < this.count * 5; slot += 5) {
      const [, local = 0, nameEnd = 0, from = 0, to = 0] = this.places.subarray(slot, slot + 5);
      if (nameEnd - local === name.length && this.source.startsWith(name, local)) {
        return decodeXmlText(this.source.slice(from, to), this.part);
      }
    }
    return undefined;
  }

  /** Reads ` name="value" …>` from behind the name; returns the position behind `>`, -1 when cut. */
  read(source: string, from: number): number {
    const { places } = this;
    this.source = source;
    let count = 0;
    let at = from;
    for (;;) {
      let code = source.charCodeAt(at);
      const spaced = code === space || isSpace(code);
      if (code === space) code = source.charCodeAt(++at);
      while (code <= space && isSpace(code)) code = source.charCodeAt(++at);
      if (code === greaterThan) {
        this.count = count;
        this.selfClosing = false;
        return at + 1;
      }
      if (code === slash) {
        if (at + 1 === source.length) return -1;
        if (source.charCodeAt(at + 1) !== greaterThan) throw this.#malformed();
        this.count = count;
        this.selfClosing = true;
        return at + 2;
      }
      if (at >= source.length) return -1;
      if (!spaced || count === maxAttributes) throw this.#malformed();
      const nameStart = at;
      let local = at;
      while (code !== equals && !(code <= space && isSpace(code))) {
        if (code < 0x61 && isNoName(code)) throw this.#malformed();
        if (code === colon) local = at + 1;
        code = source.charCodeAt(++at);
        if (at >= source.length) return -1;
      }
      const nameEnd = at;
      while (code <= space && isSpace(code)) code = source.charCodeAt(++at);
      if (at >= source.length) return -1;
      if (code !== equals || nameEnd === nameStart) throw this.#malformed();
      code = source.charCodeAt(++at);
      while (code <= space && isSpace(code)) code = source.charCodeAt(++at);
      if (at >= source.length) return -1;
      if (code !== quote && code !== apostrophe) throw this.#malformed();
      const closing = code;
      const valueStart = ++at;
      code = source.charCodeAt(at);
      while (code !== closing) {
        if (code === lessThan) throw this.#malformed();
        if (at >= source.length) return -1;
        code = source.charCodeAt(++at);
      }
      const slot = count++ * 5;
      places[slot] = nameStart;
      places[slot + 1] = local;
      places[slot + 2] = nameEnd;
      places[slot + 3] = valueStart;
      places[slot + 4] = at;
      at++;
    }
  }

  #malformed(): WorkbookRefused {
    return corrupt('xml_malformed', { part: this.part });
  }
}
