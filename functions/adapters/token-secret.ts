import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { TokenSecret } from '../../shared/records/ports.ts';

/** Shortest secret accepted: 32 characters, as the stack makes it. */
const shortest = 32;

/** The province's token secret from Secrets Manager; fetched once a container by its caller. */
export async function secretsManagerToken(
  client: SecretsManagerClient,
  secretId: string,
): Promise<TokenSecret> {
  const answer = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  const text = answer.SecretString ?? '';
  if (text.length < shortest) throw new Error('the token secret is missing or too short');
  return { secret: Buffer.from(text, 'utf8'), version: answer.VersionId ?? '1' };
}
