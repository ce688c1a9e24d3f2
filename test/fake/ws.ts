import { createRequire } from 'node:module';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** `ws`, bare: it comes with socket.io, and is no dependency of ours. */
export interface RawSocket {
  on(event: string, listener: (data?: any, isBinary?: boolean) => void): void;
  send(data: string | Buffer): void;
  close(): void;
  terminate(): void;
  readyState: number;
  bufferedAmount: number;
  /** The connection under it. */
  _socket: Socket;
}

interface Ws {
  WebSocket: new (url: string, options?: object) => RawSocket;
  WebSocketServer: new (options: { server: Server }) => {
    clients: Set<RawSocket>;
    on(event: string, listener: (socket: RawSocket) => void): void;
    close(): void;
  };
  Sender: { frame(data: Buffer, options: object): Buffer[] };
}

const require = createRequire(import.meta.resolve('engine.io-client'));
export const { WebSocket, WebSocketServer, Sender } = require('ws') as Ws;
