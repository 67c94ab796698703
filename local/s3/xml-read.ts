import { S3Error } from './s3-error.ts';

/** An element of a small request document; attributes and namespaces are of no interest here. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  name: string;
  text: string;
  children: XmlElement[];
}

const token = /<\?[^>]*\?>|<!--[\s\S]*?-->|<\/([^\s>]+)\s*>|<([^\s/>!?]+)[^>]*?(\/?)>|[^<]+|</g;
const deepest = 10;

/** Reads a request document. Throws `MalformedXML` for anything but nested elements and text. */
export function readXml(document: string): XmlElement {
  const root: Open = { name: '', text: '', children: [] };
  const stack: Open[] = [root];
  for (const [whole, closing, opening, selfClosing] of document.replace(/^\ufeff/, '').matchAll(token)) {
    const top = stack.at(-1) ?? root;
    if (closing !== undefined) {
      if (top.name !== localName(closing) || stack.length === 1) throw malformed();
      stack.pop();
    } else if (opening !== undefined) {
      const child: Open = { name: localName(opening), text: '', children: [] };
      top.children.push(child);
      if (selfClosing !== '/') stack.push(child);
      if (stack.length > deepest) throw malformed();
    } else if (whole === '<') throw malformed();
    else if (!whole.startsWith('<')) top.text += unescapeXml(whole);
  }
  const [only] = root.children;
  if (stack.length !== 1 || !only || root.children.length !== 1 || root.text.trim() !== '') throw malformed();
  return only;
}

/** Text of the first child of that name. */
export function childText(parent: XmlElement, name: string): string | undefined {
  return parent.children.find((child) => child.name === name)?.text;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (_, hex, decimal, name) => {
    if (name) {
      const character = entities[name];
      if (character === undefined) throw malformed();
      return character;
    }
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (code > 0x10ffff) throw malformed();
    return String.fromCodePoint(code);
  });
}

function malformed(): S3Error {
  return new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate.');
}
