import * as z from 'zod';
import { S3Error } from './s3-error.ts';

const size = z.number().int().nonnegative();
const condition = z.union([
  z.tuple([z.literal('content-length-range'), size, size]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().regex(/^\$./), z.string()]),
  z.record(z.string(), z.string()).refine((one) => Object.keys(one).length === 1),
]);
const policySchema = z.object({ expiration: z.iso.datetime(), conditions: z.array(condition) });

/** Which sizes the policy allows, in bytes, both inclusive. */
export interface AllowedSize {
  readonly least: number;
  readonly most: number;
}

/** Fields that no condition need speak of. */
const freeFields: readonly string[] = ['policy', 'x-amz-signature', 'file'];

/**
 * Holds the fields of a posted form against its policy document (JSON): not expired, every condition met and
 * every field covered by one. `fields` by lower-case name, with `bucket` and the final `key`. Throws
 * `InvalidPolicyDocument` or `AccessDenied`, which says what did not fit.
 */
export function checkPolicy(json: string, fields: ReadonlyMap<string, string>, now: Date): AllowedSize {
  const policy = readPolicy(json);
  if (Date.parse(policy.expiration) < now.getTime()) throw denied('Policy expired.');
  const covered = new Set(freeFields);
  let allowed: AllowedSize = { least: 0, most: Number.POSITIVE_INFINITY };
  for (const one of policy.conditions) {
    if (Array.isArray(one) && one[0] === 'content-length-range') {
      allowed = { least: Math.max(allowed.least, one[1]), most: Math.min(allowed.most, one[2]) };
      continue;
    }
    const { operator, name, value } = asMatch(one);
    const given = fields.get(name) ?? '';
    const fits = operator === 'eq' ? given === value : given.startsWith(value);
    if (!fits) throw denied(`Policy Condition failed: ["${operator}", "$${name}", "${value}"]`);
    covered.add(name);
  }
  const extra = [...fields.keys()].filter((name) => {
    return !covered.has(name) && name !== 'bucket' && !name.startsWith('x-ignore-');
  });
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
  if (!covered.has('key')) throw denied('Policy has no condition on key.');
  return allowed;
}

function readPolicy(json: string): z.infer<typeof policySchema> {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch {
    throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: it is no JSON.');
  }
  const parsed = policySchema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new S3Error('InvalidPolicyDocument', `Invalid Policy: ${z.prettifyError(parsed.error)}`);
}

function asMatch(one: z.infer<typeof condition>): { operator: string; name: string; value: string } {
  if (Array.isArray(one)) {
    const [operator, name, value] = one;
    return { operator, name: String(name).slice(1).toLowerCase(), value: String(value) };
  }
  const [[name, value] = ['', '']] = Object.entries(one);
  return { operator: 'eq', name: name.toLowerCase(), value };
}

function denied(why: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${why}`);
}
