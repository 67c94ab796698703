import { parseArgs } from 'node:util';
import { cliTexts } from '../shared/messages/cli-texts.ts';
import { areaOf, isWithin } from '../shared/programme/areas.ts';
import { parsePeriod } from '../shared/programme/periods.ts';
import type { UploadOrder } from '../shared/records/commands.ts';
import type { Language } from '../shared/text/languages.ts';
import { CannotRun } from './exit-code.ts';
import { localStart } from './local-start.ts';
import { type ProxyArguments, proxyArguments } from './proxy/arguments.ts';

type Env = Readonly<Record<string, string | undefined>>;

interface Common {
  readonly language: Language;
  readonly json: boolean;
  /** Two-digit code of the province. */
  readonly province: string;
}

/** Where files go to and who is asked what became of them. */
export interface Destination {
  /** Address of the API; `null`: nobody is asked (a real account without a signing proxy). */
  readonly url: string | null;
  /** Address of the local S3 endpoint; `null`: Amazon S3, with the usual credentials. */
  readonly s3: string | null;
  readonly bucket: string;
}

/** What was asked for. */
export type Asked =
  | ({ readonly kind: 'check'; readonly files: readonly string[] } & Common & Place)
  | ({ readonly kind: 'upload'; readonly file: string; readonly stage: boolean } & Common &
      Place & { readonly to: Destination })
  | ({ readonly kind: 'order'; readonly order: UploadOrder; readonly upload: string } & Common & {
        readonly to: Destination;
      })
  | ({ readonly kind: 'recompute'; readonly from: string } & Common & { readonly to: Destination })
  | (ProxyArguments & Common)
  | ({ readonly kind: 'help' } & Common);

/** County and period the command line names; the path or the workbook says what it leaves out. */
export interface Place {
  /** Six digits. */
  readonly area6: string | null;
  readonly period: string | null;
}

const options = {
  area: { type: 'string' },
  period: { type: 'string' },
  from: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean', default: false },
  stage: { type: 'boolean', default: false },
  url: { type: 'string' },
  s3: { type: 'string' },
  province: { type: 'string' },
  region: { type: 'string' },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const province = '43';

/** Which options each command knows; nothing is silently ignored. */
const known: Readonly<Record<string, readonly string[]>> = {
  check: ['area', 'period', 'lang', 'json'],
  upload: ['area', 'period', 'lang', 'json', 'stage', 'url', 's3'],
  publish: ['lang', 'json', 'url'],
  confirm: ['lang', 'json', 'url'],
  withdraw: ['lang', 'json', 'url'],
  recompute: ['from', 'lang', 'json', 'url'],
  proxy: ['province', 'url', 'region', 'port', 'lang'],
};

/** Reads the command line; throws {@link CannotRun} with what is wrong and how to mend it. */
export function readArguments(args: readonly string[], env: Env): Asked {
  const { values, positionals } = parsed(args);
  const language = languageOf(values.lang, env);
  const common = { language, json: values.json, province };
  const [command = '', ...rest] = positionals;
  if (values.help || command === '') return { kind: 'help', ...common };
  const allowed = known[command];
  const texts = cliTexts[language];
  if (!allowed) throw new CannotRun(texts.unknownCommand(command, Object.keys(known)));
  for (const [name, value] of Object.entries(values)) {
    if (value !== false && !allowed.includes(name)) throw new CannotRun(texts.unknownOption(name, command));
  }
  if ((command === 'recompute' || command === 'proxy') && rest.length > 0) {
    throw new CannotRun(texts.nothingToName(command));
  }
  if (command === 'proxy') return { ...common, ...proxyArguments(values, env, province, language) };
  if (command === 'recompute') {
    const from = values.from === undefined ? null : parsePeriod(values.from);
    if (!from) throw new CannotRun(texts.unknownPeriod(values.from ?? ''));
    return { kind: 'recompute', from: from.period, ...common, to: destinationOf(values, env, texts) };
  }
  if (rest.length === 0) throw new CannotRun(texts.nothingNamed(command));
  if (command === 'check') return { kind: 'check', files: rest, ...common, ...placeOf(values, language) };
  const [only = '', ...more] = rest;
  if (more.length > 0) throw new CannotRun(texts.onlyOne(command));
  const to = destinationOf(values, env, texts);
  if (command === 'upload') {
    const place = placeOf(values, language);
    return { kind: 'upload', file: only, stage: values.stage, ...common, ...place, to };
  }
  const order = command === 'publish' || command === 'confirm' ? command : 'withdraw';
  return { kind: 'order', order, upload: only, ...common, to };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}

function languageOf(asked: string | undefined, env: Env): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  if (asked !== undefined) throw new CannotRun(`--lang ${asked}: zh | en`);
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}

function placeOf(values: { area?: string; period?: string }, language: Language): Place {
  const area = values.area === undefined ? null : areaOf(values.area);
  if (values.area !== undefined && !(area && isWithin(area.code, province))) {
    throw new CannotRun(cliTexts[language].unknownArea(values.area));
  }
  const period = values.period === undefined ? null : (parsePeriod(values.period)?.period ?? null);
  if (values.period !== undefined && period === null) {
    throw new CannotRun(cliTexts[language].unknownPeriod(values.period));
  }
  return { area6: area ? area.code.padEnd(6, '0') : null, period };
}

function destinationOf(
  values: { url?: string; s3?: string },
  env: Env,
  texts: { noPort(name: string, found: string): string },
): Destination {
  const bucket = env.ANJU_INBOX_BUCKET;
  const url = values.url?.replace(/\/+$/, '') ?? null;
  if (bucket && values.s3 === undefined) return { url, s3: null, bucket };
  const { api, s3 } = localStart({ api: url, s3: values.s3 ?? null }, env, texts.noPort);
  return { url: api, s3, bucket: bucket || `anju-${province}-inbox` };
}
