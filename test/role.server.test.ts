import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../shared/entry.ts';
import { reduce } from '../shared/reduce.ts';
import { LANGS } from '../shared/refusal.ts';
import { initial, type State } from '../shared/folds.ts';
import { mayDo, redactState, viewOf } from '../shared/role.ts';
import { canonical } from '../shared/state.ts';
import type { Answer, Down, Up } from '../shared/wire.ts';
import { PROTOCOL_VERSION } from '../shared/protocol.ts';
import type { Log } from '../server/log/log.ts';
import { openSqliteLog } from '../server/log/sqlite.ts';
import { start, type Belfry } from '../server/main.ts';
import { roles } from './given.ts';
import { signInAs } from './fake/client.ts';
import { openPicture, type FakePicture } from './fake/picture.ts';
import { makeRandom, type Random } from './fake/random.ts';
import { openSecretJudge } from './fake/secret-judge.ts';
import { feedWork, hush, MAKES } from './fake/secret-work.ts';
import { makeWork, type Work } from './fake/work.ts';

/** P4 on a running server: whatever leaves it, by socket or by HTTP, is searched as it comes off the line. */
const COMMANDS = 400 * Number(process.env['BELFRY_RUNS'] ?? 1);
const SEED = Number(process.env['FUZZ_SEED'] ?? 7);

let belfry: Belfry;
let log: Log;
let data: string;
const members: Member[] = [];
const judge = openSecretJudge();
const wrong: string[] = [];
let truth: State = initial;
let head = 0;

interface Member {
  role: string;
  /** Account id. */
  person: string;
  headers: Record<string, string>;
  /** Machines have none. */
  socket?: Socket<Down, Up>;
  picture: FakePicture;
  /** Messages as they came off the line, not yet searched. */
  raw: string[];
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'belfry-role-'));
  belfry = await start({ data, port: 0, demo: true, quiet: true });
  log = await openSqliteLog({ dataDir: data });
  await Promise.all(
    Object.keys(roles).map(async (role) => {
      const member: Member = { role, person: '', headers: {}, picture: openPicture(), raw: [] };
      members.push(member);
      if (roles[role]!.machine) member.headers['authorization'] = `Bearer belfry-demo-${role}`;
      else {
        member.headers['cookie'] = await signInAs(belfry.url, role);
        const me = (await (await http(member, '/api/session')).json()) as {
          person: { id: string };
        };
        member.person = me.person.id;
        await connect(member);
      }
    }),
  );
  members.sort((a, b) => (a.role < b.role ? -1 : 1));
}, 60_000);
afterAll(async () => {
  for (const { socket } of members) socket?.disconnect();
  await log.close();
  await belfry.close();
  rmSync(data, { recursive: true, force: true });
});

async function connect(member: Member): Promise<void> {
  const socket: Socket<Down, Up> = io(belfry.url, {
    ...{
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: member.headers['cookie']! },
    },
    auth: { protocol: PROTOCOL_VERSION, lang: 'fr' },
  });
  socket.io.engine.on('packet', ({ data: text }: { data?: unknown }) => {
    if (typeof text === 'string') member.raw.push(text);
  });
  member.socket = socket;
  await new Promise<void>((done, failed) => {
    socket.once('connect', done);
    socket.once('connect_error', failed);
  });
  await rejoin(member, true);
  socket.on('batch', (batch) => void member.picture.onBatch(batch));
}

/** Asks for a picture anew: from the start, or from where they are. */
async function rejoin(member: Member, whole: boolean): Promise<void> {
  const mine = whole ? { after: 0 } : member.picture.mine();
  const joined = await member.socket!.emitWithAck('join', { space: 'live', ...mine });
  if (!joined.ok) throw new Error(joined.code);
  member.picture.onJoined(joined);
}

/** Whatever HTTP answers, in whichever language; head and body. */
async function http(member: Member, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...member.headers, ...(init.headers as Record<string, string>) };
  const response = await fetch(`${belfry.url}${path}`, { ...init, headers });
  member.raw.push(JSON.stringify([...response.headers]), await response.clone().text());
  return response;
}

async function send(member: Member, random: Random, id: string, work: Work): Promise<void> {
  const command = { id, ...work };
  const lang = random.pick(LANGS);
  judge.own(work, id, member.person);
  if (member.socket && random.chance(0.6)) {
    const answer: Answer = await member.socket.emitWithAck('send', {
      space: 'live',
      command,
      lang,
    });
    if (!answer.ok && answer.code === 'internal') wrong.push(`${work.type}: internal`);
    return;
  }
  const response = await http(member, '/api/spaces/live/commands', {
    ...{ method: 'POST', body: JSON.stringify(command) },
    headers: { 'content-type': 'application/json', 'accept-language': lang },
  });
  if (response.status >= 500) wrong.push(`${work.type}: ${response.status}`);
}

/** Takes over what was written meanwhile, and searches what came off the lines. */
async function look(): Promise<void> {
  for (let page: Entry[]; (page = await log.read('live', head, 500)).length > 0;)
    for (const entry of page) {
      truth = reduce(truth, entry);
      head = entry.seq;
      judge.learn(truth);
    }
  for (const member of members)
    for (const text of member.raw.splice(0))
      wrong.push(...judge.search(member.role, 'a message', text));
}

const ask = (member: Member, random: Random): Promise<unknown> => {
  const after = random.int(0, head + 1);
  const lang = { 'accept-language': random.pick(LANGS) };
  const ndjson = { accept: 'application/x-ndjson' };
  const any = random.pick(members.map(({ role }) => role));
  return Promise.all([
    http(member, `/api/spaces/live/entries?after=${after}&limit=1000`),
    http(member, `/api/spaces/live/entries?after=${after}`, { headers: ndjson }),
    http(member, '/api/spaces/live/state'),
    http(member, `/api/spaces/live/state?at=${after}`),
    http(member, `/api/spaces/live/state?at=${head + 9}`, { headers: lang }),
    http(member, '/api/spaces/ex-none/state', { headers: lang }),
    http(member, `/api/accounts/${any}`, { method: 'PATCH', headers: lang }),
    ...['session', 'people', 'settings', 'accounts', 'nothing'].map((path) =>
      http(member, `/api/${path}`, { headers: lang }),
    ),
    http(member, '/metrics'),
  ]);
};

test('[P4.3] [P4.4] [P4.5] nothing secret in any message or answer of a running server, for any role', async () => {
  const random = makeRandom(SEED);
  const supervisor = members.find(({ role }) => role === 'supervisor')!;
  const people = (await (await http(supervisor, '/api/people')).json()) as {
    id: string;
    name: string;
  }[];
  const often = members.flatMap((one) =>
    Array<Member>(1 + 2 * roles[one.role]!.cleared.length).fill(one),
  );
  for (let n = 1; n <= COMMANDS; n++) {
    const member = random.pick(often);
    const role = roles[member.role]!;
    // Now and then somebody names things that they cannot know of.
    const seen = random.chance(0.15) ? truth : redactState(viewOf(role), truth);
    const needle = `needle-${n}-end`;
    const id = `thing-${n}-end`;
    const me = people.find(({ name }) => name.endsWith(role.title.en)) ?? people[0]!;
    const work =
      member.role === 'feed'
        ? feedWork(random, needle)
        : ((random.chance(0.6) ? hush(random, seen, role, needle) : undefined) ??
          makeWork(random, seen, { ...me, role, people, keep: 12 }, needle));
    // Also what the role may not do: `forbidden` must tell nothing either.
    if (!work || (!mayDo(role, work.type) && random.chance(0.7))) continue;
    await send(member, random, MAKES.includes(work.type) ? id : `command-${n}`, work);
    await look();
    if (n % 20 === 0) await ask(random.pick(members), random);
    const joiner = random.pick(members);
    if (n % 10 === 0 && joiner.socket) await rejoin(joiner, random.chance(0.5));
  }
  for (const member of members) await ask(member, random);
  await look();
  expect(wrong).toEqual([]);
  expect(head).toBeGreaterThan(COMMANDS / 3);
  // It was no quiet night: there were secrets.
  expect(canonical(truth)).toMatch(/"restrictions":\["(medical|police)/);
}, 120_000);

test('[P4.6] what every role has folded off its line is what it may see', async () => {
  for (const { role, socket, picture } of members) {
    if (!socket) continue;
    await expect.poll(() => picture.now().seq, { timeout: 5_000 }).toBe(head);
    const right = canonical(redactState(viewOf(roles[role]!), truth));
    expect([role, canonical(picture.now().confirmed) === right]).toEqual([role, true]);
  }
});

test('[P4.5] a machine gets no picture at all: no socket, an empty state, empty entries', async () => {
  const feed = members.find(({ role }) => role === 'feed')!;
  const { entries } = (await (await http(feed, '/api/spaces/live/entries')).json()) as {
    entries: { events: unknown[]; actor: { id: string } }[];
  };
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.every(({ events, actor }) => events.length === 0 && actor.id === '-')).toBe(true);
  const socket = io(belfry.url, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false },
    ...{ extraHeaders: feed.headers, auth: { protocol: PROTOCOL_VERSION, lang: 'en' } },
  });
  const error = await new Promise<Error & { data?: object }>((done) =>
    socket.once('connect_error', done),
  );
  expect(error.data).toEqual({ code: 'signed-out' });
  socket.disconnect();
});
