import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { misread } from '../../shared/anpr/misread.ts';
import { normalise } from '../../shared/anpr/plate.ts';
import { readCatalogue } from '../anpr/catalogue.ts';
import { readHotLists } from '../anpr/list/files.ts';
import { entryOf } from '../anpr/list/line.ts';
import { readList } from '../anpr/list/read.ts';
import { readConfig } from '../config.ts';
import { drawPlate } from './anpr/picture.ts';
import { seeded } from './anpr/random.ts';
import { drive, inventVehicle, perSecond, type Passing, type Vehicle } from './anpr/traffic.ts';

/** `npm run anpr:sim`: the region's cameras, as if vehicles passed them. For demonstration, load and exercises; never against a server that works. */
const HELP = `npm run anpr:sim -- [--per-day 800000] [--rate <reads per second>] [--seconds <n>] [--seed 1]
                    [--hits 0.001] [--wrong 1] [--pictures listed|all|none] [--batch 50]
                    [--url http://localhost:8080] [--token <token>]

  --per-day   passages before all cameras in a day; how many in a second follows from the hour
  --rate      so many in a second instead, whatever the hour
  --hits      share of vehicles that stand on a list of config/hotlists
  --wrong     so many times as often as the table of confusions has them, mistakes in reading
  all vehicles are invented; the token may also stand in BELFRY_TOKEN (demo mode: belfry-demo-feed)`;

const { values } = readArguments();
const number = (text: string | undefined, otherwise: number, most = Infinity): number => {
  const value = text === undefined ? otherwise : Number(text);
  return value >= 0 && value <= most ? value : fail(HELP);
};
const perDay = number(values['per-day'], 800_000);
const rate = values.rate === undefined ? undefined : number(values.rate, 0);
const seconds = number(values.seconds, Infinity);
const hits = number(values.hits, 0.001, 1);
const wrong = number(values.wrong, 1, 100);
const batch = Math.max(1, number(values.batch, 50, 1_000));
const random = seeded(number(values.seed, 1));

const config = resolve(process.env['BELFRY_CONFIG'] ?? 'config');
const { cameras } = readCatalogue(config);
const listed = listedVehicles();
const total = { sent: 0, accepted: 0, rejected: 0, listed: 0, wrong: 0 };
const wanted = (now: number): number =>
  rate ?? perSecond(DateTime.fromMillis(now, { zone: 'Europe/Brussels' }).hour, perDay);
/** Above this many reads a second vehicles do not drive: one passage each, anywhere. */
const LOAD = 300;
/** Drives that began so long ago are under way when we start. */
const UNDER_WAY_MS = 30 * 60_000;
const perDrive = passagesPerDrive();

const begun = Date.now();
/** Still to come, the next one last. */
let coming = wanted(begun) > LOAD ? [] : drives(begun - UNDER_WAY_MS, begun);
let told = begun;
for (let last = begun; last < begun + seconds * 1_000;) {
  await pause(last + 100 - Date.now());
  const now = Date.now();
  const due = wanted(now) > LOAD ? anywhere(last, now) : passing(last, now);
  last = now;
  for (let at = 0; at < due.length; at += batch) await post(due.slice(at, at + batch), now);
  if (now - told > 10_000) {
    told = now;
    console.log(tellTotal());
  }
}
console.log(tellTotal());

function passing(from: number, to: number): Passing[] {
  coming = [...drives(from, to), ...coming].sort((a, b) => b.at - a.at);
  const next = coming.findIndex(({ at }) => at <= to);
  return next < 0 ? [] : coming.splice(next).reverse();
}

/** Passages from `from` on of the vehicles that set out between these moments. */
function drives(from: number, to: number): Passing[] {
  const count = spread(((to - from) / 1_000) * (wanted(to) / perDrive));
  return Array.from({ length: count }, () =>
    drive(vehicleOf(), cameras, from + random() * (to - from), random),
  )
    .flat()
    .filter(({ at }) => at >= begun)
    .sort((a, b) => b.at - a.at);
}

function anywhere(from: number, to: number): Passing[] {
  return Array.from({ length: spread(((to - from) / 1_000) * wanted(to)) }, () => ({
    ...drive(vehicleOf(), cameras, to, random)[0]!,
    at: to,
  }));
}

/** A whole number, on average the given one. */
function spread(mean: number): number {
  return Math.floor(mean + random());
}

function vehicleOf(): Vehicle {
  const known = listed.length > 0 && random() < hits;
  return known ? listed[Math.floor(random() * listed.length)]! : inventVehicle(random);
}

function passagesPerDrive(): number {
  const some = seeded(3);
  const count = 400;
  const all = Array.from({ length: count }, () => drive(inventVehicle(some), cameras, 0, some));
  return all.flat().length / count;
}

async function post(passings: readonly Passing[], now: number): Promise<void> {
  const body = passings.map((one) => JSON.stringify(recordOf(one, now))).join('\n');
  const answer = await fetch(new URL('/api/ingest/anpr', values.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-ndjson',
      authorization: `Bearer ${values.token}`,
      'accept-language': 'en',
    },
    body,
  }).catch(() => undefined);
  total.sent += passings.length;
  if (!answer) return void (total.rejected += passings.length);
  const tally = (await answer.json()) as {
    accepted?: number;
    rejectedCount?: number;
    rejected?: { message: string; path?: string }[];
    message?: string;
  };
  if (tally.accepted === undefined) fail(`The server said ${answer.status}: ${tally.message}`);
  total.accepted += tally.accepted;
  total.rejected += tally.rejectedCount ?? 0;
  const [first] = tally.rejected ?? [];
  if (first && total.rejected < 10) console.error(`${first.path ?? ''}: ${first.message}`);
}

/** As our own JSON has it: `docs/anpr-ingest.md`. */
function recordOf({ vehicle, camera, at, direction, speed }: Passing, now: number): object {
  const whole = normalise(vehicle.plate);
  const plate = misread(whole, random, wrong);
  const isWrong = plate !== whole;
  // How sure the engine says that it is: less so where it is wrong, but not always.
  const confidence = isWrong ? 0.55 + random() * 0.4 : 0.86 + random() * 0.14;
  const isListed = listed.includes(vehicle);
  if (isListed) total.listed += 1;
  if (isWrong) total.wrong += 1;
  const wanted = values.pictures === 'all' || (values.pictures === 'listed' && isListed);
  const { kind, colour, make, country } = vehicle;
  return {
    ...{
      camera,
      at: new Date(Math.min(at, now)).toISOString(),
      plate,
      country,
      direction,
      speed,
    },
    confidence: Math.round(confidence * 1_000) / 1_000,
    vehicle: { kind, colour, make },
    ...(wanted
      ? { picture: drawPlate(vehicle.plate, vehicle.country, random).toString('base64') }
      : {}),
  };
}

/** Those of the lists that are shipped, with what their picture would show. */
function listedVehicles(): Vehicle[] {
  const restrictions = Object.keys(readConfig(config).roles.restrictions);
  return readHotLists(config, restrictions).flatMap(({ bytes }) =>
    readList(bytes, { reason: '-', secret: '' }).lines.map((line): Vehicle => {
      const { plate, country = 'BE', vehicle = '' } = entryOf(line);
      // As the list describes it: make, then colour.
      const [make, colour] = vehicle.split(',').map((one) => one.trim());
      const invented = inventVehicle(random);
      return { ...invented, plate, country, ...(make && colour ? { make, colour } : {}) };
    }),
  );
}

function tellTotal(): string {
  const { sent, accepted, rejected } = total;
  return `${sent} sent, ${accepted} accepted, ${rejected} not; of listed vehicles ${total.listed}, misread ${total.wrong}`;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        'per-day': { type: 'string' },
        rate: { type: 'string' },
        seconds: { type: 'string' },
        seed: { type: 'string' },
        hits: { type: 'string' },
        wrong: { type: 'string' },
        pictures: { type: 'string', default: 'listed' },
        batch: { type: 'string' },
        url: { type: 'string', default: 'http://localhost:8080' },
        token: { type: 'string', default: process.env['BELFRY_TOKEN'] ?? 'belfry-demo-feed' },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.max(0, ms)));
}
