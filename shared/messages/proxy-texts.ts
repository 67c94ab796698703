import { withoutStop } from './sentences.ts';

/** What `npx anju proxy` says on the terminal. */
interface ProxyTexts {
  badUrl(found: string): string;
  otherRegion(url: string, region: string, named: string): string;
  regionOfUrl(url: string): string;
  regionOfStack(stack: string): string;
  badPort(found: string): string;
  portTaken(port: number): string;
  unknownProvince(found: string): string;
  noStack(stack: string, region: string): string;
  noOutput(stack: string): string;
  mayNotLookUp(stack: string): string;
  cannotLookUp(stack: string, why: string): string;
  ready(url: string, origin: string, signer: string): string;
}

const zh: ProxyTexts = {
  badUrl: (found) =>
    `“${found}”不是接口地址。应为 https://…execute-api.<区域>.amazonaws.com.cn（栈输出 ApiUrl），后面不带路径。`,
  otherRegion: (url, region, named) => `${url} 在区域 ${region}，不在 ${named}。请去掉 --region。`,
  regionOfUrl: (url) => `从 ${url} 看不出区域。请用 --region 写明，如 --region cn-northwest-1。`,
  regionOfStack: (stack) => `不知道 ${stack} 在哪个区域。请用 --region 写明，如 --region cn-northwest-1。`,
  badPort: (found) => `--port ${found}：请写 0 到 65535 的整数，0 为任一空闲端口。`,
  portTaken: (port) => `端口 ${port} 已被占用。请用 --port 另选一个，0 为任一空闲端口。`,
  unknownProvince: (found) => `没有省份“${found}”。请写两位代码，如 --province 43。`,
  noStack: (stack, region) => `区域 ${region} 没有栈 ${stack}。请检查 --region 和凭证所属的账户。`,
  noOutput: (stack) => `栈 ${stack} 没有输出 ApiUrl，可能尚未部署完成。请稍后再试，或用 --url 写明地址。`,
  mayNotLookUp: (stack) =>
    `您的角色不能查询栈 ${stack}（各角色本来如此）。请向部署的人要接口地址（栈输出 ApiUrl），写在 --url 后面或环境变量 ANJU_URL 里。`,
  cannotLookUp: (stack, why) => `查不到栈 ${stack} 的接口地址：${withoutStop(why)}。请用 --url 写明地址。`,
  ready: (url, origin, signer) =>
    `代理已就绪：${url}/\n用 ${signer} 签名，转到 ${origin}。只有本机可以连接；Ctrl-C 结束。`,
};

const en: ProxyTexts = {
  badUrl: (found) =>
    `"${found}" is no address of an API. Expected https://….execute-api.<region>.amazonaws.com(.cn), the stack's output ApiUrl, with no path behind it.`,
  otherRegion: (url, region, named) => `${url} lies in ${region}, not in ${named}. Leave --region out.`,
  regionOfUrl: (url) => `${url} does not say its region. Name it, for example --region cn-northwest-1.`,
  regionOfStack: (stack) =>
    `The region of ${stack} is not known. Name it, for example --region cn-northwest-1.`,
  badPort: (found) => `--port ${found}: give a whole number from 0 to 65535; 0 is any free port.`,
  portTaken: (port) => `Port ${port} is in use. Choose another with --port; 0 is any free one.`,
  unknownProvince: (found) =>
    `There is no province "${found}". Give its two digits, for example --province 43.`,
  noStack: (stack, region) =>
    `There is no stack ${stack} in ${region}. Check --region and which account the credentials are of.`,
  noOutput: (stack) =>
    `The stack ${stack} has no output ApiUrl; it may still be on its way. Try again later, or give the address with --url.`,
  mayNotLookUp: (stack) =>
    `Your role may not look at the stack ${stack} (none of Anju's roles may). Ask whoever deployed it for the output ApiUrl and give it with --url or in ANJU_URL.`,
  cannotLookUp: (stack, why) =>
    `The address of ${stack} could not be looked up: ${withoutStop(why)}. Give it with --url.`,
  ready: (url, origin, signer) =>
    `The proxy is ready: ${url}/\nIt signs as ${signer} and hands on to ${origin}. Only this machine can connect; Ctrl-C ends it.`,
};

/** By language. */
export const proxyTexts: Readonly<Record<'zh' | 'en', ProxyTexts>> = { zh, en };
