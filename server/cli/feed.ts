import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { readMappings, type Mapping } from '../ingest/mapping.ts';
import { at } from '../ingest/path.ts';
import { readConfig } from '../config.ts';

/** `npm run feed -- <mapping> <file or folder>`: posts a source's records to a running Belfry, as a feed would. */
const HELP = `npm run feed -- <mapping> <file or folder> [--rate <records per second>] [--batch <n>]
                 [--url http://localhost:8080] [--token <token>]

  <mapping>   a file of config/feeds, without .yaml; "datex" for DATEX II (XML)
  the token may also stand in BELFRY_TOKEN; in demo mode it is belfry-demo-feed`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rate: { type: 'string' },
    batch: { type: 'string' },
    url: { type: 'string', default: 'http://localhost:8080' },
    token: { type: 'string', default: process.env['BELFRY_TOKEN'] ?? '' },
  },
});
const [mappingId, path] = positionals;
const rate = Number(values.rate ?? Infinity);
if (!mappingId || !path || Number.isNaN(rate) || rate <= 0) fail(HELP);

const config = resolve(process.env['BELFRY_CONFIG'] ?? 'config');
const types = new Map(readConfig(config).incidentTypes.map((type) => [type.id, type.priority]));
const mapping = readMappings(config, types).get(mappingId);
if (!mapping && mappingId !== 'datex') fail(`There is no mapping config/feeds/${mappingId}.yaml`);

interface Parcel {
  records: number;
  path: string;
  type: string;
  body: string;
}

/** What to post, in order: XML messages whole, JSON records in batches of lines. */
function parcels(file: string, use: Mapping | undefined): Parcel[] {
  const text = readFileSync(file, 'utf8');
  if (!use)
    return [{ records: 1, path: '/api/ingest/traffic', type: 'application/xml', body: text }];
  const records = recordsOf(text, use);
  const batch = Number(values.batch ?? Math.min(100, Math.max(1, Math.round(rate / 4))));
  const out: Parcel[] = [];
  for (let i = 0; i < records.length; i += batch) {
    const some = records.slice(i, i + batch);
    out.push({
      records: some.length,
      path: `/api/ingest/reports?feed=${use.id}`,
      type: 'application/x-ndjson',
      body: some.map((record) => JSON.stringify(record)).join('\n'),
    });
  }
  return out;
}

function recordsOf(text: string, use: Mapping): unknown[] {
  try {
    const body: unknown = JSON.parse(text);
    const found = use.records === undefined ? body : (at(body, use.records) ?? body);
    return Array.isArray(found) ? found : [found];
  } catch {
    // Not one document: a record on each line, then.
    return text
      .split('\n')
      .filter((line) => line.trim())
      .map((line): unknown => JSON.parse(line));
  }
}

interface Tally {
  accepted: number;
  unchanged: number;
  rejectedCount: number;
  rejected: { index: number; code: string; message: string; path?: string }[];
}

/** Posts until the server has it: a server that restarts or is full is tried again, up to every five seconds. */
async function post(parcel: Parcel): Promise<Tally> {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(values.url + parcel.path, {
      method: 'POST',
      headers: { 'content-type': parcel.type, authorization: `Bearer ${values.token}` },
      body: parcel.body,
    }).catch(() => undefined);
    if (response && (response.status < 500 || response.status === 501)) {
      const answer = (await response.json()) as Tally & { message?: string };
      if (answer.rejected === undefined) fail(`\n${response.status}: ${answer.message}`);
      return answer;
    }
    await pause(Math.min(5_000, 250 * 2 ** tries));
  }
}

const files = statSync(path).isDirectory()
  ? readdirSync(path)
      .sort()
      .map((name) => join(path, name))
  : [path];
const all = files.flatMap((file) => parcels(file, mapping));
const bar = new SingleBar(
  {
    format:
      '{bar} {value}/{total}  accepted {accepted}  unchanged {unchanged}  rejected {rejected}  {eta_formatted}',
  },
  Presets.shades_classic,
);
const total = { accepted: 0, unchanged: 0, rejected: 0 };
bar.start(
  all.reduce((sum, parcel) => sum + parcel.records, 0),
  0,
  total,
);
const mistakes: Tally['rejected'] = [];
const begun = performance.now();
let sent = 0;
for (const parcel of all) {
  const early = (sent / rate) * 1_000 - (performance.now() - begun);
  if (early > 0) await pause(early);
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
process.exit(total.rejected > 0 ? 1 : 0);

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
