import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { badCommand, brokenJson, impossible, nested } from './bad-command.ts';
import type { Shot } from './throw.ts';

/** What is thrown at the HTTP doors, each under the name of its kind. */
export interface Keys {
  /** Cookie of a person who may do nearly everything. */
  supervisor: string;
  administrator: string;
  /** Bearer token of a machine that may deliver reports. */
  feed: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const COMMANDS = '/api/spaces/live/commands';
let count = 0;
const id = () => `bad-${Date.now()}-${count++}`;

export function commandShots(seed: number, keys: Keys, runs: number): Shot[] {
  const headers = { ...JSON_TYPE, cookie: keys.supervisor };
  const post = { method: 'POST', path: COMMANDS, headers };
  const commands = fc.sample(badCommand, { seed, numRuns: runs });
  const broken = fc.sample(brokenJson, { seed, numRuns: Math.ceil(runs / 6) });
  return [
    ...commands.map((body) => ({ ...post, name: 'bad command', body })),
    ...broken.map((body) => ({ ...post, name: 'broken JSON', body })),
    ...impossible.map(({ type, data, code, path }) => {
      const body = JSON.stringify({ id: id(), type, data });
      return { ...post, name: `impossible ${type}`, body, code, place: path };
    }),
  ];
}

/** An id that was used for something else: by another type, or by another person. */
export function collisions(keys: Keys, taken: { id: string; type: string; data: object }): Shot[] {
  const other = { id: taken.id, type: 'report.file', data: VALID_REPORT };
  const post = { method: 'POST', path: COMMANDS, code: 'command-id-taken', place: 'id' };
  const as = (cookie: string) => ({ ...JSON_TYPE, cookie });
  return [
    { ...post, name: 'id of another', headers: as(keys.supervisor), body: JSON.stringify(other) },
    { ...post, name: 'id of others', headers: as(keys.administrator), body: JSON.stringify(taken) },
  ];
}
const VALID_REPORT = { priority: 1, text: 'Botsing', channel: 'phone' };

const XML_BOMB = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "x">${Array.from(
  { length: 12 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join('')}]><d2LogicalModel>&a12;</d2LogicalModel>`;
const XML_FILE =
  '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d2LogicalModel>&f;</d2LogicalModel>';

const xml = fc.oneof(
  fc.constantFrom(
    ...[XML_BOMB, XML_FILE, '', '<', '<a>', '</a>', '<a></b>', '<a b=>', '<a><![CDATA[', '&x;'],
    ...[nested(10_000, '<a>', '</a>'), '<a '.repeat(5_000), '<?xml version="9.9"?><a/>', '{}'],
    `<a ${Array.from({ length: 5_000 }, (_, i) => `b${i}="1"`).join(' ')}/>`,
    '<d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0"><payloadPublication/></d2LogicalModel>',
    '<__proto__><polluted>1</polluted></__proto__>',
  ),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

/** The doors beside the gate's. */
export function otherShots(seed: number, keys: Keys, runs: number): Shot[] {
  const sample = <T>(arbitrary: fc.Arbitrary<T>, share: number): T[] =>
    fc.sample(arbitrary, { seed: seed + share, numRuns: Math.ceil(runs * share) });
  const anyJson = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value));
  const feed = { authorization: `Bearer ${keys.feed}` };
  const door = (name: string, method: string, path: string, headers: Record<string, string>) => ({
    ...{ name, method, path, headers },
  });
  const reports = [
    '',
    '?feed=',
    '?feed=none',
    '?feed=..%2f..%2fetc',
    '?feed=a&feed=b',
    '?feed[]=x',
  ];
  const feeds = fc.tuple(
    fc.constantFrom(...reports),
    fc.constantFrom('application/json', 'application/x-ndjson', 'text/plain', 'x', ''),
    fc.oneof(
      anyJson,
      badCommand,
      brokenJson,
      fc.constantFrom(
        ...['{}\n{}\n'.repeat(100), '[null,1,"x",[],{}]', '{"id":"a"}', '{"text":"a"}'],
        ...['{"id":{"a":1},"text":["x"]}', '{"id":"","text":"x"}', '{"id":"a","text":"\\u0000"}'],
        ...[
          '{"__proto__":{"id":"a","text":"b"}}',
          '{"id":"a"}{"id":"b"}',
          '\n\n\n',
          'x\n'.repeat(500),
        ],
      ),
    ),
  );
  return [
    ...sample(feeds, 0.3).map(([query, type, body]) => ({
      ...door('reports', 'POST', `/api/ingest/reports${query}`, {
        ...feed,
        ...(type ? { 'content-type': type } : {}),
      }),
      body,
      perItem: true,
    })),
    ...sample(xml, 0.1).map((body) => ({
      ...door('traffic', 'POST', '/api/ingest/traffic', {
        ...feed,
        'content-type': 'application/xml',
      }),
      body,
      perItem: true,
    })),
    ...sample(xml, 0.05).map((body) => ({
      ...door('cap', 'POST', '/api/ingest/cap', { ...feed, 'content-type': 'application/xml' }),
      body,
      perItem: true,
    })),
    ...sample(fc.oneof(anyJson, brokenJson), 0.15).map((body) => ({
      ...door('session', 'POST', '/api/session', JSON_TYPE),
      body,
    })),
    ...sample(fc.oneof(anyJson, brokenJson), 0.15).map((body) => ({
      ...door('accounts', 'POST', '/api/accounts', { ...JSON_TYPE, cookie: keys.administrator }),
      body,
    })),
    ...sample(
      fc.oneof(
        anyJson.filter((text) => text !== '{}'),
        brokenJson,
      ),
      0.1,
    ).map((body) => ({
      ...door('account', 'PATCH', '/api/accounts/none', {
        ...JSON_TYPE,
        cookie: keys.administrator,
      }),
      body,
    })),
    ...sample(query, 0.15).map((path) => door('query', 'GET', path, { cookie: keys.supervisor })),
    ...sample(fc.base64String({ maxLength: 300 }), 0.05).map((secret) =>
      door('stranger', 'GET', '/api/session', {
        authorization: `Bearer ${secret}`,
        cookie: `belfry=${secret}`,
      }),
    ),
    ...oneOfEach(keys),
  ];
}

const number = fc.oneof(
  fc.constantFrom('-1', '1e99', 'NaN', '0x10', '1.5', '', ' ', '%00', 'null', '9'.repeat(400)),
  fc.constantFrom('10000-01-01T00:00:00.000Z', '2026-13-01T00:00:00Z', '[]', 'a'.repeat(5_000)),
);
const query = fc.oneof(
  number
    .filter((text) => text.trim() !== '' && text !== '0x10')
    .map((text) => `/api/spaces/live/state?at=${text}`),
  number
    .filter((text) => !['', ' ', '0x10'].includes(text))
    .map((text) => `/api/spaces/live/entries?after=${text}`),
  fc.constantFrom('0', '1001', '-5', 'x').map((text) => `/api/spaces/live/entries?limit=${text}`),
  fc
    .constantFrom('ex-none', 'accounts', '__proto__', 'constructor', '..', '%2e%2e', 'LIVE', 'a b')
    .map((text) => `/api/spaces/${encodeURI(text)}/state`),
);

/** Kinds of which one is enough. */
function oneOfEach(keys: Keys): Shot[] {
  const cookie = keys.supervisor;
  const command = JSON.stringify({ id: id(), type: 'report.file', data: VALID_REPORT });
  const post = (
    name: string,
    headers: Record<string, string>,
    body: Buffer | string,
    code: string,
  ) => ({
    ...{ name, method: 'POST', path: COMMANDS, headers: { cookie, ...headers }, body, code },
  });
  const get = (path: string, code?: string): Shot => ({
    ...{ name: `path ${path}`, method: 'GET', path, headers: { cookie, accept: '*/*' }, code },
  });
  const zip = gzipSync(Buffer.alloc(50_000_000, '['));
  return [
    post(
      'bad UTF-8',
      JSON_TYPE,
      Buffer.from(command.replace('Botsing', '\xff'), 'latin1'),
      'json-broken',
    ),
    post(
      '__proto__',
      JSON_TYPE,
      command.replace('"data":{', '"data":{"__proto__":{"x":1},'),
      'invalid',
    ),
    post('too large', JSON_TYPE, `"${'x'.repeat(300_000)}"`, 'too-large'),
    post('zip bomb', { ...JSON_TYPE, 'content-encoding': 'gzip' }, zip, 'too-large'),
    post('no zip', { ...JSON_TYPE, 'content-encoding': 'gzip' }, command, 'invalid'),
    post('unknown encoding', { ...JSON_TYPE, 'content-encoding': 'rot13' }, command, 'media-type'),
    post('charset', { 'content-type': 'application/json; charset=latin1' }, command, 'media-type'),
    post('utf-7', { 'content-type': 'application/json; charset=utf-7' }, command, 'media-type'),
    post('form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 'media-type'),
    post('plain', { 'content-type': 'text/plain' }, command, 'media-type'),
    post('multipart', { 'content-type': 'multipart/form-data; boundary=x' }, '--x', 'media-type'),
    post('no type', {}, command, 'invalid'),
    post('foreign page', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, command, 'forbidden'),
    post('nobody', { ...JSON_TYPE, cookie: 'belfry=x' }, command, 'signed-out'),
    post(
      'cookie storm',
      { ...JSON_TYPE, cookie: 'belfry=x;'.repeat(1_000) },
      command,
      'signed-out',
    ),
    post(
      'machine',
      { ...JSON_TYPE, cookie: '', authorization: `Bearer ${keys.feed}` },
      command,
      'forbidden',
    ),
    ...['/api', '/api/', '/api/none', '/api/spaces', '/api/spaces/live', '/api/accounts/..'].map(
      (path) => get(path),
    ),
    ...['/api/%E0%A4%A', '/api/spaces/%', '/api/spaces/%ff/state'].map((path) => get(path)),
    ...['/api/..%2f..%2fetc%2fpasswd', '/api/spaces/..%2f..%2fdata/state'].map((path) => get(path)),
    ...['/assets/..%2f..%2fetc/passwd', '/assets/%2e%2e/%2e%2e/package.json'].map((path) =>
      get(path),
    ),
    ...['/assets/x%00.js', `/api/${'a/'.repeat(3_000)}`, '/api/\\..\\..\\x'].map((path) =>
      get(path),
    ),
    ...['PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE', 'PROPFIND'].map((method) => ({
      ...{ name: `method ${method}`, method, path: COMMANDS, headers: { cookie } },
    })),
  ];
}
