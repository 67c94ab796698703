import type { Server } from 'node:http';
import { negotiateLanguage } from '../../shared/api/http/language.ts';
import { unseenProblem } from '../../shared/api/http/unseen-problem.ts';

/**
 * Answers what is no HTTP request, mostly an address with Chinese characters typed as they are, and one that is
 * longer than is read at all: Node reads line and headers in one and does not say which of them it was; mostly it is
 * the address.
 */
export function refuseUnreadable(server: Server): void {
  server.on('clientError', (error, socket) => {
    if (!socket.writable) return;
    const code =
      'code' in error && error.code === 'HPE_HEADER_OVERFLOW' ? 'address_too_long' : 'unreadable_address';
    const language = negotiateLanguage(languageIn(error));
    const document = unseenProblem({ code, value: '' }, language, null);
    const body = `${JSON.stringify(document)}\n`;
    const reason = code === 'address_too_long' ? 'URI Too Long' : 'Bad Request';
    const head = [
      `HTTP/1.1 ${document.status} ${reason}`,
      'content-type: application/problem+json',
      `content-language: ${language}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}

/** What the bytes that could not be read say of the reader's language. */
function languageIn(error: Error): string | undefined {
  const bytes = 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : null;
  return bytes === null ? undefined : /\r\naccept-language:([^\r\n]*)/i.exec(bytes.toString('latin1'))?.[1];
}
