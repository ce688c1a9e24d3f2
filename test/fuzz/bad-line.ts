import http from 'node:http';
import net from 'node:net';

/** What goes wrong below HTTP: bytes that are none, bodies without end, senders without haste. */

/** Sends bytes on a bare connection; returns what came back until it was closed or `ms` are over. */
export function sendBytes(port: number, bytes: string | Buffer, ms = 3_000): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    const late = setTimeout(() => socket.destroy(), ms);
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(late);
      resolve(answer);
    });
  });
}

const HOST = 'Host: belfry\r\n';
export const brokenHttp: Readonly<Record<string, { bytes: string | Buffer; status: number }>> = {
  'no HTTP': { bytes: 'HELLO\r\n\r\n', status: 400 },
  binary: { bytes: Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3, 0, 0]), status: 400 },
  'no host': { bytes: 'GET /api/session HTTP/1.1\r\n\r\n', status: 400 },
  'strange version': { bytes: `GET / HTTP/9.9\r\n${HOST}\r\n`, status: 400 },
  'headers too large': {
    bytes: `GET /api/session HTTP/1.1\r\n${HOST}X: ${'x'.repeat(40_000)}\r\n\r\n`,
    status: 431,
  },
  'line in a header': {
    bytes: `GET /api/session HTTP/1.1\r\n${HOST}X: a\x00b\r\n\r\n`,
    status: 400,
  },
  'two lengths': {
    bytes: `POST /api/session HTTP/1.1\r\n${HOST}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{"a"}`,
    status: 400,
  },
  smuggling: {
    bytes: `POST /api/session HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    status: 400,
  },
  'broken chunk': {
    bytes: `POST /api/session HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    status: 400,
  },
};

/** Streams a body of `megabytes` in chunks; returns the status, or 0 when the line was cut early. */
export function flood(
  port: number,
  path: string,
  headers: Record<string, string>,
  megabytes: number,
): Promise<{ status: number; code?: string }> {
  return new Promise((resolve) => {
    let open = true;
    const done = (answer: { status: number; code?: string }) => {
      open = false;
      resolve(answer);
      request.destroy();
    };
    const request = http.request({ port, host: '127.0.0.1', path, method: 'POST', headers });
    request.on('response', (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () =>
        done({ status: response.statusCode!, code: (JSON.parse(text) as { code: string }).code }),
      );
    });
    request.on('error', () => done({ status: 0 }));
    const chunk = Buffer.alloc(1_000_000, 'x');
    request.write('"');
    let left = megabytes;
    const more = () => {
      while (open && left-- > 0) if (!request.write(chunk)) return void request.once('drain', more);
      if (open) request.end('"');
    };
    more();
  });
}

/** Connections that say a byte now and then and never come to an end. */
export function loris(port: number, count: number): { open(): number; close(): void } {
  const sockets = Array.from({ length: count }, () => {
    const socket = net.connect(port, '127.0.0.1');
    socket.write(`POST /api/session HTTP/1.1\r\n${HOST}`);
    socket.on('error', () => {});
    socket.on('data', () => {});
    return socket;
  });
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('X: y\r\n');
  }, 500);
  return {
    open: () => sockets.filter((socket) => !socket.closed && socket.writable).length,
    close() {
      clearInterval(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
}
