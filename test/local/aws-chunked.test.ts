import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunkDecoder } from '../../local/s3/aws-chunked.ts';
import { S3Error } from '../../local/s3/s3-error.ts';
import { writeChunked } from './support/aws-chunked.ts';

function decode(pieces: readonly Uint8Array[]) {
  const data: Uint8Array[] = [];
  let chunks = 0;
  const decoder = chunkDecoder({
    onData: (bytes) => data.push(Uint8Array.from(bytes)),
    onChunkEnd: () => {
      chunks += 1;
    },
  });
  for (const piece of pieces) decoder.push(piece);
  const trailers = Object.fromEntries(decoder.end());
  return { data: Buffer.concat(data).toString('latin1'), chunks, trailers };
}

const chunks = [Buffer.from('first\r\n'), Buffer.from('0\r\n\r\n'), Buffer.alloc(300, 'x')];
const trailers = { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-other': 'a:b' };
const body = writeChunked(chunks, trailers, null);
const whole = { data: Buffer.concat(chunks).toString('latin1'), chunks: 4, trailers };

describe('the aws-chunked decoder', () => {
  test('gives data and trailers however the body is cut in two or three', () => {
    for (let first = 0; first <= body.length; first += 1) {
      expect(decode([body.subarray(0, first), body.subarray(first)])).toEqual(whole);
      const second = Math.min(body.length, first + 7);
      expect(decode([body.subarray(0, first), body.subarray(first, second), body.subarray(second)])).toEqual(
        whole,
      );
    }
  });

  test('byte by byte', () => {
    expect(decode([...body].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  test('any chunks, cut anywhere, come out as they went in', () => {
    const chunk = fc.uint8Array({ minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(chunk, { maxLength: 6 }),
        fc.array(fc.nat(500), { maxLength: 8 }),
        (given, cuts) => {
          const written = writeChunked(given, null, null);
          const at = [0, ...cuts.filter((cut) => cut < written.length).sort((a, b) => a - b), written.length];
          const pieces = at.slice(1).map((end, index) => written.subarray(at[index], end));
          expect(decode(pieces).data).toBe(Buffer.concat(given).toString('latin1'));
        },
      ),
    );
  });

  test.each([
    ['bare line feeds after the trailers', '3\nabc\n0\nx-amz-checksum-crc32:AA==\n\n'],
    ['no empty line at the end', '3\r\nabc\r\n0\r\nx-amz-checksum-crc32:AA=='],
    ['an extension of the chunk line', '3;ieof\r\nabc\r\n0\r\nX-Amz-Checksum-CRC32: AA==\r\n\r\n'],
  ])('takes %s', (_, text) => {
    expect(decode([Buffer.from(text)])).toMatchObject({
      data: 'abc',
      trailers: { 'x-amz-checksum-crc32': 'AA==' },
    });
  });

  test.each([
    ['no size', 'xyz\r\nabc\r\n0\r\n\r\n'],
    ['a chunk longer than it says', '2\r\nabc\r\n0\r\n\r\n'],
    ['bytes after the end', '0\r\n\r\nmore'],
    ['an endless line', 'a'.repeat(5000)],
    ['a trailer without a name', '0\r\nnonsense\r\n\r\n'],
  ])('refuses %s', (_, text) => {
    expect(() => decode([Buffer.from(text)])).toThrow(S3Error);
  });

  test('a body cut off before its last chunk is incomplete', () => {
    const end = body.indexOf('\r\n0\r\nx-amz');
    for (let length = 0; length <= end + 2; length += 1) {
      expect(() => decode([body.subarray(0, length)])).toThrow(/number of bytes/);
    }
  });

  test('damaged bodies give an S3 error or data, never another error', () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.nat(255), fc.nat(body.length), (at, byte, cut) => {
        const damaged = Buffer.from(body);
        damaged[at] = byte;
        try {
          decode([damaged.subarray(0, cut), damaged.subarray(cut)]);
        } catch (error) {
          expect(error).toBeInstanceOf(S3Error);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
