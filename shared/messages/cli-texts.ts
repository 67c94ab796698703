import type { Severity } from '../normalise/finding.ts';
import type { RowCounts } from '../normalise/part.ts';
import { countsTexts } from './counts-texts.ts';
import { withoutStop } from './sentences.ts';
import { severityCounts, severityWords } from './severity-words.ts';

interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Everything `npx anju` says. */
interface CliTexts {
  readonly help: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly wouldPublish: string;
  readonly wouldReject: string;
  readonly noPart: string;
  readonly nameArea: string;
  readonly wouldDo: string;
  readonly nothingMoves: string;
  moreMoves(count: number): string;
  readonly needsUrl: string;
  unknownCommand(found: string, known: readonly string[]): string;
  unknownOption(name: string, command: string): string;
  nothingNamed(command: string): string;
  onlyOne(command: string): string;
  nothingToName(command: string): string;
  recomputing(from: string, countyYears: number): string;
  /** An environment variable that should hold a port of `npm start`. */
  noPort(name: string, found: string): string;
  unknownArea(found: string): string;
  unknownPeriod(found: string): string;
  cannotRead(file: string): string;
  /** Nobody answered. */
  cannotPut(where: string, why: string): string;
  /** Somebody answered that it does not take the file. */
  putRefused(where: string, why: string): string;
  unreachable(url: string): string;
  stillUnderWay(id: string): string;
  reading(file: string, bytes: number): string;
  sending(file: string, bytes: number): string;
  put(key: string, id: string): string;
  howToGoOn(order: 'publish' | 'confirm', id: string): string;
  /** `valid` rows have no error; `stored` ones of them are in a part that is not rejected. */
  sheet(name: string, rows: { readonly valid: number; readonly stored: number }, findings: number): string;
  dataDate(day: string): string;
  rows(counts: RowCounts, isStored: boolean): string;
  change(outcome: string, changes: Changes): string;
  more(count: number): string;
  total(counts: Readonly<Record<Severity, number>>): string;
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const usage = `npx anju check FILE… [--area 431224] [--period 2017-04-X3] [--lang zh|en] [--json]
npx anju upload FILE --area 431224 [--period 2017-04-X3] [--stage] [--url http://127.0.0.1:4310] [--s3 URL]
npx anju publish | confirm | withdraw UPLOAD [--url http://127.0.0.1:4310]
npx anju recompute --from 2017-04 [--url http://127.0.0.1:4310]
npx anju proxy [--province 43] [--url https://….amazonaws.com.cn] [--region cn-northwest-1] [--port 4320]`;

const outcomesZh: Readonly<Record<string, string>> = {
  first: '首次发布',
  replaces: '替换已发布的数据',
  same: '与已发布的完全相同',
  held: '缺少较多已发布的记录，需要确认（confirm）',
  older: '已有更新的上报，不会改变数据',
};

const outcomesEn: Readonly<Record<string, string>> = {
  first: 'published for the first time',
  replaces: 'replaces what is published',
  same: 'the very same as what is published',
  held: 'lacks many published records and needs a confirmation (confirm)',
  older: 'a newer upload speaks; nothing changes',
};

const zh: CliTexts = {
  help: `${usage}

check   在本机检查文件，不发送任何内容。退出码：0 没有错误，1 有错误，2 无法检查
upload  上报文件并等待结果；--stage 只暂存，查看后再用 publish 发布（七天内有效）
publish 发布暂存的上报　confirm 确认会删去较多记录的上报　withdraw 撤回上报
recompute 按现行目录和政策重新计算从某时期起的指标（管理员）
proxy   在本机提供云上的页面和接口，用您的 AWS 凭证签名，直到 Ctrl-C。地址取自 --url、环境变量 ANJU_URL，或栈 Anju-43 的输出。
        地址看不出区域（自有域名、本机模拟）时须写 --region；启动前要有可用的 AWS 凭证
不带 --url 时使用本机的 npm start（若设置了 PORT、S3_PORT，则用这些端口）；设置 ANJU_INBOX_BUCKET 时用 AWS 的常规凭证上传到该存储桶。
`,
  severities: {
    error: `${severityWords.error.zh}（必须改正）`,
    warning: `${severityWords.warning.zh}（请核实）`,
    note: severityWords.note.zh,
  },
  wouldPublish: '可以发布',
  wouldReject: '整份退回',
  noPart: '没有可以发布的内容。',
  nameArea: '请用 --area 写明县区代码，如 --area 431224。',
  wouldDo: '发布后的变化：',
  nothingMoves: '指标没有变化',
  moreMoves: (count) => `另有 ${count} 项变化，加 --json 查看全部`,
  needsUrl: '请用 --url 写明接口地址（需要签名时用 anju proxy）。',
  unknownCommand: (found, known) => `没有命令“${found}”。可用：${known.join('、')}。`,
  unknownOption: (name, command) => `${command} 没有选项 --${name}。`,
  nothingNamed: (command) =>
    `${command} 后面要写${command === 'check' || command === 'upload' ? '文件' : '上报编号'}。`,
  onlyOne: (command) => `${command} 一次只处理一个。`,
  nothingToName: (command) => `${command} 后面不写名称，只用选项。`,
  recomputing: (from, countyYears) => `从 ${from} 起重新计算：${countyYears} 个县年，几分钟内完成。`,
  noPort: (name, found) =>
    `${name}=${found} 不是端口。请写 npm start 所用的端口（1 至 65535），或用 --url 和 --s3 写明地址。`,
  unknownArea: (found) => `本省没有地区“${found}”。请写六位行政区划代码，如 431224。`,
  unknownPeriod: (found) => `“${found}”不是时期。写法：2017、2017-Q2、2017-04、2017-04-X3。`,
  cannotRead: (file) => `找不到文件 ${file}。`,
  cannotPut: (where, why) => `文件没有送达 ${where}：${withoutStop(why)}。Anju 启动了吗（npm start）？`,
  putRefused: (where, why) => `${where} 没有收下文件：${withoutStop(why)}。`,
  unreachable: (url) => `连接不上 ${url}。Anju 启动了吗（npm start）？`,
  stillUnderWay: (id) => `上报 ${id} 十分钟后仍在处理，请稍后在页面上查看。`,
  reading: (file, bytes) => `正在读取 ${file}（${size(bytes)}）…`,
  sending: (file, bytes) => `正在发送 ${file}（${size(bytes)}）`,
  put: (key, id) => `已送达 ${key}，上报编号 ${id}`,
  howToGoOn: (order, id) =>
    `${order === 'confirm' ? '确认并发布' : '发布'}：npx anju ${order} ${id}　放弃：npx anju withdraw ${id}`,
  sheet: (name, { valid, stored }, findings) => {
    if (stored === valid) return `工作表 ${name}：${valid} 行可入库，${findings} 处问题`;
    const fate = stored === 0 ? '均未入库' : `其中 ${stored} 行可入库`;
    return `工作表 ${name}：合格 ${valid} 行，${fate}，${findings} 处问题`;
  },
  dataDate: (day) => `截至 ${day}`,
  rows: (counts, isStored) => `${countsTexts.zh(counts, isStored ? 'stored' : 'refused')}。`,
  change: (outcome, { added, changed, removed }) =>
    `${outcomesZh[outcome] ?? outcome}：新增 ${added}，修改 ${changed}，删去 ${removed}`,
  more: (count) => `等，另有 ${count} 处`,
  total: (counts) => severityCounts(counts, 'zh'),
};

const en: CliTexts = {
  help: `${usage}

check    reads files on this machine and sends nothing. Exit code: 0 no errors, 1 errors, 2 could not run
upload   puts a file and waits for what becomes of it; --stage only looks, publish lets it speak (within 7 days)
publish  a staged upload; confirm one that removes many records; withdraw one that should not speak
recompute computes the figures from a period on anew, under today's catalogue and policy (admin)
proxy    serves the deployed page and API on this machine, signed with your AWS credentials, until Ctrl-C. The address
         is that of --url, of ANJU_URL, or the stack Anju-43's own. --region is needed where the address does not say it
         (a domain of your own, an emulator); AWS credentials must be at hand when it starts
Without --url the local npm start is used, on PORT and S3_PORT if they are set as for it; with ANJU_INBOX_BUCKET set, that bucket with the usual AWS credentials.
`,
  severities: { error: 'Errors (to be mended)', warning: 'Warnings (look at them)', note: 'Notes' },
  wouldPublish: 'Would be published.',
  wouldReject: 'Would be rejected as a whole.',
  noPart: 'Nothing in it could be published.',
  nameArea: 'Name the county with --area, for example --area 431224.',
  wouldDo: 'What publishing it does:',
  nothingMoves: 'No indicator moves',
  moreMoves: (count) => `and ${count} more changes; --json gives all of them`,
  needsUrl: 'Name the API with --url (where requests must be signed, that of anju proxy).',
  unknownCommand: (found, known) => `There is no command "${found}". Commands: ${known.join(', ')}.`,
  unknownOption: (name, command) => `${command} takes no option --${name}.`,
  nothingNamed: (command) =>
    `Name ${command === 'check' || command === 'upload' ? 'a file' : 'an upload'} after ${command}.`,
  onlyOne: (command) => `${command} takes one at a time.`,
  nothingToName: (command) => `${command} takes no name, only options.`,
  recomputing: (from, countyYears) =>
    `Computing anew from ${from}: ${countyYears} county-years, done within minutes.`,
  noPort: (name, found) =>
    `${name}=${found} is no port. Give the one npm start uses (1 to 65535), or name the addresses with --url and --s3.`,
  unknownArea: (found) => `The province has no area "${found}". Give a six-digit code, for example 431224.`,
  unknownPeriod: (found) => `"${found}" is no period. Write 2017, 2017-Q2, 2017-04 or 2017-04-X3.`,
  cannotRead: (file) => `There is no file ${file}.`,
  cannotPut: (where, why) =>
    `The file did not arrive at ${where}: ${withoutStop(why)}. Is Anju running (npm start)?`,
  putRefused: (where, why) => `${where} did not take the file: ${withoutStop(why)}.`,
  unreachable: (url) => `${url} does not answer. Is Anju running (npm start)?`,
  stillUnderWay: (id) => `Upload ${id} is still being worked on after ten minutes; look at the page later.`,
  reading: (file, bytes) => `Reading ${file} (${size(bytes)}) …`,
  sending: (file, bytes) => `Sending ${file} (${size(bytes)})`,
  put: (key, id) => `Put as ${key}, upload ${id}`,
  howToGoOn: (order, id) =>
    `${order === 'confirm' ? 'Confirm and publish' : 'Publish'} it: npx anju ${order} ${id}   drop it: npx anju withdraw ${id}`,
  sheet: (name, { valid, stored }, findings) => {
    if (stored === valid) return `sheet ${name}: ${valid} rows accepted, ${findings} findings`;
    const fate = stored === 0 ? 'none taken in' : `${stored} of them taken in`;
    return `sheet ${name}: ${valid} valid rows, ${fate}, ${findings} findings`;
  },
  dataDate: (day) => `as of ${day}`,
  rows: (counts, isStored) => `${countsTexts.en(counts, isStored ? 'stored' : 'refused')}.`,
  change: (outcome, { added, changed, removed }) =>
    `${outcomesEn[outcome] ?? outcome}: ${added} new, ${changed} changed, ${removed} removed`,
  more: (count) => `and ${count} more`,
  total: (counts) => severityCounts(counts, 'en'),
};

/** By language. */
export const cliTexts: Readonly<Record<'zh' | 'en', CliTexts>> = { zh, en };
