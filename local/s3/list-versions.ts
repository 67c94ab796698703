import { readListQuestion } from './list-objects.ts';
import { quoted } from './object-headers.ts';
import { type KeyEntry, keyOrder } from './object-index.ts';
import { type OperationCall, type S3Response, xmlResponse } from './operation.ts';
import { afterPrefix, listPage } from './page.ts';
import type { VersionRecord } from './records.ts';
import { element } from './xml-write.ts';

type Line = { readonly version: VersionRecord; readonly latest: boolean } | { readonly prefix: string };

/** ListObjectVersions: keys in order, of each the newest version first, delete markers among them. */
export async function listObjectVersions(call: OperationCall): Promise<S3Response> {
  const question = readListQuestion(call);
  const { query } = call.request;
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker');
  const lines = linesAfter(call, question, keyMarker, versionMarker);
  const shown = lines.slice(0, question.limit);
  const last = shown.at(-1);
  const more = last !== undefined && lines.length > shown.length;
  const { write } = question;
  return xmlResponse('ListVersionsResult', [
    ...question.echo,
    element('KeyMarker', write(keyMarker)),
    element('VersionIdMarker', versionMarker ?? ''),
    element('IsTruncated', more),
    ...(more ? nextMarkers(last, write) : []),
    ...shown.map((line) => writeLine(line, write)),
  ]);
}

function linesAfter(
  { store, bucket }: OperationCall,
  question: { prefix: string; delimiter: string },
  keyMarker: string,
  versionMarker: string | undefined,
): readonly Line[] {
  const entries = store.index.keys(bucket);
  const { delimiter } = question;
  const isPrefix = delimiter !== '' && keyMarker.endsWith(delimiter);
  const after = isPrefix ? afterPrefix(keyMarker) : keyOrder(keyMarker);
  const { items } = listPage(entries, {
    ...question,
    after,
    limit: Number.POSITIVE_INFINITY,
    visible: () => true,
  });
  const begun = versionMarker === undefined ? undefined : entries.find(({ key }) => key === keyMarker);
  const rest = begun ? versionLines(begun) : [];
  const at = rest.findIndex((line) => 'version' in line && line.version.versionId === versionMarker);
  return [
    ...(at < 0 ? [] : rest.slice(at + 1)),
    ...items.flatMap((item) => (item.kind === 'key' ? versionLines(item.entry) : [{ prefix: item.prefix }])),
  ];
}

function versionLines({ versions }: KeyEntry): Line[] {
  return versions.map((version, at) => ({ version, latest: at === versions.length - 1 })).reverse();
}

function nextMarkers(last: Line, write: (key: string) => string): readonly string[] {
  if ('prefix' in last) return [element('NextKeyMarker', write(last.prefix))];
  return [
    element('NextKeyMarker', write(last.version.key)),
    element('NextVersionIdMarker', last.version.versionId),
  ];
}

function writeLine(line: Line, write: (key: string) => string): string {
  if ('prefix' in line) return element('CommonPrefixes', [element('Prefix', write(line.prefix))]);
  const { version, latest } = line;
  const common = [
    element('Key', write(version.key)),
    element('VersionId', version.versionId),
    element('IsLatest', latest),
    element('LastModified', new Date(version.time).toISOString()),
  ];
  if (version.kind === 'marker') return element('DeleteMarker', common);
  return element('Version', [
    ...common,
    element('ETag', quoted(version.etag)),
    element('Size', version.size),
    element('StorageClass', 'STANDARD'),
  ]);
}
