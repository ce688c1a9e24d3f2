import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { explain } from '../../shared/explain.ts';
import { refuse } from '../../shared/refusal.ts';

/**
 * Answers what is no HTTP, has headers beyond measure, or comes too slowly: Node hands such a
 * connection over before there is a request. Refused like everything else, and the line is cut.
 */
export function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code] = REASONS[error.code ?? ''] ?? ([400, 'invalid'] as const);
  const body = JSON.stringify({ code, message: explain(refuse(code), 'nl') });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

const REASONS: Readonly<Record<string, readonly [number, 'invalid' | 'too-large']>> = {
  HPE_HEADER_OVERFLOW: [431, 'too-large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'invalid'],
};
