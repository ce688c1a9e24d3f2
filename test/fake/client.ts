import { io, type Socket } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import { isPassing, type RefusalCode } from '../../shared/refusal.ts';
import type { State } from '../../shared/folds.ts';
import type { Answer, Down, Up } from '../../shared/wire.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { openPicture, type FakePicture } from './picture.ts';

/**
 * A console without a screen, over a real socket. The picture is the console's own code; link and
 * outbox are small twins of `client/link.ts` and `client/send.ts`, because those live on `document`
 * and `localStorage`, once per page. Try-again times are shorter, so that a test meets more of them.
 */
export interface FakeConsole {
  picture: FakePicture;
  state(): State;
  seq(): number;
  joined(): boolean;
  /** Puts a command into the outbox; it stays there until it is answered. Returns its id. */
  send(type: string, data: Record<string, unknown>): string;
  /** Sends a command now, beside the outbox: for commands that were answered before. */
  again(command: Sent): Promise<Answer>;
  waiting(): number;
  /** How often it joined anew. */
  joins(): number;
  close(): void;
}

export interface Sent {
  id: string;
  type: string;
  data: Record<string, unknown>;
}

export interface ConsoleOptions {
  url: string;
  cookie: string;
  space?: string;
  onAnswer?: (command: Sent, answer: Answer) => void;
  onBye?: (code: string) => void;
}

export function openConsole(options: ConsoleOptions): FakeConsole {
  const { url, cookie, space = 'live', onAnswer = () => {}, onBye = () => {} } = options;
  const picture = openPicture();
  const socket: Socket<Down, Up> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
    auth: { protocol: PROTOCOL_VERSION, lang: 'nl' },
    reconnectionDelay: 20,
    reconnectionDelayMax: 200,
    timeout: 4_000,
  });
  let outbox: Sent[] = [];
  let joining = false;
  let joined = false;
  let joins = 0;
  let sending = false;
  let closed = false;

  const later = (act: () => unknown, ms: number) => {
    setTimeout(() => closed || act(), ms);
  };
  const wake = () => {
    if (!socket.connected && !closed) socket.connect();
  };

  async function join(): Promise<void> {
    if (joining || closed) return;
    joining = true;
    joined = false;
    try {
      const answer = await socket.timeout(5_000).emitWithAck('join', { space, ...picture.mine() });
      if (!answer.ok) return later(join, 500);
      picture.onJoined(answer);
      joined = true;
      joins += 1;
      void flush();
    } catch {
      if (socket.connected) later(join, 200);
    } finally {
      joining = false;
    }
  }

  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let next = outbox[0]; next && joined; next = outbox[0]) {
        const answer = await again(next);
        if (!answer.ok && (isPassing(answer.code as RefusalCode) || answer.code === 'signed-out'))
          return later(flush, 100);
        outbox = outbox.slice(1);
        onAnswer(next, answer);
      }
    } catch {
      later(flush, 100);
    } finally {
      sending = false;
    }
  }

  const again = (command: Sent) =>
    socket.timeout(10_000).emitWithAck('send', { space, command, lang: 'nl' });

  socket.on('connect', () => void join());
  socket.on('batch', (batch) => {
    if (!joining && !picture.onBatch(batch)) void join();
  });
  socket.on('beat', (beat) => {
    if (!joining && !picture.onBeat(beat)) void join();
  });
  socket.on('bye', ({ code }) => onBye(code));
  socket.on('disconnect', (reason) => {
    joined = false;
    if (reason === 'io server disconnect') later(wake, 100);
  });
  socket.on('connect_error', () => {
    if (!socket.active) later(wake, 200);
  });

  return {
    picture,
    state: () => picture.now().confirmed,
    seq: () => picture.now().seq,
    joined: () => joined,
    send(type, data) {
      const id = uuid();
      outbox = [...outbox, { id, type, data }];
      void flush();
      return id;
    },
    again,
    waiting: () => outbox.length,
    joins: () => joins,
    close() {
      closed = true;
      socket.disconnect();
    },
  };
}

/** Signs in and returns the cookie to send along. */
export async function signIn(url: string, user: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || !cookie) throw new Error(`sign-in of ${user}: ${await response.text()}`);
  return cookie;
}

/** Demo mode's account of a role. */
export const signInAs = (url: string, role: string): Promise<string> =>
  signIn(url, role, `belfry-demo-${role}`);
