import { GetObjectCommand, HeadObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { s3Objects } from '../../functions/adapters/s3-objects.ts';
import { s3PrivateCopies } from '../../functions/adapters/s3-private-copies.ts';
import { untilTestEnds } from '../support/until-test-ends.ts';

const client = new S3Client({
  region: 'cn-northwest-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'of the role' },
});

function answered(httpStatusCode: number): S3ServiceException {
  return new S3ServiceException({ name: 'Said', $fault: 'client', $metadata: { httpStatusCode } });
}

describe('a bucket that may not be listed', () => {
  it.each([
    [true, 'throws'],
    [false, null],
  ] as const)('when it may be listed (%s), 403 is %s', async (mayList, expected) => {
    untilTestEnds(mockClient(S3Client)).on(GetObjectCommand).rejects(answered(403));
    const asked = s3Objects({ client, bucket: 'inbox', mayList }).get('key');
    if (expected === null) expect(await asked).toBeNull();
    else await expect(asked).rejects.toThrow();
  });
});

describe('private copies', () => {
  const copies = s3PrivateCopies({ client, bucket: 'anju-43-reports' });

  it.each([403, 404])('%i means that there is none yet', async (status) => {
    untilTestEnds(mockClient(S3Client)).on(HeadObjectCommand).rejects(answered(status));
    expect(await copies.has('private/431224/x.xlsx')).toBe(false);
  });

  it('passes any other trouble on', async () => {
    untilTestEnds(mockClient(S3Client)).on(HeadObjectCommand).rejects(answered(503));
    await expect(copies.has('private/431224/x.xlsx')).rejects.toThrow();
  });

  it('links to the partition of the region, with the role’s session', async () => {
    const link = new URL(await copies.link('private/431224/x.xlsx', 'GET', 'attachment'));
    expect(link.host).toBe('anju-43-reports.s3.cn-northwest-1.amazonaws.com.cn');
    expect(link.searchParams.get('X-Amz-Security-Token')).toBe('of the role');
    expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
  });
});
