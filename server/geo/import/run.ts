import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GeoFeature } from '../../../shared/geo/feature.ts';
import type { Municipality } from '../../../shared/geo/municipality.ts';
import { checkArchive, isArchive, type Archive } from '../archive.ts';
import { layEdition, type Laid } from '../editions.ts';
import { layerLines } from '../layer-file.ts';
import { LayerId } from '../manifest.ts';
import { GeoRefused, openMistakes } from '../refused.ts';
import { replaceFile, replaceText } from '../write.ts';
import { readCollection } from './collection.ts';
import { readAddresses, readNamed, readRegion, readStreets, type Normalise } from './features.ts';
import { groundOf, KNOWN, recognise } from './layers.ts';
import { readMunicipalities } from './municipalities.ts';
import { parseGeoText, readGeoText } from './read.ts';

/**
 * An import: everything is checked before anything is replaced, and the manifest, which says what is in
 * force, is written last. Whatever goes wrong before that leaves the old layer as it was.
 */
export interface ImportOptions {
  /** `<data>/geo`. */
  folder: string;
  file: string;
  as?: string | undefined;
  /** `EPSG:31370`. */
  crs?: string | undefined;
  partial?: boolean | undefined;
  municipalities: readonly Municipality[];
  /** Kinds that a layer of `config/geo/layers.yaml` shows. */
  kinds: readonly string[];
  now: Date;
}

/** Layers whose things are more than a name. */
const OWN = new Map<string, Normalise>([
  ['streets', readStreets],
  ['addresses', readAddresses],
  ['region', readRegion],
]);

/** Throws `GeoRefused`, and what the file system says. */
export async function importFile(options: ImportOptions): Promise<Laid> {
  await mkdir(join(options.folder, 'layer'), { recursive: true, mode: 0o700 });
  await mkdir(join(options.folder, 'field'), { recursive: true, mode: 0o700 });
  const archive = /\.pmtiles$/i.test(options.file) || (await isArchive(options.file));
  return archive ? importArchive(options) : importFeatures(options);
}

async function importFeatures(options: ImportOptions): Promise<Laid> {
  const { folder, file, crs } = options;
  const notes: string[] = [];
  const note = (text: string) => void notes.push(text);
  const { text, bytes, sha256 } = await readGeoText(file);
  const things = readCollection(file, parseGeoText(file, text), crs, note);
  const layer = layerId(options.as ?? recognise(file, things));
  const mistakes = openMistakes();
  const known = Object.hasOwn(KNOWN, layer) ? KNOWN[layer] : undefined;
  if (known)
    for (const { geometry, told } of things)
      if (groundOf(geometry) !== known.ground)
        mistakes.say(`${told}: is a ${geometry.type}; ${layer} are ${known.ground}s`);
  mistakes.refuse();

  let features: GeoFeature[];
  if (layer === 'municipalities') {
    const { municipalities, partial = false } = options;
    features = readMunicipalities(things, municipalities, partial, mistakes, note);
  } else {
    const kind = known?.kind ?? layer;
    features = (OWN.get(layer) ?? readNamed(kind))(things, layer, mistakes, note);
    if (!known && !options.kinds.includes(kind))
      note(`no layer of config/geo/layers.yaml shows the kind "${kind}" yet`);
  }
  mistakes.refuse();
  const source = { name: basename(file), bytes, sha256 };
  return layEdition(folder, { layer, sort: 'features', now: options.now }, async (target) => {
    await replaceText(target, layerLines(layer, features));
    return { source, count: features.length, notes };
  });
}

async function importArchive(options: ImportOptions): Promise<Laid> {
  const { folder, file } = options;
  const layer = layerId(options.as ?? slug(basename(file, extname(file))));
  // Before so much is copied.
  await named(file, checkArchive(file, 'quick'));
  return layEdition(folder, { layer, sort: 'field', now: options.now }, async (target) => {
    const hash = createHash('sha256');
    let archive: Archive | undefined;
    await replaceFile(target, async (draft) => {
      const input = createReadStream(file);
      input.on('data', (part) => hash.update(part));
      await pipeline(input, createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
      // What was copied is what will be served.
      archive = await named(file, checkArchive(draft, 'whole'));
    });
    const { bytes, count } = archive!;
    return {
      source: { name: basename(file), bytes, sha256: hash.digest('hex') },
      count,
      notes: [],
    };
  });
}

/** The file's name before each mistake. */
async function named<T>(file: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof GeoRefused)) throw error;
    throw new GeoRefused(error.mistakes.map((one) => `${file}: ${one}`));
  });
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '') || 'field';

function layerId(name: string): string {
  const parsed = LayerId.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new GeoRefused([`--as "${name}": ${parsed.error.issues[0]?.message}`]);
}
