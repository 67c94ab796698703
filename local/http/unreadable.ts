import type { Server } from 'node:http';

/** Answers what is no HTTP request: mostly an address with Chinese characters typed as they are. */
export function refuseUnreadable(server: Server): void {
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return;
    const body = JSON.stringify({
      title: 'Bad Request',
      status: 400,
      message: {
        zh: '请求无法解析。地址中的汉字须按百分号编码，例如 curl -G --data-urlencode "key=…"。',
        en: 'The request cannot be read. Chinese characters in an address are percent-encoded, e.g. curl -G --data-urlencode "key=…".',
      },
    });
    const head = `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}`;
    socket.end(`HTTP/1.1 400 Bad Request\r\n${head}\r\nconnection: close\r\n\r\n${body}`);
  });
}
