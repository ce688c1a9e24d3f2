import { vi } from 'vitest';
import { checkCommand } from '../../shared/command.ts';
import { reduceFor } from '../../shared/reduce.ts';
import { explain, LANGS } from '../../shared/refusal.ts';
import { initial, type State } from '../../shared/registry.ts';
import { audienceOf, mayDo, redactState, viewOf, type Role } from '../../shared/role.ts';
import { canonical, fromPlain } from '../../shared/state.ts';
import type { Batch } from '../../shared/wire.ts';
import type { Who } from '../../server/auth/auth.ts';
import { openCommit } from '../../server/commit.ts';
import { openFanout } from '../../server/fanout.ts';
import { openGate, type Passed } from '../../server/gate.ts';
import { spaceModel } from '../../server/live.ts';
import { memoryLog } from '../fuzz/memory-log.ts';
import { plan, roles } from '../given.ts';
import { makeRandom, type Random } from './random.ts';
import { makeWork, type Work } from './work.ts';

/**
 * A room in which every text carries a needle (`needle-7-end`) and every thing a telling id
 * (`thing-7-end`), with a judge who knows from the whole state alone who may know which.
 */
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
const NEEDLE = /(?:needle|thing)-\d+-end/g;
/** Commands whose id becomes that of what they make. */
const MAKES = ['incident.open', 'report.file', 'journal.write'];
const TABLES = { incident: 'incidents', report: 'reports', journal: 'entries' } as const;
type Named = keyof typeof TABLES;
/** Where a command names a thing, and of which subject. */
const NAMES: Readonly<Record<string, Named>> = {
  ...{ incident: 'incident', other: 'incident', report: 'report' },
  ...{ entry: 'journal', corrects: 'journal' },
};

export async function openSecretWorld(): Promise<SecretWorld> {
  const log = memoryLog(SPACE);
  const commit = await openCommit({ log: log.open(), space: SPACE, model: spaceModel });
  const gate = openGate({ spaces: new Map([[SPACE, commit]]), plan });
  const members = Object.entries(roles).map(([name, role]): Member => {
    const actor = { id: `p-${name}`, name: `Demo ${name}`, role: name };
    const who: Who = { account: undefined as never, actor, role, view: viewOf(role) };
    return { who, role, may: new Set(), folded: initial, seq: 0, mark: undefined };
  });
  // Who is cleared for something makes more secrets.
  const often = members.flatMap((one) => Array<Member>(1 + 2 * one.role.cleared.length).fill(one));
  const people = members.map(({ who }) => ({ id: who.actor.id, name: who.actor.name }));
  const wrong: string[] = [];
  const reached = new Set<string>();
  const owners = new Map<string, { subject: Named; id: string }>();
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

  /** Judged anew from the row itself: the subject is sent, and all restrictions on it are cleared. */
  function mayKnow({ role }: Member, subject: Named, row: { restrictions?: unknown } | undefined) {
    const needed = (row?.restrictions ?? []) as string[];
    return row && role.sees.includes(subject) && needed.every((one) => role.cleared.includes(one));
  }
  const rowOf = (subject: Named, id: string) =>
    (commit.now().state[subject] as unknown as Record<string, State['report']['reports']>)[
      TABLES[subject]
    ]!.get(id);

  /** Whoever sees a thing now may know its id, and all that was ever written of it. */
  function learn(): void {
    for (const member of members) {
      for (const subject of Object.keys(TABLES) as Named[])
        for (const [id, row] of tableOf(subject))
          if (mayKnow(member, subject, row)) member.may.add(id);
      for (const [needle, { subject, id }] of owners)
        if (mayKnow(member, subject, rowOf(subject, id))) member.may.add(needle);
    }
  }
  const tableOf = (subject: Named): Iterable<[string, { restrictions?: unknown }]> =>
    (commit.now().state[subject] as unknown as Record<string, Iterable<[string, object]>>)[
      TABLES[subject]
    ]!;

  function search(member: Member, what: string, sent: unknown): void {
    const text = JSON.stringify(sent);
    const { role, may } = member;
    for (const found of new Set(text.match(NEEDLE)))
      if (!may.has(found)) wrong.push(`${what} for ${member.who.actor.role} has ${found}`);
    if (!role.cleared.includes('personal') && /"contact"|555 01 23/.test(text))
      wrong.push(`${what} for ${member.who.actor.role} has a contact`);
  }

  /** Everything but a refusal's code and place would tell of a hidden thing; and those must be as for no thing at all. */
  function searchAnswer(member: Member, passed: Passed): void {
    if (passed.ok) return search(member, 'an answer', passed);
    search(member, 'a refusal', [passed, ...LANGS.map((lang) => explain(passed.refusal, lang))]);
  }

  async function send(member: Member, id: string, work: Work): Promise<Passed> {
    for (const needle of JSON.stringify(work.data).match(/needle-\d+-end/g) ?? [])
      owners.set(needle, ownerOf(work, id));
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
        const row = rowOf(subject, data[field] as string);
        return row !== undefined && !mayKnow(member, subject, row);
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
  /** Needles and ids that this role may know by now. */
  may: Set<string>;
  folded: State;
  seq: number;
  mark: string | undefined;
}

/** What makes things secret and open again, more often than people would do it. */
function hush(random: Random, state: State, role: Role, needle: string): Work | undefined {
  const { incidents } = state.incident;
  const any = <T>(list: Iterable<T>): T | undefined => {
    const all = [...list];
    return all.length > 0 ? random.pick(all) : undefined;
  };
  const incident = any(incidents.keys());
  const secret = any(incidents.valueSeq().filter((one) => one.restrictions));
  const cleared = role.cleared.filter((one) => plan.restrictions.includes(one));
  const about = (type: string, data: object): Work | undefined =>
    incident === undefined ? undefined : { type: `incident.${type}`, data: { incident, ...data } };
  const restrictions = cleared.filter(() => random.chance(0.4));
  const open = { type: 'fire', priority: 2, title: `Stil ${needle}`, restrictions };
  if (incidents.size < 6) return { type: 'incident.open', data: open };
  switch (random.int(0, 10)) {
    case 0:
    case 1:
    case 2:
      return cleared[0] ? about('restrict', { restriction: random.pick(cleared) }) : undefined;
    case 3: {
      const restriction = any(secret?.restrictions ?? []);
      return secret && { type: 'incident.release', data: { incident: secret.id, restriction } };
    }
    case 4:
    case 5:
      return about('link', { other: any(incidents.keys()) });
    case 6:
    case 7:
      return about('merge', { report: any(state.report.reports.keys()) ?? 'none' });
    case 8: {
      const merged = any(state.report.reports.valueSeq().filter((one) => one.incident));
      return merged && { type: 'report.reopen', data: { report: merged.id } };
    }
    default: {
      const closed = any(incidents.valueSeq().filter((one) => one.status === 'closed'));
      return closed
        ? { type: 'incident.archive', data: { incidents: [closed.id] } }
        : about('close', { summary: 'Einde' });
    }
  }
}

/** The thing that a command is about: who may see it may read what the command said. */
function ownerOf({ type, data }: Work, id: string): { subject: Named; id: string } {
  if (type === 'report.receive') return { subject: 'report', id: `demo:${String(data['record'])}` };
  if (type === 'report.dismiss') return { subject: 'report', id: String(data['report']) };
  if (type === 'report.file') return { subject: 'report', id };
  if (type === 'journal.write') return { subject: 'journal', id };
  if (type === 'incident.open') return { subject: 'incident', id };
  return { subject: 'incident', id: String(data['incident']) };
}

function feedWork(random: Random, needle: string): Work {
  const data = {
    ...{ feed: 'demo', record: `r-${random.int(0, 12)}`, priority: random.int(1, 5) },
    text: `Melding ${needle}`,
  };
  const checked = checkCommand({ id: 'x', type: 'report.receive', data });
  if (!checked.ok) throw new Error('not a report');
  return { type: 'report.receive', data };
}
