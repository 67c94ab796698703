import { readFile } from '../../../functions/ingest/read-file.ts';
import type { NormalisedFile } from '../../../shared/normalise/part.ts';
import { createTokeniser } from '../../../shared/privacy/tokens.ts';
import { policyOn } from '../../../shared/programme/policy.ts';
import { parseInboxKey } from '../../../shared/records/inbox-key.ts';
import { testSecret } from '../../support/workbooks.ts';

const tokens = createTokeniser(testSecret);
const uploadDay = '2017-05-02';

/** Reads a file as ingest does when it is put at a key of Hunan on 2 May 2017. */
export function ingested(bytes: Uint8Array, key: string): Promise<NormalisedFile> {
  const parsed = parseInboxKey(key, '43');
  if (!parsed) throw new Error(`no key: ${key}`);
  return readFile('43', tokens, { bytes, key: parsed, policy: policyOn(uploadDay), uploadDay });
}
