import type { Socket } from 'socket.io';

/**
 * One message to many sockets, encoded and framed once, straight to their connections: socket.io's
 * own broadcast spends as much again per socket as the system call takes (`npm run bench`).
 *
 * It uses the one member of `ws` that socket.io's broadcast itself uses, `_sender`. A socket whose
 * connection is of another kind, or still has packets waiting, gets the message in socket.io's own
 * way; so the order is kept, and with another version of those libraries all goes the slow way.
 */
export function broadcast(sockets: Iterable<Socket>, event: string, message: unknown): void {
  let frame: Buffer | undefined;
  for (const socket of sockets) {
    const { conn } = socket as unknown as { conn: Connection };
    const sender = conn.transport.name === 'websocket' && conn.transport.socket?._sender;
    if (sender && 'sendFrame' in sender && conn.readyState === 'open' && !conn.writeBuffer.length)
      sender.sendFrame([(frame ??= frameOf(`42${JSON.stringify([event, message])}`))]);
    else socket.emit(event, message);
  }
}

/** Bytes that a socket's connection has not taken yet. */
export function backlogOf(socket: Socket): number {
  const { conn } = socket as unknown as { conn: Connection };
  return conn.transport.socket?.bufferedAmount ?? 0;
}

interface Connection {
  readyState: string;
  writeBuffer: unknown[];
  transport: {
    name: string;
    socket?: { bufferedAmount: number; _sender?: { sendFrame(parts: Buffer[]): void } };
  };
}

/** A text message as one unmasked frame (RFC 6455 §5.2). */
function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x81;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}
