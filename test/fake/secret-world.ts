import { vi } from 'vitest';
import { reduceFor } from '../../shared/reduce.ts';
import { explain } from '../../shared/explain.ts';
import { LANGS } from '../../shared/refusal.ts';
import { initial, type State } from '../../shared/folds.ts';
import { audienceOf, mayDo, redactState, viewOf } from '../../shared/role.ts';
import type { Role } from '../../shared/roles.ts';
import { canonical, fromPlain } from '../../shared/state.ts';
import type { Batch } from '../../shared/wire.ts';
import type { Who } from '../../server/auth/auth.ts';
import { openCommit } from '../../server/commit.ts';
import { openFanout } from '../../server/fanout.ts';
import { openGate, type Passed } from '../../server/gate.ts';
import { spaceModel } from '../../server/live.ts';
import { memoryLog } from '../fuzz/memory-log.ts';
import { plan, roles } from '../given.ts';
import { PEOPLE } from './call-list.ts';
import { CRISIS } from './plan.ts';
import { ALERTS } from './plates.ts';
import { makeRandom, type Random } from './random.ts';
import { mayKnow, openSecretJudge, tableOf } from './secret-judge.ts';
import { feedWork, hush, MAKES, type Subject } from './secret-work.ts';
import { makeWork, type Work } from './work.ts';

/** A room full of secrets: the real gate, commit and fan-out in one process, and a judge beside them. */
export type Move = [role: number, chance: number];

export interface SecretWorld {
  play(move: Move): Promise<void>;
  /** What was found wrong so far. */
  wrong(): string[];
  /** Looks at everything once more, at the end. */
  judge(): string[];
  /** Types of events that came about, and `probe` when somebody named a thing hidden from them. */
  reached(): Set<string>;
  close(): void;
}

const SPACE = 'live';
/** Where a command names a thing, and of which subject. */
const NAMES: Readonly<Record<string, Subject>> = {
  ...{ incident: 'incident', other: 'incident', report: 'report' },
  ...{ entry: 'journal', corrects: 'journal', perimeter: 'perimeter', run: 'task' },
  alarm: 'alarm',
  alert: 'anpr',
};

export async function openSecretWorld(): Promise<SecretWorld> {
  const log = memoryLog(SPACE);
  const commit = await openCommit({ log: log.open(), space: SPACE, model: spaceModel });
  const inForce = { ...plan, crisis: CRISIS };
  const gate = openGate({ spaces: new Map([[SPACE, commit]]), plan: () => inForce });
  const members = Object.entries(roles).map(([name, role]): Member => {
    const actor = { id: `p-${name}`, name: `Demo ${name}`, role: name };
    const who: Who = { account: undefined as never, actor, role, view: viewOf(role) };
    return { who, role, folded: initial, seq: 0, mark: undefined };
  });
  // Who is cleared for something makes more secrets.
  const often = members.flatMap((one) => Array<Member>(1 + 2 * one.role.cleared.length).fill(one));
  const people = members.map(({ who }) => ({ id: who.actor.id, name: who.actor.name }));
  const wrong: string[] = [];
  const reached = new Set<string>();
  const judge = openSecretJudge();
  let moves = 0;

  const fanout = openFanout({
    commit,
    emitBatch: (room, batch) => {
      for (const member of members) if (room === roomOf(member)) receive(member, batch);
    },
    emitBeat: () => {},
    tick: 20,
    beat: 3_600,
  });
  const roomOf = ({ who }: Member) => `${SPACE}/${audienceOf(who.view)}`;

  function receive(member: Member, batch: Batch): void {
    learn();
    const sent = JSON.parse(JSON.stringify(batch)) as Batch;
    search(member, 'a batch', sent);
    if (sent.after !== member.seq) wrong.push(`batch after ${sent.after} at ${member.seq}`);
    member.folded = sent.entries.reduce(reduceFor(member.who.view.sees), member.folded);
    member.seq = sent.upTo;
    member.mark = sent.mark;
  }

  const learn = () => judge.learn(commit.now().state);
  const search = (member: Member, what: string, sent: unknown) =>
    wrong.push(...judge.search(member.who.actor.role, what, sent));

  /** Everything but a refusal's code and place would tell of a hidden thing; and those must be as for no thing at all. */
  function searchAnswer(member: Member, passed: Passed): void {
    if (passed.ok) search(member, 'an answer', passed);
    else
      search(member, 'a refusal', [passed, ...LANGS.map((lang) => explain(passed.refusal, lang))]);
  }

  async function send(member: Member, id: string, work: Work): Promise<Passed> {
    judge.own(work, id, member.who.actor.id);
    const passed = await gate.submit(member.who, SPACE, { id, ...work });
    learn();
    if (passed.ok) {
      for (const { type } of log.entries[passed.seq - 1]?.events ?? []) reached.add(type);
    } else if (['internal', 'invalid'].includes(passed.refusal.code))
      wrong.push(`${work.type} was refused: ${JSON.stringify(passed)}`);
    searchAnswer(member, passed);
    return passed;
  }

  /** Names of things that this member may not see, in a command. */
  const hiddenIn = (member: Member, data: Record<string, unknown>): string[] =>
    Object.entries(NAMES)
      .filter(([field]) => typeof data[field] === 'string')
      .filter(([field, subject]) => {
        const row = tableOf(commit.now().state, subject).get(data[field] as string);
        return row !== undefined && !mayKnow(member.who.actor.role, subject, row);
      })
      .map(([field]) => field);

  async function play([which, chance]: Move): Promise<void> {
    const n = ++moves;
    const random = makeRandom(chance);
    const member = often[which % often.length]!;
    const { who, role } = member;
    const { state } = commit.now();
    // Now and then somebody names things that they cannot know of.
    const blind = random.chance(0.15);
    const seen = blind ? state : redactState(who.view, state);
    const worker = { ...who.actor, role, people, keep: 12 };
    const needle = `needle-${n}-end`;
    const work =
      who.actor.role === 'feed'
        ? feedWork(random, needle)
        : ((random.chance(0.6) ? hush(random, seen, role, needle) : undefined) ??
          makeWork(random, seen, worker, needle));
    if (!work || !mayDo(role, work.type)) return;
    const id = MAKES.includes(work.type) ? `thing-${n}-end` : `command-${n}`;
    const hidden = hiddenIn(member, work.data);
    const passed = await send(member, id, work);
    if (hidden.length > 0) {
      reached.add('probe');
      const ghost = { ...work.data, ...Object.fromEntries(hidden.map((f) => [f, `ghost-${n}`])) };
      const none = await send(member, `probe-${n}`, { type: work.type, data: ghost });
      if (JSON.stringify(none) !== JSON.stringify(passed))
        wrong.push(`${work.type} tells hidden from none: ${JSON.stringify([passed, none])}`);
    }
    await vi.advanceTimersByTimeAsync(25);
    if (n % 25 === 0) for (const one of members) look(one, random);
    if (n % 6 === 0) fold(member);
  }

  /** Asks for a picture, from the start or from where they are. */
  function look(member: Member, random: Random): void {
    const { seq, mark } = member;
    const join = { space: SPACE, after: random.chance(0.5) ? 0 : seq, ...(mark ? { mark } : {}) };
    const { joined } = fanout.join(member.who.view, join);
    const sent = JSON.parse(JSON.stringify(joined)) as typeof joined;
    search(member, 'a picture', sent);
    member.folded = sent.state
      ? fromPlain(sent.state)
      : (sent.entries ?? []).reduce(reduceFor(member.who.view.sees), member.folded);
    Object.assign(member, { seq: sent.seq, mark: sent.mark });
  }

  function fold(member: Member): void {
    const { seq, state } = commit.now();
    if (member.seq !== seq)
      wrong.push(`${member.who.actor.role} stands at ${member.seq} of ${seq}`);
    if (canonical(member.folded) !== canonical(redactState(member.who.view, state)))
      wrong.push(`${member.who.actor.role} folded something else at ${seq}`);
  }

  for (const member of members) fanout.join(member.who.view, { space: SPACE, after: 0 });
  // Somebody to call and vehicles that were seen, from the first entry on.
  await commit.submit({
    ...{ id: 'seed', type: 'test', actor: { id: 'seed', name: 'Seed', role: 'administrator' } },
    decide: () => ({ ok: true, events: [...PEOPLE, ...ALERTS] }),
  });
  await vi.advanceTimersByTimeAsync(25);
  return {
    play,
    wrong: () => wrong,
    judge() {
      members.forEach(fold);
      return wrong;
    },
    reached: () => reached,
    close: () => fanout.close(),
  };
}

interface Member {
  who: Who;
  role: Role;
  folded: State;
  seq: number;
  mark: string | undefined;
}
