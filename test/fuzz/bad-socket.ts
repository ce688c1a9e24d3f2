import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { WebSocket } from '../fake/ws.ts';
import { badCommand, nested } from './bad-command.ts';
import { judgeRefusal } from './throw.ts';

/** The consoles' door: wrong words over a right line, and wrong lines. */

export async function openPlain(url: string, cookie: string): Promise<Socket> {
  const auth = { protocol: PROTOCOL_VERSION, lang: 'fr' };
  const headers = { extraHeaders: { cookie } };
  const socket = io(url, { transports: ['websocket'], forceNew: true, auth, ...headers });
  await new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(undefined));
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Throws wrong commands, joins and words; returns what was wrong with the answers. */
export async function throwWords(
  url: string,
  cookie: string,
  seed: number,
  runs: number,
): Promise<{ thrown: number; wrong: string[] }> {
  const wrong: string[] = [];
  let thrown = 0;
  const commands = fc.sample(badCommand, { seed, numRuns: runs }).map((text) => JSON.parse(text));
  const envelopes = fc.sample(fc.jsonValue({ maxDepth: 3 }), { seed, numRuns: runs / 4 });
  const joins = fc.sample(badJoin, { seed, numRuns: runs / 4 });
  const shots: [string, unknown[]][] = [
    ...commands.map((command): [string, unknown[]] => ['send', [{ space: 'live', command }]]),
    ...envelopes.map((value): [string, unknown[]] => ['send', [value]]),
    ...envelopes.map((value): [string, unknown[]] => ['send', [value, value]]),
    ...joins.map((join): [string, unknown[]] => ['join', [join]]),
    ['send', []],
    ['join', []],
    ['send', [Buffer.alloc(1_000)]],
    [
      'send',
      [{ space: 'live', command: { id: 'x-1', type: 'journal.write', data: Buffer.alloc(9) } }],
    ],
    ['nonsense', [1]],
    ['constructor', [{}]],
    ['__proto__', []],
  ];
  const queue = shots.filter(([, args]) => encodes(args)).values();
  const worker = async () => {
    const socket = await openPlain(url, cookie);
    for (const [event, args] of queue) {
      thrown += 1;
      const answer = await socket
        .timeout(5_000)
        .emitWithAck(event, ...args)
        .catch((error: Error) => ({ code: error.message }));
      const found = answer.ok === true ? 'accepted' : judgeRefusal(answer, 'fr');
      if (found) wrong.push(`${event}: ${found}; ${JSON.stringify(args).slice(0, 300)}`);
    }
    socket.disconnect();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { thrown, wrong };
}

/** socket.io's client walks its arguments recursively: very deep ones are for the raw line. */
function encodes(args: unknown[]): boolean {
  try {
    return JSON.stringify(args).length < 200_000;
  } catch {
    return false;
  }
}

const badJoin = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    { space: 'accounts', after: 0 },
    { space: 'live' },
    { space: 'live', after: -1 },
    { space: 'live', after: 1.5 },
    { space: 'live', after: 1e300 },
    { space: 'live', after: '0' },
    { space: 'ex-none', after: 0 },
    { space: '__proto__', after: 0 },
    { space: 'live', after: 0, mark: 'x'.repeat(65) },
    { space: 'live', after: 0, more: true },
  ),
);

/** Frames of engine.io and socket.io as no client of theirs sends them. */
export const badFrames: readonly (string | Buffer)[] = [
  ...['', ' ', '9', 'x', '4', '42', '42{', '42[', '42[]', '42["send"', '42["send",]', '4"'],
  ...['43', '430', '4399999999999999999999', '43-1[]', '44', '45', '46', '47', '4-', '40{"a"'],
  ...[
    '451-["send",{"_placeholder":true,"num":9}]',
    '4599999999-["send"]',
    '451-[{"_placeholder":1}]',
  ],
  ...['42/other,["send",{}]', '40/other,', '40/__proto__,', '42["disconnect"]', '42["error",1]'],
  ...['42["connect"]', '42["newListener"]', '42[1]', '42[null]', '42[{}]', '42["send",{}]', '421'],
  ...[
    '421["send"]',
    '42999999999999999["send",{}]',
    '41',
    '1',
    '5',
    '2probe',
    '3probe',
    '6',
    '0{}',
  ],
  `42["send",${nested(10_000)}]`,
  `421["send",{"space":"live","command":{"id":"d-1","type":"journal.write","data":{"text":${nested(10_000)}}}}]`,
  `451-["send",${nested(60_000)}]`,
  `42["send",${'"x"'.padEnd(300_000)}]`,
  '42["send","\ud800"]',
  Buffer.from([0, 1, 2, 255]),
  Buffer.alloc(300_000),
];

/** Sends one frame on a line of its own, signed in or not; resolves when it is closed or `ms` are over. */
export function throwFrame(
  url: string,
  frame: string | Buffer,
  options: { cookie?: string; greet?: boolean; path?: string; ms?: number },
): Promise<'closed' | 'open' | 'refused'> {
  const {
    cookie,
    greet = true,
    path = '/socket.io/?EIO=4&transport=websocket',
    ms = 400,
  } = options;
  return new Promise((resolve) => {
    const headers = cookie ? { cookie } : {};
    const socket = new WebSocket(url.replace('http', 'ws') + path, { headers });
    let opened = false;
    const end = (how: 'closed' | 'open' | 'refused') => {
      clearTimeout(late);
      socket.terminate();
      resolve(how);
    };
    const late = setTimeout(() => end('open'), ms);
    socket.on('error', () => end(opened ? 'closed' : 'refused'));
    socket.on('close', () => end('closed'));
    socket.on('open', () => {
      opened = true;
      if (greet) socket.send(`40{"protocol":${PROTOCOL_VERSION}}`);
      socket.send(frame);
    });
  });
}
