import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { ServerOptions } from 'socket.io';
import { z } from 'zod';
import { problems } from '../shared/command.ts';
import { explain } from '../shared/explain.ts';
import { refuse, type Lang, type Refusal } from '../shared/refusal.ts';
import {
  Join,
  Send,
  type Answer,
  type Batch,
  type Beat,
  type Down,
  type Joined,
  type Positions,
  type Up,
} from '../shared/wire.ts';
import { PROTOCOL_VERSION } from '../shared/protocol.ts';
import type { Who } from './auth/auth.ts';
import { backlogOf, broadcast } from './broadcast.ts';
import type { Fanout } from './fanout.ts';
import type { Gate } from './gate.ts';
import type { Lane } from './position/lane.ts';

/** The consoles' end of the line. Knows sockets and who is behind them; what they see is the fan-out's, what they may do the gate's. */
export interface SocketOptions {
  server: HttpServer;
  who(headers: {
    cookie?: string | undefined;
    authorization?: string | undefined;
  }): Who | undefined;
  gate: Gate;
  fanouts: ReadonlyMap<string, Fanout>;
  /** Positions, in the spaces that have them. */
  lanes?: ReadonlyMap<string, Pick<Lane, 'join'>>;
}

/** `owed`: a message of positions was skipped for it. */
type Data = { who: Who; lang: Lang; owed?: boolean };
type Console = Socket<Up, Down, Record<string, never>, Data>;

const MAX_MESSAGE = 256 * 1024;
/** A console that lets this many bytes pile up is cut off, and joins again from a fresh picture. */
const MAX_BACKLOG = 16 * 1024 * 1024;
/** With this many bytes still on their way, a console is spared positions. */
const POSITIONS_BACKLOG = 64 * 1024;
const Handshake = z.object({ protocol: z.number(), lang: z.enum(['nl', 'fr', 'en']).optional() });

export function openSockets({ server, who, gate, fanouts, lanes }: SocketOptions) {
  const options: Partial<ServerOptions> = {
    serveClient: false,
    transports: ['websocket'],
    maxHttpBufferSize: MAX_MESSAGE,
    pingInterval: 5_000,
    pingTimeout: 10_000,
    connectTimeout: 5_000,
    // Browsers send cookies along from any site: only our own pages may open a socket.
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      const ours = origin === undefined || URL.parse(origin)?.host === host;
      decide(ours ? null : 'forbidden', ours);
    },
  };
  const io = new Server<Up, Down, Record<string, never>, Data>(server, options);

  io.use((socket, next) => {
    const handshake = Handshake.safeParse(socket.handshake.auth);
    const found = who(socket.handshake.headers);
    const lang = handshake.data?.lang ?? 'nl';
    if (handshake.data?.protocol !== PROTOCOL_VERSION) return next(turnAway('protocol-old', lang));
    if (!found || found.role.machine) return next(turnAway('signed-out', lang));
    socket.data.who = found;
    socket.data.lang = lang;
    next();
  });

  io.on('connection', (socket) => {
    // Whatever was sent, and however much of it: the answer is asked for by the last argument.
    socket.on('join', (...sent: unknown[]) => onJoin(socket, sent[0], sent.at(-1)));
    socket.on('send', (...sent: unknown[]) => void onSend(socket, sent[0], sent.at(-1)));
    socket.onAny((name: string, ...sent: unknown[]) => {
      const answer = sent.at(-1);
      if (name !== 'join' && name !== 'send' && typeof answer === 'function')
        answer(refusal(refuse('not-found'), socket.data.lang));
    });
  });

  function onJoin(socket: Console, input: unknown, answer: unknown): void {
    if (typeof answer !== 'function') return;
    const reply = answer as (joined: Joined) => void;
    const { lang } = socket.data;
    const join = Join.safeParse(input);
    if (!join.success) return reply(refusal(problems(join.error, []).refusal, lang));
    const fanout = fanouts.get(join.data.space);
    if (!fanout) return reply(refusal(refuse('space-unknown', 'space'), lang));
    // Same turn: no batch can pass between the picture and the room.
    const { view } = socket.data.who;
    const { space } = join.data;
    const { room, joined } = fanout.join(view, join.data);
    void socket.join(room);
    reply(joined);
    // A space without a lane has no units: those of another one must not stay on the screen (P3).
    const none: Positions[] = [{ space, whole: true, fixes: [], gone: [] }];
    for (const part of lanes?.get(space)?.join(view, room) ?? none) socket.emit('positions', part);
    socket.data.owed = false;
  }

  async function onSend(socket: Console, input: unknown, answer: unknown): Promise<void> {
    const reply = typeof answer === 'function' ? (answer as (answer: Answer) => void) : () => {};
    const send = Send.safeParse(input);
    if (!send.success) {
      const { refusal: why, issues } = problems(send.error, []);
      return reply({ ...refusal(why, socket.data.lang), issues });
    }
    const { space, lang = socket.data.lang } = send.data;
    // As it came: the gate refuses what the parsed copy lacks.
    const { command } = input as { command: unknown };
    try {
      const passed = await gate.submit(socket.data.who, space, command);
      if (passed.ok) return reply({ ok: true, seq: passed.seq, events: [...passed.events] });
      reply({ ...refusal(passed.refusal, lang), issues: [...passed.issues] });
    } catch {
      reply(refusal(refuse('internal'), lang));
    }
  }

  function* inRoom(room: string): Generator<Console> {
    for (const id of io.sockets.adapter.rooms.get(room) ?? []) {
      const socket = io.sockets.sockets.get(id);
      if (socket) yield socket;
    }
  }

  /** Looks again at who everybody is: after a change of accounts, and as sessions run out. */
  function recheck(): void {
    for (const socket of io.sockets.sockets.values()) {
      const now = who(socket.handshake.headers);
      if (now && now.account.role === socket.data.who.account.role) {
        socket.data.who = now;
        continue;
      }
      socket.emit('bye', { code: 'signed-out' });
      socket.disconnect(true);
    }
  }
  const timer = setInterval(recheck, 30_000);

  return {
    recheck,
    count: () => io.sockets.sockets.size,
    emitBatch: (room: string, batch: Batch) => broadcast(inRoom(room), 'batch', batch),
    /** Without a batch: only to those that were spared one, and can take the whole now. */
    emitPositions(room: string, batch: Positions | undefined, whole: () => readonly Positions[]) {
      const ready: Console[] = [];
      let parts: readonly Positions[] | undefined;
      for (const socket of inRoom(room)) {
        if (backlogOf(socket) > POSITIONS_BACKLOG) socket.data.owed = true;
        else if (!socket.data.owed) ready.push(socket);
        else {
          socket.data.owed = false;
          for (const part of (parts ??= whole())) socket.emit('positions', part);
        }
      }
      if (batch) broadcast(ready, 'positions', batch);
    },
    emitBeat(room: string, beat: Beat) {
      for (const socket of inRoom(room))
        if (backlogOf(socket) > MAX_BACKLOG) socket.disconnect(true);
      broadcast(inRoom(room), 'beat', beat);
    },
    async close() {
      clearInterval(timer);
      await io.close();
    },
  };
}

function refusal(why: Refusal, lang: Lang) {
  const { code, path } = why;
  return { ok: false as const, code, message: explain(why, lang), ...(path ? { path } : {}) };
}

function turnAway(code: 'protocol-old' | 'signed-out', lang: Lang): Error {
  return Object.assign(new Error(explain({ code }, lang)), { data: { code } });
}
