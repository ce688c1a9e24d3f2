import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { readConfig } from '../config.ts';
import { readMappings, type Mapping } from '../ingest/mapping.ts';
import { at } from '../ingest/path.ts';

/** `npm run feed -- <mapping> <file or folder>`: posts a source's records to a running Belfry, as a feed would. */
const HELP = `npm run feed -- <mapping> <file or folder> [--rate <records per second>] [--batch <n>]
                 [--url http://localhost:8080] [--token <token>]

  <mapping>   a file of config/feeds, without .yaml; "datex" for DATEX II (XML)
  <folder>    its .xml files (datex), or its .json, .geojson, .ndjson and .jsonl files, by name
  the token may also stand in BELFRY_TOKEN; in demo mode it is belfry-demo-feed`;

const bar = new SingleBar(
  {
    format:
      '{bar} {value}/{total}  accepted {accepted}  unchanged {unchanged}  rejected {rejected}  {eta_formatted} {note}',
  },
  Presets.shades_classic,
);
const { values, positionals } = readArguments();
const [mappingId, path] = positionals;
const rate = positive(values.rate, Infinity);
const batch = Math.ceil(positive(values.batch, Math.min(100, Math.max(1, rate / 4))));
if (!mappingId || !path) fail(HELP);

const mapping = findMapping(mappingId);
const parcels = filesOf(path, mapping ? /\.(json|geojson|ndjson|jsonl)$/i : /\.xml$/i).flatMap(
  (file) => parcelsOf(file, mapping),
);
const total = { accepted: 0, unchanged: 0, rejected: 0, note: '' };
bar.start(
  parcels.reduce((sum, parcel) => sum + parcel.records, 0),
  0,
  total,
);
const mistakes: Tally['rejected'] = [];
let sent = 0;
let turn = performance.now();
for (const parcel of parcels) {
  // After a wait for the server the rate goes on as before: what was missed is not hurried after.
  await pause(turn - performance.now());
  turn = Math.max(turn, performance.now()) + (parcel.records / rate) * 1_000;
  const tally = await post(parcel);
  mistakes.push(...tally.rejected.map((one) => ({ ...one, index: one.index + sent })));
  sent += parcel.records;
  total.accepted += tally.accepted;
  total.unchanged += tally.unchanged;
  total.rejected += tally.rejectedCount;
  bar.increment(parcel.records, total);
}
bar.stop();
// Where there is no screen to draw a bar on, the result still is told.
if (!process.stdout.isTTY)
  console.log(
    `${sent} sent: ${total.accepted} accepted, ${total.unchanged} unchanged, ${total.rejected} rejected`,
  );
for (const { index, code, message, path: where } of mistakes.slice(0, 20))
  console.error(`record ${index}: ${message} (${code}${where ? ` at ${where}` : ''})`);
if (total.rejected > 20) console.error(`… and ${total.rejected - 20} more`);
process.exit(total.rejected > 0 ? 1 : 0);

interface Parcel {
  records: number;
  path: string;
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

interface Tally {
  accepted: number;
  unchanged: number;
  rejectedCount: number;
  rejected: { index: number; code: string; message: string; path?: string }[];
}

/** What to post, in order: XML messages whole and byte by byte (they say their encoding themselves), records as lines. */
function parcelsOf(file: string, use: Mapping | undefined): Parcel[] {
  const bytes = new Uint8Array(readFileSync(file));
  if (!use)
    return [{ records: 1, path: '/api/ingest/traffic', type: 'application/xml', body: bytes }];
  const lines = linesOf(file, new TextDecoder().decode(bytes), use);
  return Array.from({ length: Math.ceil(lines.length / batch) }, (_, i) => {
    const some = lines.slice(i * batch, (i + 1) * batch);
    return {
      records: some.length,
      path: `/api/ingest/reports?feed=${encodeURIComponent(use.id)}`,
      type: 'application/x-ndjson',
      body: some.join('\n'),
    };
  });
}

/** A document's records as lines; or the file's own lines, of which the server says which ones are broken. */
function linesOf(file: string, text: string, use: Mapping): string[] {
  const body = parse(text);
  if (body !== undefined) {
    const found = use.records === undefined ? body : (at(body, use.records) ?? body);
    return (Array.isArray(found) ? found : [found]).map((record) => JSON.stringify(record));
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  if (!lines.some((line) => parse(line) !== undefined)) fail(`${file}: this is no JSON`);
  return lines;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Posts until the server has it: one that restarts, is full or too busy is tried again, at most five seconds apart. */
async function post(parcel: Parcel): Promise<Tally> {
  for (let tries = 0; ; tries += 1) {
    const { status, body } = await send(parcel);
    const answer = parse(body) as (Partial<Tally> & { message?: string }) | undefined;
    if (answer?.rejected) {
      total.note = '';
      return answer as Tally;
    }
    // 0: not reached, or cut off before the whole answer was here; sending again changes nothing twice.
    const passing = [0, 502, 503, 504, 507].includes(status) || (status === 500 && tries < 5);
    if (!passing) fail(`The server said ${status}: ${answer?.message ?? 'it is no Belfry'}`);
    total.note = answer?.message ?? `waiting for ${values.url}`;
    bar.update(total);
    if (tries === 2 && !process.stdout.isTTY) console.error(total.note);
    await pause(Math.min(5_000, 250 * 2 ** tries));
  }
}

async function send(parcel: Parcel): Promise<{ status: number; body: string }> {
  try {
    const response = await fetch(new URL(parcel.path, values.url), {
      method: 'POST',
      headers: {
        'content-type': parcel.type,
        authorization: `Bearer ${values.token}`,
        'accept-language': 'en',
      },
      body: parcel.body,
    });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: '' };
  }
}

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        rate: { type: 'string' },
        batch: { type: 'string' },
        url: { type: 'string', default: 'http://localhost:8080' },
        token: { type: 'string', default: process.env['BELFRY_TOKEN'] ?? '' },
      },
    });
    if (!/^https?:$/.test(URL.parse(parsed.values.url)?.protocol ?? '')) fail(HELP);
    return parsed;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function findMapping(id: string): Mapping | undefined {
  if (id === 'datex') return undefined;
  try {
    const config = resolve(process.env['BELFRY_CONFIG'] ?? 'config');
    const types = new Map(readConfig(config).incidentTypes.map((type) => [type.id, type.priority]));
    const mappings = readMappings(config, types);
    return (
      mappings.get(id) ??
      fail(`There is no mapping "${id}": datex, ${[...mappings.keys()].join(', ')}`)
    );
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function filesOf(where: string, names: RegExp): string[] {
  const about = statSync(where, { throwIfNoEntry: false });
  if (!about) fail(`${where}: not found`);
  if (!about.isDirectory()) return [where];
  const found = readdirSync(where).filter((name) => names.test(name));
  return found.length > 0
    ? found.sort().map((name) => join(where, name))
    : fail(`${where}: nothing here that this mapping reads`);
}

function positive(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  return number > 0 ? number : fail(HELP);
}

function fail(why: string): never {
  bar.stop();
  console.error(why);
  process.exit(1);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, ms)));
}
