import { S3Error } from './s3-error.ts';

/** A form as a browser posts it, read as far as its file. */
export interface PostedForm {
  /** Fields before the file, by lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  /** The file's bytes; what follows it is ignored, as S3 does. Throws when the form is cut off. */
  readonly file: AsyncIterable<Uint8Array>;
}

const mostFieldBytes = 20 * 1024;
const crlf = '\r\n';

/** Reads `multipart/form-data` up to the field `file`. Throws `MalformedPOSTRequest` or `InvalidArgument`. */
export async function readForm(body: AsyncIterable<Uint8Array>, contentType: string): Promise<PostedForm> {
  const boundary = /boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType);
  if (!boundary) throw malformed();
  const bytes = delimitedBytes(body, `${crlf}--${boundary[1] ?? boundary[2]}`);
  const fields = new Map<string, string>();
  let left = mostFieldBytes;
  await bytes.through(bytes.boundary, mostFieldBytes);
  for (;;) {
    const line = await bytes.through(crlf, mostFieldBytes);
    if (line.toString('latin1').trim() !== '') {
      throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
    }
    const { name, fileName } = readDisposition(await bytes.through(crlf + crlf, left));
    if (name === 'file') return { fields, fileName, file: bytes.untilBoundary() };
    const value = await bytes.through(bytes.boundary, left);
    left -= value.length + name.length;
    if (left < 0) throw tooLong();
    fields.set(name, value.toString('utf8'));
  }
}

function readDisposition(head: Buffer): { name: string; fileName: string } {
  const line = head
    .toString('utf8')
    .split(crlf)
    .find((one) => /^content-disposition:/i.test(one));
  const name = /[;\s]name="([^"]*)"/i.exec(line ?? '')?.[1];
  if (!name) throw malformed();
  return { name: name.toLowerCase(), fileName: /filename="([^"]*)"/i.exec(line ?? '')?.[1] ?? '' };
}

/** Reads a stream by delimiters; the first boundary may stand at the very beginning. */
function delimitedBytes(body: AsyncIterable<Uint8Array>, boundary: string) {
  const source = body[Symbol.asyncIterator]();
  let held = Buffer.from(crlf);

  async function fill(): Promise<void> {
    const next = await source.next();
    if (next.done) throw malformed();
    held = Buffer.concat([held, next.value]);
  }

  return {
    boundary,
    /** Bytes up to the delimiter, which is taken too. */
    async through(delimiter: string, limit: number): Promise<Buffer> {
      let at = held.indexOf(delimiter);
      for (; at < 0; at = held.indexOf(delimiter)) {
        if (held.length > limit + delimiter.length) throw tooLong();
        await fill();
      }
      const taken = held.subarray(0, at);
      held = held.subarray(at + delimiter.length);
      return taken;
    },
    async *untilBoundary(): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = held.indexOf(boundary);
        const ready = at < 0 ? Math.max(0, held.length - boundary.length + 1) : at;
        if (ready > 0) yield held.subarray(0, ready);
        held = held.subarray(ready);
        if (at >= 0) break;
        await fill();
      }
      for (let rest = await source.next(); !rest.done; rest = await source.next());
    },
  };
}

function malformed(): S3Error {
  return new S3Error(
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  );
}

function tooLong(): S3Error {
  return new S3Error('MalformedPOSTRequest', `The fields before the file exceed ${mostFieldBytes} bytes.`);
}
