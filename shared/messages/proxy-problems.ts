import type { Bilingual } from '../text/languages.ts';

interface ProxyProblemText {
  readonly status: 400 | 403 | 413 | 414 | 502 | 504;
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

/** What `npx anju proxy`, and in part the local gateway, answers itself (RFC 9457); `{value}` is filled in. */
export const proxyProblems = {
  foreign_host: {
    status: 403,
    title: { zh: '不是本机的地址', en: 'Not an address of this machine' },
    detail: {
      zh: '代理只以 127.0.0.1 或 localhost 的名义应答，不应答“{value}”。请用启动时显示的地址。',
      en: 'The proxy answers to 127.0.0.1 and localhost only, not to "{value}". Use the address it printed when it started.',
    },
  },
  foreign_page: {
    status: 403,
    title: { zh: '来自其他网站的请求', en: 'Sent by a page of another site' },
    detail: {
      zh: '其他网站的页面不得用您的凭证提问。请直接打开代理的地址。',
      en: 'Pages of other sites may not ask with your credentials. Open the address of the proxy itself.',
    },
  },
  unreadable_address: {
    status: 400,
    title: { zh: '地址无法读取', en: 'Unreadable address' },
    detail: {
      zh: `请求或其地址无法解析。地址须以“/”开头，汉字按 UTF-8 作百分号编码：curl 用 curl -G 地址 --data-urlencode 'cell=花名册!K12'，程序用 encodeURIComponent 或 urllib.parse.quote。`,
      en: `The request or its address cannot be read. An address begins with "/" and has Chinese characters percent-encoded as UTF-8: with curl, curl -G ADDRESS --data-urlencode 'cell=花名册!K12'; in a program, encodeURIComponent or urllib.parse.quote.`,
    },
  },
  address_too_long: {
    status: 414,
    title: { zh: '地址太长', en: 'URI too long' },
    detail: {
      zh: '地址或请求头太长。请用 children()、区间或 last: 代替长列表。',
      en: 'The address or the headers are too long. Write children(), ranges or last: instead of lists.',
    },
  },
  body_too_large: {
    status: 413,
    title: { zh: '内容太大', en: 'Too much content' },
    detail: {
      zh: '请求内容超过 {value} MB，接口不接受。文件请放入收件存储桶（npx anju upload）。',
      en: 'The request has more than the {value} MB that the endpoint takes. Put files into the inbox (npx anju upload).',
    },
  },
  no_credentials: {
    status: 502,
    title: { zh: '没有可用的 AWS 凭证', en: 'No AWS credentials to sign with' },
    detail: {
      zh: '没有找到可用的 AWS 凭证（{value}）。请重新登录（如 aws sso login），或设置 AWS_PROFILE、AWS_ACCESS_KEY_ID 等，再刷新；环境变量改变后须重新启动代理。',
      en: 'There are no usable AWS credentials ({value}). Sign in again (e.g. aws sso login), or set AWS_PROFILE or AWS_ACCESS_KEY_ID and so on, then reload; after a change of the environment start the proxy anew.',
    },
  },
  endpoint_unreachable: {
    status: 502,
    title: { zh: '连接不上接口', en: 'The endpoint cannot be reached' },
    detail: {
      zh: '连接不上接口（{value}）。请检查网络和启动代理时写的地址，再刷新。',
      en: 'The endpoint cannot be reached ({value}). Check the network and the address the proxy was started with, then reload.',
    },
  },
  endpoint_silent: {
    status: 504,
    title: { zh: '接口没有应答', en: 'The endpoint does not answer' },
    detail: {
      zh: '接口 {value} 秒内没有应答。请稍后再试；问得多时请分几次问。',
      en: 'The endpoint did not answer within {value} seconds. Try again in a moment; ask for less at a time if it was much.',
    },
  },
} as const satisfies Readonly<Record<string, ProxyProblemText>>;

export type ProxyProblem = keyof typeof proxyProblems;
