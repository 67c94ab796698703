import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends a GET of an address exactly as it is typed, Chinese characters in UTF-8 included; gives the answer. */
export async function sendUnencoded(port: number, address: string, language: string) {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Language: ${language}\r\n\r\n`);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), document: JSON.parse(body) };
}
