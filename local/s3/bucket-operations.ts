import { localAccount } from '../local-account.ts';
import { type OperationCall, type S3Response, xmlResponse } from './operation.ts';
import { element } from './xml-write.ts';

/** ListBuckets. */
export async function listBuckets({ buckets }: OperationCall): Promise<S3Response> {
  const made = new Date(0).toISOString();
  const list = buckets.map((name) =>
    element('Bucket', [element('Name', name), element('CreationDate', made)]),
  );
  return xmlResponse('ListAllMyBucketsResult', [
    element('Owner', [element('ID', localAccount), element('DisplayName', 'local')]),
    element('Buckets', list),
  ]);
}

/** CreateBucket of a bucket that is there already, which is all that can be asked for. */
export async function createBucket({ bucket }: OperationCall): Promise<S3Response> {
  return { status: 200, headers: { location: `/${bucket}` } };
}

/** HeadBucket. */
export async function headBucket(): Promise<S3Response> {
  return { status: 200 };
}

/** GetBucketLocation: empty, which is S3's word for its first region. */
export async function getBucketLocation(): Promise<S3Response> {
  return xmlResponse('LocationConstraint', []);
}

/** GetBucketVersioning: always on. */
export async function getBucketVersioning(): Promise<S3Response> {
  return xmlResponse('VersioningConfiguration', [element('Status', 'Enabled')]);
}
