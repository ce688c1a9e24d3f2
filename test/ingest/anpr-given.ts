import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnprCamera } from '../../shared/anpr/camera.ts';
import type { PlateRead } from '../../shared/anpr/read.ts';
import { catalogueOf } from '../../server/anpr/catalogue.ts';
import { toldBy } from '../../server/ingest/anpr/formats.ts';
import { messagesOf } from '../../server/ingest/anpr/message.ts';
import { readMaker, type Made } from '../../server/ingest/anpr/read.ts';
import { readAnprFeed } from '../../server/ingest/anpr/feed.ts';

const folder = fileURLToPath(new URL('../../../shared/fixtures/anpr', import.meta.url));
export const noFixtures = existsSync(folder) ? '' : 'skipped: ../shared/fixtures is not here';
export const fixture = (name: string): Buffer => readFileSync(join(folder, name));

export const feed = readAnprFeed('config');
export const NOW = Date.parse('2026-11-24T08:00:00.000Z');

export const camera = (id: string, devices: string[], mobile = false): AnprCamera => ({
  ...{ id, devices, mobile, name: { nl: id, fr: id }, point: [4.35, 50.85], heading: 90 },
  ...{ owner: 'politiezone-5340', controller: 'police', basis: 'test', zone: 'Europe/Brussels' },
});
/** `anpr-one` answers to whatever the invented messages say. */
export const catalogue = catalogueOf([
  camera('anpr-one', [
    ...['BELFRY-T1', '02:00:5e:00:00:01', '192.0.2.7', 'frigate/gate', 'gate-cam', 'VS-1', '700'],
    ...['AB-12/Lpr Camera', 'site-x/701'],
  ]),
  camera('anpr-two', ['02:00:5e:00:00:01/2', 'BELFRY-T2', '192.0.2.8']),
  camera('anpr-car', ['BELFRY-T3'], true),
]);

export const JPEG = (size: number, fill = 0): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(size - 4, fill)]);
export const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(40),
]);

interface With {
  type?: string;
  now?: number;
  camera?: string;
  format?: string;
  also?: string[];
  /** However long ago. */
  ever?: boolean;
}

/** All that a body becomes, with the format that was recognised. */
export function made(body: string | Buffer, how: With = {}): { formats: string[]; items: Made[] } {
  const make = readMaker(catalogue, how.ever ? { time: { oldest: 1e6, ahead: 24 } } : feed);
  const formats: string[] = [];
  const items: Made[] = [];
  for (const piece of messagesOf(Buffer.from(body), how.type)) {
    const read = 'code' in piece ? undefined : toldBy(piece, how.format);
    formats.push(read?.format ?? 'none');
    for (const told of read?.told ?? [])
      items.push(make(told, how.now ?? NOW, how.also ?? [], how.camera));
  }
  return { formats, items };
}

/** The reads of a body, and nothing else in it. */
export function readsOf(body: string | Buffer, how: With = {}): PlateRead[] {
  return made(body, how).items.map((one) => {
    if (one.kind !== 'read') throw new Error(`no read: ${JSON.stringify(one)}`);
    return one.passed.read;
  });
}
export const read = (body: string | Buffer, how: With = {}): PlateRead => readsOf(body, how)[0]!;
export const cropOf = (body: Buffer | string, how: With = {}) => {
  const [first] = made(body, how).items;
  return first?.kind === 'read' ? first.passed.crop : undefined;
};

type PartOf = [head: string, body: string | Buffer];
/** A multipart body as cameras write it; `closed: false` leaves the last boundary away. */
export function multipart(parts: PartOf[], { closed = true, boundary = 'boundary' } = {}): Buffer {
  return Buffer.concat([
    ...parts.flatMap(([head, body]) => [
      Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(closed ? `--${boundary}--\r\n` : ''),
  ]);
}
