import { corrupt } from './refusals.ts';

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text as written in XML → text as meant: line ends made one, the five named entities and numeric ones
 * replaced. There is no other entity, because a DTD is refused.
 *
 * @throws WorkbookRefused `corrupt_file` on an unknown or impossible entity.
 */
export function decodeXmlText(raw: string, part: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  let ampersand = text.indexOf('&');
  if (ampersand === -1) return text;
  let decoded = '';
  let from = 0;
  while (ampersand !== -1) {
    const end = text.indexOf(';', ampersand + 1);
    const name = end === -1 || end - ampersand > 12 ? '' : text.slice(ampersand + 1, end);
    const character = namedEntities[name] ?? numericEntity(name);
    if (character === null) throw corrupt('xml_malformed', { part });
    decoded += text.slice(from, ampersand) + character;
    from = end + 1;
    ampersand = text.indexOf('&', from);
  }
  return decoded + text.slice(from);
}

function numericEntity(name: string): string | null {
  const match = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}))$/.exec(name);
  if (match === null) return null;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : null;
}

/**
 * Undoes the escape by which Excel writes characters that XML may not carry: `_x000D_` is a line break,
 * `_x005F_` an underscore that is meant (spreadsheets.md §1.4).
 */
export function decodeExcelEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * A copy that does not keep the piece of text alive it was cut from: engines represent a long slice as a
 * window on its source, and one such name kept per row would keep the whole sheet in memory.
 */
export function detached(slice: string): string {
  return slice.length < 13 ? slice : ` ${slice}`.slice(1);
}
