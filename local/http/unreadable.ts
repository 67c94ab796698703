import type { Server } from 'node:http';

const unreadable = {
  title: 'Bad Request',
  status: 400,
  message: {
    zh: '请求无法解析。地址中的汉字须按百分号编码，例如 curl -G --data-urlencode "key=…"。',
    en: 'The request cannot be read. Chinese characters in an address are percent-encoded, e.g. curl -G --data-urlencode "key=…".',
  },
} as const;

/** Node reads line and headers in one and does not say which of them it was; mostly it is the address. */
const overlong = {
  title: 'URI Too Long',
  status: 414,
  message: {
    zh: '地址或请求头太长。请用 children()、区间或 last: 代替长列表。',
    en: 'The address or the headers are too long. Write children(), ranges or last: instead of lists.',
  },
} as const;

/**
 * Answers what is no HTTP request, mostly an address with Chinese characters typed as they are, and one that is
 * longer than is read at all.
 */
export function refuseUnreadable(server: Server): void {
  server.on('clientError', (error, socket) => {
    if (!socket.writable) return;
    const answer = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW' ? overlong : unreadable;
    const body = JSON.stringify(answer);
    const head = `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}`;
    const line = `HTTP/1.1 ${answer.status} ${answer.title}`;
    socket.end(`${line}\r\n${head}\r\nconnection: close\r\n\r\n${body}`);
  });
}
