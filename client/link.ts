import { io, type Socket } from 'socket.io-client';
import type {
  Batch,
  Beat,
  Down,
  Join,
  Joined,
  Send,
  Answer,
  Positions,
  Up,
} from '../shared/wire.ts';
import { PROTOCOL_VERSION } from '../shared/protocol.ts';
import { currentLang } from './i18n/lang.ts';

/**
 * The only user of socket.io-client. Joins a space, keeps joined whatever happens, and hands on what
 * arrives. It never gives up: a try at least every second during the first minute of an outage, then
 * at least every five seconds, with jitter, at once when the browser says that it is back.
 */
export interface LinkEvents {
  /** Number and log of the last entry that the console has: asked for at every (re)join. */
  mine(): Omit<Join, 'space'>;
  onJoined(joined: Joined & { ok: true }): void;
  /** Applies a batch; false when it does not fit, whereupon the link joins anew. */
  onBatch(batch: Batch): boolean;
  onBeat(beat: Beat): boolean;
  onPositions(positions: Positions): void;
  onState(state: LinkState): void;
  /** Anything arrived: the picture is this old and no older. */
  onSign(): void;
}

/** `refused`: the session ended (sign in again) or the page is older than the server (reload). */
export type LinkState = 'connecting' | 'joined' | 'lost' | 'signed-out' | 'protocol-old';

export interface Link {
  send(send: Omit<Send, 'space'>): Promise<Answer>;
  /** Joins anew, now: after signing in again, for instance. */
  rejoin(): void;
  close(): void;
}

const FIRST_MINUTE = 60_000;

export function openLink(space: string, events: LinkEvents): Link {
  const socket: Socket<Down, Up> = io({
    transports: ['websocket'],
    auth: (tell) => tell({ protocol: PROTOCOL_VERSION, lang: currentLang() }),
    reconnectionDelay: 200,
    reconnectionDelayMax: 1_000,
    randomizationFactor: 0.5,
    timeout: 4_000,
  });
  let lostAt: number | undefined;
  let joining = false;
  let closed = false;

  async function join(): Promise<void> {
    if (joining || closed) return;
    joining = true;
    try {
      const joined = await socket.timeout(5_000).emitWithAck('join', { space, ...events.mine() });
      if (!joined.ok) return fail(joined.code);
      lostAt = undefined;
      socket.io.reconnectionDelayMax(1_000);
      if (joined.fresh) events.onSign();
      events.onJoined(joined);
      events.onState('joined');
    } catch {
      // No answer to the join: try again on the same socket, or on the next when this one is gone.
      if (socket.connected) setTimeout(() => void join(), 500);
    } finally {
      joining = false;
    }
  }

  function fail(code: string): void {
    if (code === 'signed-out' || code === 'protocol-old') events.onState(code);
    else setTimeout(() => void join(), 1_000);
  }

  socket.on('connect', () => void join());
  socket.on('batch', (batch) => {
    if (joining) return;
    events.onSign();
    if (!events.onBatch(batch)) void join();
  });
  socket.on('beat', (beat) => {
    if (joining) return;
    events.onSign();
    if (!events.onBeat(beat)) void join();
  });
  // No sign of life: they may be sent while the log does not answer.
  socket.on('positions', (positions) => {
    if (positions.space === space) events.onPositions(positions);
  });
  socket.on('bye', ({ code }) => fail(code));
  socket.on('disconnect', (reason) => {
    lostAt ??= Date.now();
    events.onState('lost');
    // The server closed on purpose: socket.io would not come back by itself.
    if (reason === 'io server disconnect' && !closed) setTimeout(wake, 500);
  });
  socket.on('connect_error', (error) => {
    lostAt ??= Date.now();
    if (Date.now() - lostAt > FIRST_MINUTE) socket.io.reconnectionDelayMax(5_000);
    const code = (error as Error & { data?: { code?: string } }).data?.code;
    const turnedAway = code === 'signed-out' || code === 'protocol-old';
    events.onState(turnedAway ? code : 'lost');
    // A refusal at the server's door does not count as a lost connection for socket.io: it would stop here.
    if (!socket.active && !closed) setTimeout(wake, turnedAway ? 5_000 : 1_000);
  });

  const wake = () => {
    if (!socket.connected && !closed) socket.connect();
  };
  const seen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', seen);

  return {
    send: (send) => socket.timeout(10_000).emitWithAck('send', { space, ...send }),
    rejoin: () => (socket.connected ? void join() : wake()),
    close() {
      closed = true;
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', seen);
      socket.disconnect();
    },
  };
}
