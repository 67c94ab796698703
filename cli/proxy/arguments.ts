import { proxyTexts } from '../../shared/messages/proxy-texts.ts';
import { areaOf } from '../../shared/programme/areas.ts';
import type { Language } from '../../shared/text/languages.ts';
import { CannotRun } from '../exit-code.ts';

/** What `anju proxy` is asked for. */
export interface ProxyArguments {
  readonly kind: 'proxy';
  /** Two-digit code of the province whose stack is looked up. */
  readonly province: string;
  /** Address of the API; `null`: looked up among the outputs of the province's stack. */
  readonly url: string | null;
  /** Region; `null`: that of the address or of the AWS profile. */
  readonly region: string | null;
  /** 0: any free port. */
  readonly port: number;
  /** Address of AWS itself, where it is an emulator's. */
  readonly endpoint: string | null;
}

interface Named {
  readonly province?: string | undefined;
  readonly url?: string | undefined;
  readonly region?: string | undefined;
  readonly port?: string | undefined;
}

/** Not the port of `npm start`: what is written for the one must not reach the other by mistake. */
const defaultPort = '4320';

/** Reads the options of `anju proxy`; what the command line leaves out the environment may say. */
export function proxyArguments(
  named: Named,
  env: Readonly<Record<string, string | undefined>>,
  standardProvince: string,
  language: Language,
): ProxyArguments {
  const texts = proxyTexts[language];
  const { province = standardProvince, port = defaultPort } = named;
  if (areaOf(province)?.level !== 'province') throw new CannotRun(texts.unknownProvince(province));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new CannotRun(texts.badPort(port));
  const url = named.url ?? env.ANJU_URL;
  return {
    kind: 'proxy',
    province,
    url: url ? url.replace(/\/+$/, '') : null,
    region: named.region ?? (url ? null : regionOf(env)),
    port: Number(port),
    endpoint: env.AWS_ENDPOINT_URL_CLOUDFORMATION || env.AWS_ENDPOINT_URL || null,
  };
}

function regionOf(env: Readonly<Record<string, string | undefined>>): string | null {
  return env.AWS_REGION || env.AWS_DEFAULT_REGION || null;
}
