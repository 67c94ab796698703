import { S3Client } from '@aws-sdk/client-s3';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { unseenDetail } from '../shared/api/http/unseen-problem.ts';
import { proxyTexts } from '../shared/messages/proxy-texts.ts';
import type { Asked } from './arguments.ts';
import type { Console } from './console.ts';
import { CannotRun, type ExitCode, exitCode } from './exit-code.ts';
import { findApi } from './proxy/find-api.ts';
import { wordsOf } from './proxy/forward.ts';
import type { Refusal } from './proxy/refusal.ts';
import { startProxy } from './proxy/server.ts';
import type { CredentialSource } from './proxy/sign.ts';
import { type Upstream, upstreamOf } from './proxy/upstream.ts';

type ProxyAsked = Extract<Asked, { readonly kind: 'proxy' }>;

/** Milliseconds: the HTTP API itself gives up after 30 seconds. */
const patience = 35_000;

/**
 * `anju proxy`: serves page and API on this machine, each request signed with the user's own AWS credentials, until it
 * is told to stop.
 */
export async function serveProxy(asked: ProxyAsked, console: Console, stop: AbortSignal): Promise<ExitCode> {
  const { language, port } = asked;
  const provider = defaultProvider();
  const credentials: CredentialSource = (options) => provider(options);
  const now = () => new Date();
  const upstream = await settleUpstream(asked, credentials, now);
  // A session that expires later does not end it: whoever signs in again need only reload.
  const signer = await credentials().catch((error: unknown): never => {
    const value = wordsOf(error);
    throw new CannotRun(unseenDetail({ code: 'no_credentials', value }, language), { cause: error });
  });
  const tell = (refusal: Refusal) => console.err(`anju: ${unseenDetail(refusal, language)}\n`);
  const options = { upstream, port, credentials, now, patience, onTrouble: tell };
  const proxy = await startProxy(options).catch((error: unknown): never => {
    throw new CannotRun(
      wordsOf(error).includes('EADDRINUSE') ? proxyTexts[language].portTaken(port) : wordsOf(error),
      { cause: error },
    );
  });
  console.out(`${proxyTexts[language].ready(proxy.url, upstream.origin, signer.accessKeyId)}\n`);
  await stopped(stop);
  await proxy.close();
  return exitCode.ok;
}

async function settleUpstream(
  { url, region, province, language, endpoint }: ProxyAsked,
  credentials: CredentialSource,
  now: () => Date,
): Promise<Upstream> {
  if (url !== null) return upstreamOf(url, region, language);
  const stack = `Anju-${province}`;
  const settled = region ?? (await regionOfProfile());
  if (settled === null) throw new CannotRun(proxyTexts[language].regionOfStack(stack));
  const found = await findApi({ stack, region: settled, credentials, now, endpoint, language });
  return upstreamOf(found, settled, language);
}

/** The region of the user's AWS profile; `null` where it has none. */
async function regionOfProfile(): Promise<string | null> {
  const client = new S3Client({});
  return client.config
    .region()
    .catch(() => null)
    .finally(() => client.destroy());
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
