import type { ObjectStore } from './object-store.ts';
import { type OperationCall, type S3Response, xmlResponse } from './operation.ts';
import { receiveText } from './receive-body.ts';
import { S3Error } from './s3-error.ts';
import { childText, readXml } from './xml-read.ts';
import { element } from './xml-write.ts';

interface Deleted {
  readonly deleteMarker: boolean;
  readonly versionId: string | null;
}

/** Without a version a delete marker is written; with one that version is gone for good. */
async function deleteOne(
  store: ObjectStore,
  bucket: string,
  key: string,
  versionId: string | undefined,
): Promise<Deleted> {
  if (versionId === undefined) {
    const marker = await store.mark(bucket, key);
    return { deleteMarker: true, versionId: marker.versionId };
  }
  const version = store.index.version(bucket, key, versionId);
  if (!version) return { deleteMarker: false, versionId };
  await store.remove(version);
  return { deleteMarker: version.kind === 'marker', versionId };
}

/** DeleteObject. */
export async function deleteObject({ request, store, bucket, key }: OperationCall): Promise<S3Response> {
  const deleted = await deleteOne(store, bucket, key, request.query.get('versionId'));
  return {
    status: 204,
    headers: {
      ...(deleted.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
      ...(deleted.versionId === null ? {} : { 'x-amz-version-id': deleted.versionId }),
    },
  };
}

const mostKeys = 1000;

/** DeleteObjects: up to 1,000 keys in one document. */
export async function deleteObjects(call: OperationCall): Promise<S3Response> {
  const { request, store, bucket } = call;
  const document = readXml(await receiveText(request, call.authenticated));
  const objects = document.children.filter(({ name }) => name === 'Object');
  if (document.name !== 'Delete' || objects.length === 0 || objects.length > mostKeys) {
    throw new S3Error('MalformedXML', `A Delete document names 1 to ${mostKeys} objects.`);
  }
  const quiet = childText(document, 'Quiet') === 'true';
  const answers: string[] = [];
  for (const object of objects) {
    const key = childText(object, 'Key') ?? '';
    if (key === '') throw new S3Error('MalformedXML', 'An Object of the Delete document has no Key.');
    const versionId = childText(object, 'VersionId');
    const deleted = await deleteOne(store, bucket, key, versionId);
    if (quiet) continue;
    answers.push(
      element('Deleted', [
        element('Key', key),
        ...(versionId === undefined ? [] : [element('VersionId', versionId)]),
        ...(deleted.deleteMarker
          ? [element('DeleteMarker', true), element('DeleteMarkerVersionId', deleted.versionId ?? '')]
          : []),
      ]),
    );
  }
  return xmlResponse('DeleteResult', answers);
}
