import { isPassing, type RefusalCode } from '../../shared/refusal.ts';
import type { Answer, Batch, Beat, Join, Joined } from '../../shared/wire.ts';
import { openPicture, type FakePicture } from '../fake/picture.ts';
import type { Sent } from '../fake/client.ts';

/**
 * A console on a line that loses and delays. What it does is what `client/link.ts` and
 * `client/send.ts` do; when it does it, the fuzzer says.
 */
export interface Server {
  join(line: Line, join: Join): Joined;
  /** Answers through the line, sooner or later, unless the server or the line dies. */
  send(line: Line, command: Sent): void;
}

/** What is under way on one connection, in order in each direction. */
export interface Line {
  up: (() => void)[];
  down: (() => void)[];
  room: string | undefined;
  open: boolean;
}

export interface FakeLink {
  picture: FakePicture;
  line: Line | undefined;
  /** Where its line leads. */
  server(): Server | undefined;
  connect(server: Server): void;
  disconnect(): void;
  write(type: string, data: Record<string, unknown>): void;
  /** Sends the first of the outbox, also when an answer to it is still awaited. */
  flush(): void;
  /** Sends one again that was answered. */
  again(command: Sent): void;
  rejoin(): void;
  outbox(): readonly Sent[];
  answered: { command: Sent; answer: Answer }[];
  receive(message: { batch?: Batch; beat?: Beat }): void;
  /** An answer to a command, by whichever line it came. */
  hear(command: Sent, answer: Answer): void;
  joined(): boolean;
}

/** `makeId`: ids by count and not by chance, so that a seed repeats the same run. */
export function fakeLink(space: string, makeId: () => string): FakeLink {
  const picture = openPicture();
  let outbox: Sent[] = [];
  let joining = false;
  let joined = false;
  let server: Server | undefined;

  function rejoin(): void {
    const { line } = link;
    if (!line?.open || joining) return;
    joining = true;
    joined = false;
    const join = { space, ...picture.mine() };
    const to = server!;
    // The join or its answer may be lost: tried again, as by the real link.
    const late = setTimeout(() => {
      if (line !== link.line) return;
      joining = false;
      rejoin();
    }, 5_000);
    line.up.push(() => {
      const answer = copy(to.join(line, join));
      line.down.push(() => {
        clearTimeout(late);
        joining = false;
        if (!answer.ok) return;
        picture.onJoined(answer);
        joined = true;
      });
    });
  }

  const link: FakeLink = {
    picture,
    line: undefined,
    answered: [],
    server: () => server,
    connect(to) {
      link.disconnect();
      server = to;
      link.line = { up: [], down: [], room: undefined, open: true };
      joining = false;
      rejoin();
    },
    disconnect() {
      if (link.line) link.line.open = false;
      link.line = undefined;
      joining = joined = false;
    },
    write(type, data) {
      outbox = [...outbox, { id: makeId(), type, data }];
    },
    flush() {
      const { line } = link;
      const next = outbox[0];
      const to = server;
      if (line && joined && next) line.up.push(() => to!.send(line, copy(next)));
    },
    again(command) {
      const { line } = link;
      const to = server;
      if (line) line.up.push(() => to!.send(line, copy(command)));
    },
    rejoin,
    outbox: () => outbox,
    receive({ batch, beat }) {
      if (joining) return;
      if (batch && !picture.onBatch(batch)) rejoin();
      if (beat && !picture.onBeat(beat)) rejoin();
    },
    hear(command, answer) {
      if (!answer.ok && isPassing(answer.code as RefusalCode)) return;
      outbox = outbox.filter((one) => one.id !== command.id);
      link.answered.push({ command, answer });
    },
    joined: () => joined,
  };
  return link;
}

/** As it comes out of a socket. */
export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
