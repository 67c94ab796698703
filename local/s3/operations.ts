import {
  createBucket,
  getBucketLocation,
  getBucketVersioning,
  headBucket,
  listBuckets,
} from './bucket-operations.ts';
import { completeUpload } from './complete-upload.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { listObjects, listObjectsV2 } from './list-objects.ts';
import { listObjectVersions } from './list-versions.ts';
import { abortUpload, createUpload, listParts, uploadPart } from './multipart.ts';
import type { Operation } from './operation.ts';
import { copyObject, putObject } from './put-object.ts';
import { readObject } from './read-object.ts';
import type { S3Request } from './request.ts';
import { S3Error } from './s3-error.ts';

const upload = { uploadId: null } as const;

/** Every operation of the endpoint; the first row that fits a request answers it. */
export const operations: readonly Operation[] = [
  { name: 'ListBuckets', method: 'GET', target: 'service', run: listBuckets },

  { name: 'CreateBucket', method: 'PUT', target: 'bucket', run: createBucket },
  { name: 'HeadBucket', method: 'HEAD', target: 'bucket', run: headBucket },
  {
    name: 'GetBucketLocation',
    method: 'GET',
    target: 'bucket',
    query: { location: null },
    run: getBucketLocation,
  },
  {
    name: 'GetBucketVersioning',
    method: 'GET',
    target: 'bucket',
    query: { versioning: null },
    run: getBucketVersioning,
  },
  {
    name: 'ListObjectVersions',
    method: 'GET',
    target: 'bucket',
    query: { versions: null },
    run: listObjectVersions,
  },
  { name: 'ListObjectsV2', method: 'GET', target: 'bucket', query: { 'list-type': '2' }, run: listObjectsV2 },
  { name: 'ListObjects', method: 'GET', target: 'bucket', run: listObjects },
  { name: 'DeleteObjects', method: 'POST', target: 'bucket', query: { delete: null }, run: deleteObjects },

  {
    name: 'CreateMultipartUpload',
    method: 'POST',
    target: 'object',
    query: { uploads: null },
    run: createUpload,
  },
  { name: 'CompleteMultipartUpload', method: 'POST', target: 'object', query: upload, run: completeUpload },
  { name: 'AbortMultipartUpload', method: 'DELETE', target: 'object', query: upload, run: abortUpload },
  { name: 'ListParts', method: 'GET', target: 'object', query: upload, run: listParts },
  {
    name: 'UploadPart',
    method: 'PUT',
    target: 'object',
    query: { ...upload, partNumber: null },
    run: uploadPart,
  },

  { name: 'CopyObject', method: 'PUT', target: 'object', header: 'x-amz-copy-source', run: copyObject },
  { name: 'PutObject', method: 'PUT', target: 'object', run: putObject },
  { name: 'HeadObject', method: 'HEAD', target: 'object', run: readObject },
  { name: 'GetObject', method: 'GET', target: 'object', run: readObject },
  { name: 'DeleteObject', method: 'DELETE', target: 'object', run: deleteObject },
];

/** Parts of S3 that this endpoint has not; a request that names one must not be taken for a plain one. */
const absent: readonly string[] = [
  'accelerate',
  'acl',
  'analytics',
  'append',
  'attributes',
  'cors',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'partNumber',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'session',
  'tagging',
  'torrent',
  'uploads',
  'versioning',
  'website',
];

/** The operation a request asks for. Throws `NotImplemented` or `MethodNotAllowed`. */
export function findOperation({ method, bucket, key, query, headers }: S3Request): Operation {
  const target = bucket === null ? 'service' : key === null ? 'bucket' : 'object';
  const operation = operations.find(
    (one) =>
      one.method === method &&
      one.target === target &&
      Object.entries(one.query ?? {}).every(([name, value]) =>
        value === null ? query.has(name) : query.get(name) === value,
      ) &&
      (one.header === undefined || headers.has(one.header)),
  );
  if (!operation) {
    throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
  const unknown = absent.filter((name) => query.has(name) && !(name in (operation.query ?? {})));
  const copiesPart = operation.name === 'UploadPart' && headers.has('x-amz-copy-source');
  if (unknown.length > 0 || copiesPart) {
    const what = copiesPart ? 'UploadPartCopy' : unknown.join(', ');
    throw new S3Error('NotImplemented', `The local endpoint does not implement ${what}.`);
  }
  return operation;
}
