import { S3Error } from './s3-error.ts';

/** What the decoder tells while it reads; `onChunkEnd` gets the signature the chunk was sent with. */
export interface ChunkListener {
  onData(bytes: Uint8Array): void;
  onChunkEnd(chunkSignature: string | null): void;
}

/** Reads a body in `aws-chunked` encoding, in pieces of any size. */
export interface ChunkDecoder {
  push(bytes: Uint8Array): void;
  /** Ends the body and gives its trailers by lower-case name. Throws `IncompleteBody` when it is cut off. */
  end(): ReadonlyMap<string, string>;
}

type State = 'size' | 'data' | 'dataEnd' | 'trailer' | 'done';

const longestLine = 4096;
const [cr, lf] = [0x0d, 0x0a];

/**
 * Starts a decoder. A chunk is `<hex size>[;chunk-signature=<hex>]`, CRLF, the bytes, CRLF; the chunk of size
 * 0 ends the data, trailer lines `name:value` follow it up to an empty line, and none of them is data.
 * Throws `IncompleteBody` or `InvalidRequest` when the encoding is broken.
 */
export function chunkDecoder(listener: ChunkListener): ChunkDecoder {
  let state: State = 'size';
  let line = '';
  let remaining = 0;
  let chunkSignature: string | null = null;
  const trailers = new Map<string, string>();

  /** Takes bytes up to a line feed; gives where it stopped, and sets `whole` when the line is whole. */
  let whole = false;
  function takeLine(bytes: Uint8Array, at: number): number {
    const end = bytes.indexOf(lf, at);
    whole = end >= 0;
    line += Buffer.from(bytes.subarray(at, whole ? end : undefined)).toString('latin1');
    if (line.length > longestLine) throw broken('a line of the chunked body is too long');
    if (whole && line.endsWith('\r')) line = line.slice(0, -1);
    return whole ? end + 1 : bytes.length;
  }

  function beginChunk(): void {
    const match = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?(?:;.*)?$/.exec(line);
    if (!match) throw broken('a chunk does not begin with its size in hex');
    remaining = Number.parseInt(match[1] ?? '', 16);
    chunkSignature = match[2] ?? null;
    state = remaining === 0 ? 'trailer' : 'data';
    if (remaining === 0) listener.onChunkEnd(chunkSignature);
  }

  function takeTrailer(): void {
    if (line === '') {
      state = 'done';
      return;
    }
    const colon = line.indexOf(':');
    if (colon < 1) throw broken('a trailer line has no name');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }

  function takeData(bytes: Uint8Array, at: number): number {
    const data = bytes.subarray(at, at + remaining);
    listener.onData(data);
    remaining -= data.length;
    if (remaining === 0) {
      listener.onChunkEnd(chunkSignature);
      state = 'dataEnd';
    }
    return at + data.length;
  }

  function step(bytes: Uint8Array, at: number): number {
    if (state === 'data') return takeData(bytes, at);
    if (state === 'done') {
      if (bytes[at] !== cr && bytes[at] !== lf) throw broken('bytes follow the end of the chunked body');
      return at + 1;
    }
    const next = takeLine(bytes, at);
    if (!whole) return next;
    if (state === 'size') beginChunk();
    else if (state === 'trailer') takeTrailer();
    else if (line === '') state = 'size';
    else throw broken('a chunk is longer than its size says');
    line = '';
    return next;
  }

  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; ) at = step(bytes, at);
    },
    end() {
      line = line.trim();
      if (state === 'trailer' && line !== '') takeTrailer();
      if (state !== 'done' && state !== 'trailer') throw incompleteBody();
      return trailers;
    },
  };
}

/** The body has fewer or more bytes than it said. */
export function incompleteBody(): S3Error {
  return new S3Error(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}

function broken(what: string): S3Error {
  return new S3Error('InvalidRequest', `The aws-chunked body is malformed: ${what}.`);
}
