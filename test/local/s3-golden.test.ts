import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksumAlgorithms, startChecksum } from '../../local/s3/checksums.ts';
import { canonicalRequest, signature, signingKey, stringToSign } from '../../local/s3/sigv4.ts';
import { readXml } from '../../local/s3/xml-read.ts';
import { element } from '../../local/s3/xml-write.ts';
import { writeChunked } from './support/aws-chunked.ts';

describe("the signatures of S3's own documentation", () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  const time = '20130524T000000Z';
  const scope = { date: '20130524', region: 'us-east-1', service: 's3' };
  const sign = (parts: Parameters<typeof canonicalRequest>[0]) =>
    signature(signingKey(secret, scope), stringToSign(time, scope, canonicalRequest(parts)));
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const host = ['host', 'examplebucket.s3.amazonaws.com'] as const;

  test('GET of a range', () => {
    const headers = [
      host,
      ['range', 'bytes=0-9'],
      ['x-amz-content-sha256', empty],
      ['x-amz-date', time],
    ] as const;
    const parts = { method: 'GET', rawPath: '/test.txt', parameters: [], headers, payloadHash: empty };
    expect(sign(parts)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  test('presigned GET', () => {
    const parameters = [
      ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
      ['X-Amz-Credential', 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'],
      ['X-Amz-Date', time],
      ['X-Amz-Expires', '86400'],
      ['X-Amz-SignedHeaders', 'host'],
    ] as const;
    const parts = {
      method: 'GET',
      rawPath: '/test.txt',
      parameters,
      headers: [host],
      payloadHash: 'UNSIGNED-PAYLOAD',
    };
    expect(sign(parts)).toBe('aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
  });

  test('the chunks of a streamed put', () => {
    const payloadHash = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD';
    const headers = [
      ['content-encoding', 'aws-chunked'],
      ['content-length', '66824'],
      ['host', 's3.amazonaws.com'],
      ['x-amz-content-sha256', payloadHash],
      ['x-amz-date', time],
      ['x-amz-decoded-content-length', '66560'],
      ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
    ] as const;
    const rawPath = '/examplebucket/chunkObject.txt';
    const seed = sign({ method: 'PUT', rawPath, parameters: [], headers, payloadHash });
    expect(seed).toBe('4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9');
    const signer = { secret, time, region: 'us-east-1', seed };
    const body = writeChunked([Buffer.alloc(65536, 'a'), Buffer.alloc(1024, 'a')], null, signer);
    expect([...body.toString('latin1').matchAll(/chunk-signature=(\w+)/g)].map(([, given]) => given)).toEqual(
      [
        'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
        '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
        'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
      ],
    );
  });
});

describe('checksums', () => {
  test.each([
    ['crc32', 'cbf43926'],
    ['crc32c', 'e3069283'],
    ['crc64nvme', 'ae8b14860a799888'],
  ] as const)('%s of the check string', (algorithm, expected) => {
    const checksum = startChecksum(algorithm);
    checksum.update(Buffer.from('123456789'));
    expect(checksum.digest().toString('hex')).toBe(expected);
  });

  test('in pieces and at once are the same', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.uint8Array(),
        fc.constantFrom(...checksumAlgorithms),
        (a, b, algorithm) => {
          const [pieces, once] = [startChecksum(algorithm), startChecksum(algorithm)];
          for (const part of [a, b]) pieces.update(part);
          once.update(Buffer.concat([a, b]));
          expect(pieces.digest().equals(once.digest())).toBe(true);
        },
      ),
    );
    expect(crc32('123456789')).toBe(0xcbf43926);
  });
});

describe('XML', () => {
  test('text that is written is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readXml(element('Key', text)).text).toBe(text);
      }),
    );
  });

  test.each([
    '',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    'text',
    '<a>&none;</a>',
    '<!DOCTYPE a><a/>',
    '<a>&#x110000;</a>',
  ])('refuses %j', (document) => {
    expect(() => readXml(document)).toThrow(/not well-formed/);
  });
});
