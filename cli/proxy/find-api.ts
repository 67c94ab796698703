import { text } from 'node:stream/consumers';
import { childText, readXml, type XmlElement } from '../../local/s3/xml-read.ts';
import { unseenDetail } from '../../shared/api/http/unseen-problem.ts';
import { proxyTexts } from '../../shared/messages/proxy-texts.ts';
import type { Language } from '../../shared/text/languages.ts';
import { CannotRun } from '../exit-code.ts';
import { exchange } from './exchange.ts';
import { wordsOf } from './forward.ts';
import { type CredentialSource, type Credentials, signedHeaders } from './sign.ts';

/** What looking up a stack needs. */
export interface LookUp {
  readonly stack: string;
  readonly region: string;
  readonly credentials: CredentialSource;
  readonly now: () => Date;
  /** Address of CloudFormation, where it is not Amazon's own (`AWS_ENDPOINT_URL`). */
  readonly endpoint: string | null;
  readonly language: Language;
}

const patience = 20_000;

/**
 * Looks up the address of the API among the outputs of a province's stack: one question to CloudFormation, signed as
 * all others are. Throws {@link CannotRun} with what to do when there is no answer.
 */
export async function findApi({
  stack,
  region,
  credentials: source,
  now,
  endpoint,
  language,
}: LookUp): Promise<string> {
  const texts = proxyTexts[language];
  const credentials: Credentials = await source().catch((error: unknown) => {
    throw new CannotRun(unseenDetail({ code: 'no_credentials', value: wordsOf(error) }, language));
  });
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const { origin } = new URL(endpoint ?? `https://cloudformation.${region}.${domain}`);
  const query = `Action=DescribeStacks&StackName=${stack}&Version=2010-05-15`;
  const unsigned = { method: 'GET', origin, path: '/', query, headers: {}, body: new Uint8Array() };
  const headers = await signedHeaders(unsigned, credentials, { service: 'cloudformation', region }, now());
  const { signal } = new AbortController();
  const sending = {
    method: 'GET',
    origin,
    target: `/?${query}`,
    headers,
    body: unsigned.body,
    patience,
    signal,
  };
  const answer = await exchange(sending).catch((error: unknown) => {
    throw new CannotRun(texts.cannotLookUp(stack, `${origin}: ${wordsOf(error)}`), { cause: error });
  });
  const document = readDocument(await text(answer));
  if (document && answer.statusCode === 200) {
    const url = outputsOf(document).get('ApiUrl');
    if (url === undefined) throw new CannotRun(texts.noOutput(stack));
    return url;
  }
  const code = document ? deepText(document, 'Code') : undefined;
  if (code === 'ValidationError') throw new CannotRun(texts.noStack(stack, region));
  if (code === 'AccessDenied') throw new CannotRun(texts.mayNotLookUp(stack));
  const said = (document && deepText(document, 'Message')) ?? code;
  throw new CannotRun(texts.cannotLookUp(stack, said ?? `HTTP ${answer.statusCode}`));
}

function readDocument(xml: string): XmlElement | null {
  try {
    return readXml(xml);
  } catch {
    return null;
  }
}

/** Outputs of the first stack of the answer. */
function outputsOf(document: XmlElement): ReadonlyMap<string, string> {
  const members = elements(document, 'Outputs').flatMap(({ children }) => children);
  return new Map(
    members.map((member) => [childText(member, 'OutputKey') ?? '', childText(member, 'OutputValue') ?? '']),
  );
}

function elements(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child) => (child.name === name ? [child] : elements(child, name)));
}

function deepText(document: XmlElement, name: string): string | undefined {
  return elements(document, name)[0]?.text;
}
