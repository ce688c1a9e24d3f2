import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing, type RefusalCode } from '../../shared/refusal.ts';
import type { Role } from '../../shared/roles.ts';
import type { Answer } from '../../shared/wire.ts';
import { openConsole, signInAs, type FakeConsole, type Sent } from '../fake/client.ts';
import { makeRandom, type Random } from '../fake/random.ts';
import { makeWork, type Worker } from '../fake/work.ts';
import { needleOf } from './judge.ts';

/** Twenty people at their consoles, who type on whatever happens to the server. */
export const CREW = [
  ...['operator', 'operator', 'operator', 'operator', 'operator', 'operator'],
  ...['police', 'police', 'police', 'supervisor', 'supervisor', 'medical', 'medical'],
  ...['traffic', 'traffic', 'traffic', 'wall', 'wall', 'wall', 'auditor'],
];

export interface Member {
  role: string;
  rights: Role;
  console: FakeConsole;
}

export interface Tally {
  /** Acknowledged commands that made an entry: id → entry number. */
  acked: Map<string, number>;
  /** Acknowledged, and there was nothing to change. */
  idle: number;
  refused: Map<string, number>;
  /** Sent again after they had been acknowledged. */
  again: number;
  /** What must never happen, in words. */
  wrong: string[];
}

export interface Crew {
  members: Member[];
  tally: Tally;
  /** Stops typing; what is in the outboxes is still sent. */
  stop(): Promise<void>;
  close(): void;
}

/** Answers that would be a defect here: the crew never sends what is malformed or not allowed. */
const NEVER = ['internal', 'invalid', 'forbidden', 'command-unknown', 'command-id-taken'];

export async function openCrew(url: string, seed: number, pause: number): Promise<Crew> {
  const tally: Tally = { acked: new Map(), idle: 0, refused: new Map(), again: 0, wrong: [] };
  const cookies = new Map<string, string>();
  for (const role of new Set(CREW)) cookies.set(role, await signInAs(url, role));
  const get = async <T>(path: string, role: string): Promise<T> => {
    const response = await fetch(`${url}/api${path}`, { headers: { cookie: cookies.get(role)! } });
    return (await response.json()) as T;
  };
  const people = await get<{ id: string; name: string }[]>('/people', 'operator');
  let typing = true;

  const members = await Promise.all(
    CREW.map(async (role, index) => {
      const me = await get<{ person: { id: string; name: string }; rights: Role }>(
        '/session',
        role,
      );
      const random = makeRandom(seed * 1_000 + index);
      const cookie = cookies.get(role)!;
      const onAnswer = (command: Sent, answer: Answer) => note(tally, command, answer);
      const onBye = (code: string) => tally.wrong.push(`${role} was told bye: ${code}`);
      const fake = openConsole({ url, cookie, onAnswer, onBye });
      const persons = people.map(({ id, name }) => ({ id, name }));
      const worker = { ...me.person, role: me.rights, people: persons, keep: 60 };
      return { role, rights: me.rights, console: fake, done: type(fake, worker, random) };
    }),
  );

  /** Types, and now and then sends once more what was answered already. */
  async function type(fake: FakeConsole, worker: Worker, random: Random): Promise<void> {
    const before: Sent[] = [];
    let count = 0;
    while (typing) {
      await sleep(random() * pause * 2);
      if (fake.waiting() > 20) continue;
      const needle = needleOf(`${worker.id.slice(-4)}-${random.int(0, 2 ** 31)}-${count++}`);
      const work = makeWork(random, fake.state(), worker, needle);
      if (!work) continue;
      const id = fake.send(work.type, work.data);
      before.push({ id, ...work });
      if (!random.chance(0.1) || !fake.joined()) continue;
      const old = before.length > 50 ? before.shift()! : random.pick(before);
      void sayAgain(fake, old);
    }
  }

  async function sayAgain(fake: FakeConsole, command: Sent): Promise<void> {
    const first = tally.acked.get(command.id);
    if (first === undefined) return;
    const answer = await fake.again(command).catch(() => undefined);
    if (!answer) return;
    tally.again += 1;
    if (!answer.ok && isPassing(answer.code as RefusalCode)) return;
    if (!answer.ok || answer.seq !== first)
      tally.wrong.push(`${command.type} again: ${JSON.stringify(answer).slice(0, 200)}`);
  }

  return {
    members,
    tally,
    async stop() {
      typing = false;
      await Promise.all(members.map((member) => member.done));
    },
    close: () => members.forEach((member) => member.console.close()),
  };
}

function note(tally: Tally, command: Sent, answer: Answer): void {
  if (answer.ok) {
    if (answer.events.length > 0) tally.acked.set(command.id, answer.seq);
    else tally.idle += 1;
    return;
  }
  tally.refused.set(answer.code, (tally.refused.get(answer.code) ?? 0) + 1);
  if (NEVER.includes(answer.code))
    tally.wrong.push(`${command.type}: ${JSON.stringify(answer).slice(0, 300)}`);
}
