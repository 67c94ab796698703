import type { Bilingual } from '../text/languages.ts';
import { heldText, uploadStateTexts } from './api-page.ts';

/** A problem as people read it; `{name}`, `{value}` and `{allowed}` are filled in. */
interface ProblemText {
  readonly status: 400 | 403 | 404 | 405 | 406 | 409 | 410 | 414 | 415 | 500;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

/** Every problem the HTTP endpoint can answer with (RFC 9457); the code is also the end of its `type`. */
export const problemTexts = {
  unknown_parameter: {
    status: 400,
    title: { zh: '没有这个参数', en: 'Unknown parameter' },
    detail: {
      zh: '这个地址不接受参数“{name}”。可用的参数：{allowed}。',
      en: 'This address takes no parameter "{name}". Allowed: {allowed}.',
    },
  },
  repeated_parameter: {
    status: 400,
    title: { zh: '参数重复', en: 'Repeated parameter' },
    detail: {
      zh: '参数“{name}”出现了不止一次。多个值请用逗号分开写在一个参数里。',
      en: 'Parameter "{name}" is given more than once. Put several values into one, separated by commas.',
    },
  },
  missing_parameter: {
    status: 400,
    title: { zh: '缺少参数', en: 'Missing parameter' },
    detail: {
      zh: '必须给出参数“{name}”。例如：{allowed}。',
      en: 'Parameter "{name}" is required. For example: {allowed}.',
    },
  },
  empty_parameter: {
    status: 400,
    title: { zh: '参数没有值', en: 'Parameter without a value' },
    detail: {
      zh: '参数“{name}”没有值。请给出值，或者去掉这个参数。',
      en: 'Parameter "{name}" has no value. Give one, or leave the parameter out.',
    },
  },
  unknown_indicator: {
    status: 400,
    title: { zh: '没有这个指标', en: 'Unknown indicator' },
    detail: {
      zh: '指标目录（/v1/indicators）里没有“{value}”。',
      en: 'The catalogue (/v1/indicators) has no indicator "{value}".',
    },
  },
  unknown_area: {
    status: 400,
    title: { zh: '没有这个地区', en: 'Unknown area' },
    detail: {
      zh: '本省没有地区“{value}”。请写行政区划代码或 children(上级代码)，代码见 /v1/areas：{allowed}。',
      en: 'The province has no area "{value}". Give a code, or children(code of the area above), as listed by /v1/areas: {allowed}.',
    },
  },
  area_without_children: {
    status: 400,
    title: { zh: '该地区没有下级', en: 'Area without children' },
    detail: {
      zh: '“{value}”：县级以下不分。children() 可用于：{allowed}。',
      en: '"{value}": nothing is kept below a county. children() may be asked of: {allowed}.',
    },
  },
  unknown_period: {
    status: 400,
    title: { zh: '时期写法不对', en: 'Unknown period' },
    detail: {
      zh: '“{value}”不是时期。写法：{allowed}（X1、X2、X3 为上、中、下旬）。',
      en: '"{value}" is not a period. Write one of: {allowed} (X1 to X3 are the ten-day periods 旬 of a month).',
    },
  },
  invalid_range: {
    status: 400,
    title: { zh: '区间不对', en: 'Invalid range' },
    detail: {
      zh: '“{value}”：区间两端须是同一种时期，先早后晚，例如 {allowed}。',
      en: '"{value}": both ends of a range are periods of one kind, the earlier one first, for example {allowed}.',
    },
  },
  unknown_as_of: {
    status: 400,
    title: { zh: 'asOf 写法不对', en: 'Unknown asOf' },
    detail: {
      zh: '“{value}”不是时间或快照。写法：{allowed}（日期指上海时间当日结束）。',
      en: '"{value}" is neither a time nor a snapshot. Write one of: {allowed} (a day means its end in Shanghai).',
    },
  },
  snapshot_expired: {
    status: 409,
    title: { zh: '快照已失效', en: 'Snapshot expired' },
    detail: {
      zh: '“{value}”所指的数据状态已无法重现，或者不是所查地区的快照。请从第一页重新查询，或者用时间写 asOf。',
      en: 'The state that "{value}" names can no longer be given, or it is of other areas than those asked. Ask again from the first page, or give asOf as a time.',
    },
  },
  query_too_long: {
    status: 414,
    title: { zh: '地址太长', en: 'Query too long' },
    detail: {
      zh: '查询部分有 {value} 个字符，最多 {allowed} 个。请用 children()、区间或 last: 代替长列表。',
      en: 'The query has {value} characters; the most is {allowed}. Use children(), ranges or last: instead of long lists.',
    },
  },
  not_acceptable: {
    status: 406,
    title: { zh: '没有这种格式', en: 'Not acceptable' },
    detail: {
      zh: '没有“{value}”要的格式。可用：{allowed}；也可以直接用扩展名，例如 /v1/data.csv。',
      en: 'There is no representation for "{value}". Available: {allowed}; or name one by its extension, such as /v1/data.csv.',
    },
  },
  unknown_value: {
    status: 400,
    title: { zh: '参数值不对', en: 'Unknown value' },
    detail: {
      zh: '参数“{name}”不接受“{value}”。可用的值：{allowed}。',
      en: 'Parameter "{name}" does not take "{value}". Allowed: {allowed}.',
    },
  },
  parameter_not_applicable: {
    status: 400,
    title: { zh: '参数不适用', en: 'Parameter not applicable' },
    detail: {
      zh: '所查的指标都没有参数“{name}”。它们的参数：{allowed}。',
      en: 'None of the indicators asked for has a parameter "{name}". Theirs: {allowed}.',
    },
  },
  not_with: {
    status: 400,
    title: { zh: '参数不能同时用', en: 'Parameters that exclude each other' },
    detail: {
      zh: '“{value}”不能与这样的“{name}”同用；请用 {name}={allowed}。',
      en: '"{value}" cannot go with this "{name}"; use {name}={allowed}.',
    },
  },
  breakdown_not_available: {
    status: 400,
    title: { zh: '不能这样细分', en: 'Breakdown not available' },
    detail: {
      zh: '所查的指标不能都按“{value}”细分。都有的细分：{allowed}。',
      en: 'Not every indicator asked for opens by "{value}". What all of them open by: {allowed}.',
    },
  },
  too_large: {
    status: 400,
    title: { zh: '一次查得太多', en: 'Too large an answer' },
    detail: {
      zh: '这次查询会得到 {value} 个数，最多 {allowed} 个。请减少指标、地区或时期。',
      en: 'This query asks for {value} observations; the most is {allowed}. Ask for fewer indicators, areas or periods.',
    },
  },
  unknown_cursor: {
    status: 400,
    title: { zh: '翻页标记不对', en: 'Unknown cursor' },
    detail: {
      zh: '“{name}”只能取上一页答复中的 next，原样照抄。',
      en: '"{name}" takes only the `next` of the page before, copied as it is.',
    },
  },
  invalid_query: {
    status: 400,
    title: { zh: '查询有误', en: 'Invalid query' },
    detail: { zh: '查询中有几处问题，逐条见 errors。', en: 'The query has several problems; see errors.' },
  },
  route_not_found: {
    status: 404,
    title: { zh: '没有这个地址', en: 'No such address' },
    detail: {
      zh: '没有“{value}”。可用的地址：{allowed}。',
      en: 'There is nothing at "{value}". Addresses: {allowed}.',
    },
  },
  upload_not_found: {
    status: 404,
    title: { zh: '没有这次上报', en: 'No such upload' },
    detail: {
      zh: '没有编号为“{value}”的上报。编号见 /v1/uploads。',
      en: 'There is no upload "{value}". Ids are listed by /v1/uploads.',
    },
  },
  dataset_not_found: {
    status: 404,
    title: { zh: '没有这种台账', en: 'No such dataset' },
    detail: {
      zh: '没有台账“{value}”。可用的：{allowed}，见 /v1/datasets。',
      en: 'There is no dataset "{value}". Allowed: {allowed}, as listed by /v1/datasets.',
    },
  },
  no_access: {
    status: 403,
    title: { zh: '没有权限', en: 'No access' },
    detail: {
      zh: '签名的身份不是安居的角色。请以名为 anju-<省>-<角色>-<地区> 的角色签名，如 anju-43-analyst-4312；会话名不算。',
      en: 'Whoever signed has no role of Anju. Sign as a role named anju-<province>-<role>-<area>, e.g. anju-43-analyst-4312; the session name does not count.',
    },
  },
  role_may_not: {
    status: 403,
    title: { zh: '角色没有这项权限', en: 'Not for this role' },
    detail: {
      zh: '角色 {value} 不能这样做。可以的角色：{allowed}。',
      en: 'The role {value} may not do this. Roles that may, in their own area: {allowed}.',
    },
  },
  area_outside_scope: {
    status: 403,
    title: { zh: '不在您的地区内', en: 'Outside your area' },
    detail: {
      zh: '“{value}”不在您的地区 {allowed} 之内。请只查本地区，或者去掉参数“{name}”。',
      en: '"{value}" does not lie within your area {allowed}. Ask of that area only, or leave "{name}" out.',
    },
  },
  indicator_not_public: {
    status: 403,
    title: { zh: '未批准公开', en: 'Not approved for the public' },
    detail: {
      zh: '只公开已批准的指标：{allowed}。',
      en: 'The public is shown approved indicators only: {allowed}.',
    },
  },
  upload_not_read: {
    status: 409,
    title: { zh: '文件还没有读完', en: 'Upload still being read' },
    detail: {
      zh: '上报“{value}”还在读取，请过几秒再试。',
      en: 'Upload "{value}" is still being read. Try again in a few seconds.',
    },
  },
  workbook_gone: {
    status: 410,
    title: { zh: '原文件已不在', en: 'Workbook no longer kept' },
    detail: {
      zh: '上报“{value}”的原文件已过保存期或已删除，问题清单见 /v1/uploads。',
      en: 'The workbook of upload "{value}" has been deleted or is past its time; its findings are under /v1/uploads.',
    },
  },
  upload_not_settled: {
    status: 409,
    title: { zh: '上报仍在处理', en: 'Upload not settled' },
    detail: {
      zh: '这次上报还在处理（{value}），请稍后再试。',
      en: 'The upload is still being worked on ({value}). Try again in a moment.',
    },
  },
  order_not_possible: {
    status: 409,
    title: { zh: '当前状态不能这样做', en: 'Not possible in this state' },
    detail: {
      zh: '上报的状态是“{value}”；只有“{allowed}”时才能这样做。',
      en: 'The upload is {value}; this is possible only while it is {allowed}.',
    },
  },
  needs_confirmation: {
    status: 409,
    title: { zh: '需要确认', en: 'Confirmation needed' },
    detail: {
      zh: '这次上报会删去较多已发布的行，发布前请核对 diff，再用 confirm 确认。',
      en: 'The upload would remove many published rows. Look at its diff, then POST to confirm instead of publish.',
    },
  },
  stage_expired: {
    status: 409,
    title: { zh: '暂存已过期', en: 'Stage expired' },
    detail: {
      zh: '暂存的上报七天内没有发布，已经过期。请重新上报文件。',
      en: 'The upload waited for seven days and has expired. Send the file again.',
    },
  },
  idempotency_key_reused: {
    status: 409,
    title: { zh: 'Idempotency-Key 已用于别的请求', en: 'Idempotency-Key used before' },
    detail: {
      zh: '“{value}”已经用于另一条命令。请换一个。',
      en: '"{value}" already stands for another command. Use a new key.',
    },
  },
  invalid_idempotency_key: {
    status: 400,
    title: { zh: 'Idempotency-Key 写法不对', en: 'Invalid Idempotency-Key' },
    detail: {
      zh: 'Idempotency-Key 是 1 到 200 个可见的 ASCII 字符。',
      en: 'An Idempotency-Key is 1 to 200 visible ASCII characters.',
    },
  },
  invalid_body: {
    status: 400,
    title: { zh: '请求内容不对', en: 'Invalid body' },
    detail: {
      zh: '请求内容应当是 JSON：{allowed}。',
      en: 'The body should be JSON like: {allowed}.',
    },
  },
  unsupported_media_type: {
    status: 415,
    title: { zh: '内容类型不对', en: 'Unsupported media type' },
    detail: {
      zh: '写请求的 content-type 必须是 {allowed}。',
      en: 'A write must say content-type: {allowed}.',
    },
  },
  foreign_origin: {
    status: 403,
    title: { zh: '不接受其他网站的请求', en: 'Request from another site' },
    detail: {
      zh: '只接受来自本地址的写请求。',
      en: 'Writes are taken only from pages of this very address, or from programs.',
    },
  },
  unknown_field: {
    status: 400,
    title: { zh: '没有这个字段', en: 'Unknown field' },
    detail: {
      zh: '表头“{name}”对应的“{value}”不是这个数据集的字段。可用的字段：{allowed}。',
      en: 'Header "{name}" is mapped to "{value}", which is no field of the dataset. Allowed: {allowed}.',
    },
  },
  header_taken: {
    status: 400,
    title: { zh: '表头已有含义', en: 'Header means something else' },
    detail: {
      zh: '表头“{name}”不能对应“{value}”：它已经是 {allowed}。',
      en: 'Header "{name}" cannot mean "{value}": it already is {allowed}.',
    },
  },
  problem_not_found: {
    status: 404,
    title: { zh: '没有这种问题', en: 'No such problem' },
    detail: {
      zh: '没有问题“{value}”。可用的：{allowed}。',
      en: 'There is no problem "{value}". Known: {allowed}.',
    },
  },
  mapping_not_found: {
    status: 404,
    title: { zh: '没有表头对应', en: 'No mapping' },
    detail: {
      zh: '{value} 没有确认过表头对应。',
      en: 'No header mapping has been confirmed for {value}.',
    },
  },
  diff_not_found: {
    status: 404,
    title: { zh: '没有比较结果', en: 'No diff' },
    detail: {
      zh: '这次上报没有与已发布数据的比较：它被退回、还在处理，或者已有更新的上报。',
      en: 'The upload was not compared with what is published: it was rejected, is still being worked on, or came after a newer one.',
    },
  },
  one_value_only: {
    status: 400,
    title: { zh: '一次只能查一个', en: 'One at a time' },
    detail: {
      zh: '参数“{name}”在这里只能给一个值，不能是“{value}”。',
      en: 'Parameter "{name}" takes one value here, not "{value}".',
    },
  },
  unknown_cell: {
    status: 400,
    title: { zh: '没有这个单元格', en: 'Unknown cell' },
    detail: {
      zh: '“{value}”不是这次上报的单元格。请写成“工作表!列行”，例如：{allowed}；整行写成“工作表!12”。',
      en: '"{value}" is no cell of this upload. Write sheet!cell, for example {allowed}, or sheet!12 for a whole row.',
    },
  },
  cells_not_shown: {
    status: 403,
    title: { zh: '不能查看单元格', en: 'Cells are not shown' },
    detail: {
      zh: '单元格只对本县、审计人员和管理员显示。去掉参数 cell，可查看整份上报涉及的指标。',
      en: 'Cells are shown to the own county, auditors and administrators. Leave out cell to see which figures the whole upload touches.',
    },
  },
  area_too_wide: {
    status: 400,
    title: { zh: '地区范围过大', en: 'Area too wide' },
    detail: {
      zh: '“{value}”范围过大，请逐市（县）查询：{allowed}。',
      en: '"{value}" is too wide here. Ask city by city: {allowed}.',
    },
  },
  rows_not_found: {
    status: 404,
    title: { zh: '没有这份明细', en: 'No such rows' },
    detail: {
      zh: '没有“{value}”这份明细。可用：{allowed}。',
      en: 'There are no rows "{value}". Available: {allowed}.',
    },
  },
  method_not_allowed: {
    status: 405,
    title: { zh: '不支持这种请求方法', en: 'Method not allowed' },
    detail: {
      zh: '这个地址不支持 {value}。可用：{allowed}。',
      en: 'This address does not take {value}. Allowed: {allowed}.',
    },
  },
  internal: {
    status: 500,
    title: { zh: '系统出错', en: 'Something went wrong on our side' },
    detail: {
      zh: '不是您的问题。请稍后再试；仍然不行时，请告诉管理员请求编号。',
      en: 'It is not your doing. Try again in a moment; if it stays so, give the request id to whoever runs Anju.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;

export type ProblemCode = keyof typeof problemTexts;

/** Values that are filled into a text. */
export interface ProblemFillings {
  readonly name?: string;
  readonly value?: string | null;
  readonly allowed?: readonly string[];
  readonly didYouMean?: string | null;
}

/** Most allowed values a sentence lists; `errors[].allowed` has all of them. */
const mostListed = 16;

function listed(allowed: readonly string[], separator: string): string {
  const shown = allowed.slice(0, mostListed).join(separator);
  return allowed.length > mostListed ? `${shown}…` : shown;
}

/** Sentence of a problem in both languages, and what was likely meant. */
export function problemDetail(code: ProblemCode, fillings: ProblemFillings): Bilingual {
  const { zh, en } = problemTexts[code].detail;
  const chinese = ofStates.includes(code) ? inWords(fillings) : fillings;
  const { didYouMean: meant } = fillings;
  const [asked, question] = meant ? [`是不是“${meant}”？`, ` Did you mean "${meant}"?`] : ['', ''];
  return { zh: fill(zh, chinese, '、') + asked, en: fill(en, fillings, ', ') + question };
}

/** Problems whose values are states of an upload. */
const ofStates: readonly ProblemCode[] = ['order_not_possible', 'upload_not_settled'];

/** States as the receipt calls them. */
function inWords({ value, allowed, ...rest }: ProblemFillings): ProblemFillings {
  const words: Readonly<Record<string, Bilingual>> = { ...uploadStateTexts, held: heldText };
  const word = (state: string) => words[state]?.zh ?? state;
  return { ...rest, value: word(value ?? ''), allowed: [(allowed ?? []).map(word).join('”“')] };
}

function fill(text: string, { name, value, allowed }: ProblemFillings, separator: string): string {
  const values: Readonly<Record<string, string>> = {
    name: name ?? '',
    value: value ?? '',
    allowed: allowed && allowed.length > 0 ? listed(allowed, separator) : '—',
  };
  return text.replaceAll(/\{(name|value|allowed)\}/g, (_, key: string) => values[key] ?? '');
}
