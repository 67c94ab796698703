import { quoted } from './object-headers.ts';
import { type KeyEntry, keyOrder } from './object-index.ts';
import { type OperationCall, type S3Response, xmlResponse } from './operation.ts';
import { afterPrefix, listPage, type Page } from './page.ts';
import { S3Error } from './s3-error.ts';
import { uriEncode } from './sigv4.ts';
import { element } from './xml-write.ts';

/** The parameters that every listing knows. */
export interface ListQuestion {
  readonly prefix: string;
  readonly delimiter: string;
  readonly limit: number;
  /** How keys are written: as they are, or URL-encoded when `encoding-type=url`. */
  readonly write: (key: string) => string;
  /** The elements that repeat the question. */
  readonly echo: readonly string[];
}

const mostKeys = 1000;

/** Reads prefix, delimiter, max-keys and encoding-type. Throws `InvalidArgument`. */
export function readListQuestion({ request, bucket }: OperationCall): ListQuestion {
  const { query } = request;
  const asked = query.get('max-keys') ?? String(mostKeys);
  const encoding = query.get('encoding-type');
  if (!/^\d{1,9}$/.test(asked)) throw new S3Error('InvalidArgument', 'max-keys must be a whole number.');
  if (encoding !== undefined && encoding !== 'url') {
    throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  }
  const write = encoding === 'url' ? (key: string) => uriEncode(key).replaceAll('%2F', '/') : String;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(Number(asked), mostKeys);
  return {
    prefix,
    delimiter,
    limit,
    write,
    echo: [
      element('Name', bucket),
      element('Prefix', write(prefix)),
      ...(delimiter === '' ? [] : [element('Delimiter', write(delimiter))]),
      element('MaxKeys', limit),
      ...(encoding === undefined ? [] : [element('EncodingType', encoding)]),
    ],
  };
}

/** ListObjectsV2. The continuation token is the place in key order, opaque to the client. */
export async function listObjectsV2(call: OperationCall): Promise<S3Response> {
  const question = readListQuestion(call);
  const { query } = call.request;
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const after =
    token === undefined ? keyOrder(startAfter) : Buffer.from(token, 'base64url').toString('latin1');
  const page = pageOfObjects(call, question, after);
  return xmlResponse('ListBucketResult', [
    ...question.echo,
    element('KeyCount', page.items.length),
    element('IsTruncated', page.next !== null),
    ...(token === undefined ? [] : [element('ContinuationToken', token)]),
    ...(startAfter === '' ? [] : [element('StartAfter', question.write(startAfter))]),
    ...(page.next === null
      ? []
      : [element('NextContinuationToken', Buffer.from(page.next, 'latin1').toString('base64url'))]),
    ...writeItems(page, question),
  ]);
}

/** ListObjects, the first version, which older tools still use. */
export async function listObjects(call: OperationCall): Promise<S3Response> {
  const question = readListQuestion(call);
  const marker = call.request.query.get('marker') ?? '';
  const { delimiter } = question;
  const isPrefix = delimiter !== '' && marker.endsWith(delimiter);
  const page = pageOfObjects(call, question, isPrefix ? afterPrefix(marker) : keyOrder(marker));
  const last = page.items.at(-1);
  const nextMarker = last?.kind === 'key' ? last.entry.key : (last?.prefix ?? '');
  return xmlResponse('ListBucketResult', [
    ...question.echo,
    element('Marker', question.write(marker)),
    element('IsTruncated', page.next !== null),
    ...(page.next === null ? [] : [element('NextMarker', question.write(nextMarker))]),
    ...writeItems(page, question),
  ]);
}

function pageOfObjects({ store, bucket }: OperationCall, question: ListQuestion, after: string): Page {
  if (question.limit === 0) return { items: [], next: null };
  return listPage(store.index.keys(bucket), { ...question, after, visible: isObject });
}

const isObject = (entry: KeyEntry) => entry.versions.at(-1)?.kind === 'object';

function writeItems(page: Page, { write }: ListQuestion): readonly string[] {
  return page.items.map((item) => {
    if (item.kind === 'prefix') return element('CommonPrefixes', [element('Prefix', write(item.prefix))]);
    const record = item.entry.versions.at(-1);
    if (record?.kind !== 'object') return '';
    return element('Contents', [
      element('Key', write(record.key)),
      element('LastModified', new Date(record.time).toISOString()),
      element('ETag', quoted(record.etag)),
      element('Size', record.size),
      element('StorageClass', 'STANDARD'),
    ]);
  });
}
