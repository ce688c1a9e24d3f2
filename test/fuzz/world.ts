import { setImmediate as turn } from 'node:timers/promises';
import { explain } from '../../shared/explain.ts';
import { reduce } from '../../shared/reduce.ts';
import { initial, type State } from '../../shared/folds.ts';
import { redactState, viewOf } from '../../shared/role.ts';
import type { Role } from '../../shared/roles.ts';
import { canonical } from '../../shared/state.ts';
import type { Answer } from '../../shared/wire.ts';
import type { Who } from '../../server/auth/auth.ts';
import { openCommit, type Commit } from '../../server/commit.ts';
import { openFanout, type Fanout } from '../../server/fanout.ts';
import { openGate, type Gate } from '../../server/gate.ts';
import { hashOf } from '../../server/log/chain.ts';
import { spaceModel } from '../../server/live.ts';
import { CRISIS } from '../fake/plan.ts';
import type { Random } from '../fake/random.ts';
import { copy, fakeLink, type FakeLink, type Line, type Server } from './fake-link.ts';
import { memoryLog, type MemoryLog, type ProcessLog } from './memory-log.ts';

/** Real commits, gates and fan-outs over one log, with consoles on bad lines: all in one process. */
const SPACE = 'live';
export const PLAN = {
  incidentTypes: ['fire', 'accident', 'flood', 'tunnel', 'other'],
  clearances: {},
  crisis: CRISIS,
  restrictions: ['police', 'medical'],
};

export interface Process extends Server {
  log: ProcessLog;
  commit: Commit<State>;
  lines: Set<Line>;
  alive: boolean;
}

export interface Member {
  link: FakeLink;
  who: Who;
}

export interface World {
  log: MemoryLog;
  processes: Process[];
  members: Member[];
  /** A process is thrown away as it is, and another takes its place. */
  crash(index: number): Promise<void>;
  /** Names what is wrong with what this console shows right now; undefined when it is right. */
  check(member: Member): string | undefined;
  /** Names whatever is wrong at the end, when all is quiet. */
  judge(): string[];
  close(): void;
}

export async function openWorld(random: Random, roles: Record<string, Role>): Promise<World> {
  const log = memoryLog(SPACE);
  const processes: Process[] = [];
  let ids = 0;
  const makeId = () => `c-${String(++ids).padStart(6, '0')}`;
  const members: Member[] = Object.entries(roles).map(([name, role], index) => {
    const actor = { id: `p-${index}`, name: `Demo ${name}`, role: name };
    const who = { account: undefined as never, actor, role, view: viewOf(role) };
    return { link: fakeLink(SPACE, makeId), who };
  });
  const whoOf = (line: Line) => members.find(({ link }) => link.line === line);

  async function openProcess(): Promise<Process> {
    const own = log.open();
    const commit = await openCommit({
      ...{ log: own, space: SPACE, model: spaceModel, snapshotEvery: random.int(5, 200) },
    });
    const gate: Gate = openGate({ spaces: new Map([[SPACE, commit]]), plan: () => PLAN });
    const lines = new Set<Line>();
    const head = commit.now().seq;
    const tell = (room: string, act: (link: FakeLink) => void) => {
      for (const line of lines) {
        if (line.room !== room || !line.open || !process.alive) continue;
        const to = whoOf(line)?.link;
        if (to) line.down.push(() => act(to));
      }
    };
    const fanout: Fanout = openFanout({
      commit,
      // Sometimes little is at hand, so that who was away gets a snapshot.
      seed: log.entries.slice(Math.max(0, head - random.int(0, 300)), head),
      emitBatch: (room, batch) => tell(room, (link) => link.receive({ batch: copy(batch) })),
      emitBeat: (room, beat) => tell(room, (link) => link.receive({ beat: copy(beat) })),
      tick: 20,
      beat: 1,
    });
    const process: Process = {
      ...{ log: own, commit, lines, alive: true },
      join(line, join) {
        const { room, joined } = fanout.join(whoOf(line)!.who.view, join);
        line.room = room;
        lines.add(line);
        return joined;
      },
      send(line, command) {
        const member = whoOf(line);
        if (!member) return;
        void gate.submit(member.who, SPACE, command).then((passed) => {
          if (!process.alive || !line.open) return;
          const { link } = member;
          const answer: Answer = passed.ok
            ? { ok: true, seq: passed.seq, events: copy([...passed.events]) }
            : { ok: false, code: passed.refusal.code, message: explain(passed.refusal, 'nl') };
          line.down.push(() => link.hear(command, answer));
        });
      },
    };
    closers.set(process, fanout);
    return process;
  }

  const closers = new Map<Process, Fanout>();
  processes.push(await openProcess(), await openProcess());

  const states: State[] = [initial];
  const stateAt = (seq: number): State => {
    while (states.length <= seq) {
      const entry = log.entries[states.length - 1];
      if (!entry) return initial;
      states.push(reduce(states.at(-1)!, entry));
    }
    return states[seq]!;
  };

  function check({ link, who }: Member): string | undefined {
    const { seq, confirmed } = link.picture.now();
    if (seq > log.entries.length) return `${who.actor.role} shows ${seq}, which is not in the log`;
    const right = canonical(redactState(who.view, stateAt(seq)));
    return canonical(confirmed) === right
      ? undefined
      : `${who.actor.role} shows something else than the log at ${seq}`;
  }

  return {
    ...{ log, processes, members, check },
    async crash(index) {
      const old = processes[index]!;
      old.alive = false;
      old.log.kill();
      closers.get(old)?.close();
      for (const { link } of members) if (link.server() === old) link.disconnect();
      processes[index] = await openProcess();
    },
    judge() {
      const head = log.entries.length;
      const wrong = members.map(check).filter((one) => one !== undefined);
      for (const { link, who } of members) {
        const { seq } = link.picture.now();
        if (seq !== head) wrong.push(`${who.actor.role} stands at ${seq} of ${head}`);
        const first = new Map<string, number>();
        for (const { command, answer } of link.answered) {
          const { id, type } = command;
          const before = first.get(id);
          if (before !== undefined && !(answer.ok && answer.seq === before))
            wrong.push(`${type} ${id} was answered with ${before}, then otherwise`);
          if (!answer.ok) {
            if (['internal', 'invalid', 'forbidden', 'command-id-taken'].includes(answer.code))
              wrong.push(`${type}: ${answer.code}`);
          } else if (answer.events.length > 0) {
            first.set(id, answer.seq);
            if (log.entries[answer.seq - 1]?.command.id !== id) wrong.push(`${id} was lost`);
          }
        }
      }
      const ids = log.entries.map((entry) => entry.command.id);
      if (new Set(ids).size !== ids.length) wrong.push('a command took effect twice');
      let hash = '';
      for (const [i, entry] of log.entries.entries()) {
        if (entry.seq !== i + 1 || hashOf(hash, entry) !== entry.hash) wrong.push('chain broken');
        hash = entry.hash;
      }
      for (const { commit } of processes)
        if (canonical(commit.now().state) !== canonical(stateAt(head)))
          wrong.push('a process folded something else than the log');
      return wrong;
    },
    close() {
      for (const process of processes) process.alive = false;
      for (const fanout of closers.values()) fanout.close();
    },
  };
}

/** Lets what the processes have begun go on for some turns of the loop. */
export async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await turn();
}
