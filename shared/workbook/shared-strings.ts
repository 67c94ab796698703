import { findPart, type Package, scanPart } from './package-parts.ts';
import { corrupt, tooLarge } from './refusals.ts';
import { maxTokenCharacters, type XmlHandler, type XmlScanner } from './xml-scanner.ts';
import { decodeExcelEscapes, decodeXmlText, detached } from './xml-text.ts';

/**
 * The texts cells refer to by index. Runs of rich text are joined, phonetic guides (`rPh`) left out.
 *
 * @throws WorkbookRefused `too_large` beyond `maxSharedStrings` or `maxSharedStringBytes`.
 */
export async function readSharedStrings(xlsx: Package, part: string | null): Promise<readonly string[]> {
  const entry = part === null ? null : findPart(xlsx, part);
  if (entry === null) return [];
  const reader = new SharedStringReader(entry.name, xlsx.limits.maxSharedStrings);
  await scanPart(
    xlsx,
    entry,
    { what: 'shared_string_bytes', bytes: xlsx.limits.maxSharedStringBytes },
    reader,
  );
  return reader.strings;
}

class SharedStringReader implements XmlHandler {
  readonly strings: string[] = [];
  #text = '';
  #phoneticDepth = 0;
  #inText = false;

  constructor(
    private readonly part: string,
    private readonly limit: number,
  ) {}

  open(name: string, scanner: XmlScanner): void {
    if (name === 'si') {
      if (scanner.depth !== 2) throw corrupt('sheet_structure', { part: this.part });
      this.#text = '';
    } else if (name === 'rPh') this.#phoneticDepth ||= scanner.depth;
    else if (name === 't') this.#inText = this.#phoneticDepth === 0;
  }

  text(source: string, from: number, to: number, verbatim: boolean): void {
    if (!this.#inText) return;
    const raw = source.slice(from, to);
    const piece = verbatim ? raw : decodeXmlText(raw, this.part);
    this.#text = this.#text === '' ? piece : this.#text + piece;
    if (this.#text.length > maxTokenCharacters) throw corrupt('xml_too_long', { part: this.part });
  }

  close(name: string, depth: number): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh' && this.#phoneticDepth === depth) this.#phoneticDepth = 0;
    else if (name === 'si' && depth === 2) {
      if (this.strings.length === this.limit) throw tooLarge('shared_strings', this.limit, this.limit + 1);
      this.strings.push(detached(decodeExcelEscapes(this.#text)));
    }
  }
}
