import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import { LayerHead } from './layer-file.ts';
import { manifestFile, readManifest, type Edition, type Manifest } from './manifest.ts';

/**
 * What `npm run geo` imported, read at start and again when it changes. A layer is swapped when its new
 * edition was read whole; one that cannot be read is told, and what was there stays.
 */
export interface ImportedLayers {
  /** By id, in order of their ids. */
  layers(): ReadonlyMap<string, ImportedLayer>;
  /** Archives of tiles by id: the file that is in force. */
  fields(): ReadonlyMap<string, string>;
  /** The edition in force; undefined for a layer that is not imported. */
  edition(id: string): Edition | undefined;
  /** Layers of things with their editions in force. */
  editions(): [id: string, edition: Edition][];
  /** Returns how to stop. */
  onChange(changed: () => void): () => void;
  close(): void;
}

export interface ImportedLayer {
  features: readonly GeoFeature[];
}

/** How often the manifest is looked at, milliseconds: an import is seen by all processes within seconds. */
const LOOK = 2_000;
/** Milliseconds of reading in one go, before others have their turn: an import of all addresses must not hold up a command. */
const TURN = 8;

/** `keeps`: of the things, those that are needed here. */
export async function openImported(
  folder: string,
  warn: (message: string, error?: unknown) => void,
  every = LOOK,
  keeps: (feature: GeoFeature) => boolean = () => true,
): Promise<ImportedLayers> {
  let layers = new Map<string, ImportedLayer & { edition: Edition }>();
  let fields = new Map<string, { file: string; edition: Edition }>();
  let mark: string | undefined;
  let closed = false;
  const listeners = new Set<() => void>();

  async function look(): Promise<void> {
    const now = await markOf(folder);
    if (now === mark) return;
    let manifest: Manifest;
    try {
      manifest = await readManifest(folder);
    } catch (error) {
      warn('imported layers stay as they were', error);
      mark = now;
      return;
    }
    const nextLayers: typeof layers = new Map();
    const nextFields: typeof fields = new Map();
    for (const [id, { sort, editions }] of Object.entries(manifest.layers).sort(byId)) {
      const [edition] = editions as [Edition];
      if (sort === 'field') {
        nextFields.set(id, { file: join(folder, edition.file), edition });
        continue;
      }
      const standing = layers.get(id);
      const same = standing && isSame(standing.edition, edition);
      const read = same ? standing : await readLayer(folder, id, edition, warn, keeps);
      const kept = read ?? standing;
      if (kept) nextLayers.set(id, kept);
    }
    mark = now;
    const changed = differs(layers, nextLayers) || differs(fields, nextFields);
    layers = nextLayers;
    fields = nextFields;
    if (changed && !closed) for (const listener of listeners) listener();
  }

  await look();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => warn('imported layers could not be looked at', error))
        .finally(() => {
          if (!closed) next();
        });
    }, every).unref();
  };
  next();

  return {
    layers: () => layers,
    fields: () => new Map([...fields].map(([id, { file }]) => [id, file])),
    edition: (id) => layers.get(id)?.edition ?? fields.get(id)?.edition,
    editions: () => [...layers].map(([id, { edition }]) => [id, edition]),
    onChange(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

type Entries = ReadonlyMap<string, { edition: Edition }>;
const byId = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

function differs(one: Entries, other: Entries): boolean {
  if (one.size !== other.size) return true;
  return [...other].some(([id, { edition }]) => !isSame(one.get(id)?.edition, edition));
}

/** Of the same number may be another: the one before it was put in force again in between. */
const isSame = (one: Edition | undefined, other: Edition): boolean =>
  one?.file === other.file && one.at === other.at;

/** Changes whenever the manifest is replaced. */
async function markOf(folder: string): Promise<string> {
  const about = await stat(manifestFile(folder), { bigint: true }).catch(() => undefined);
  return about ? `${about.ino} ${about.mtimeNs} ${about.size}` : 'none';
}

/** Undefined, and told, when the file is not the whole layer. */
export async function readLayer(
  folder: string,
  id: string,
  edition: Edition,
  warn: (message: string, error?: unknown) => void,
  keeps: (feature: GeoFeature) => boolean = () => true,
): Promise<(ImportedLayer & { edition: Edition }) | undefined> {
  try {
    const features: GeoFeature[] = [];
    let head: LayerHead | undefined;
    let count = 0;
    let since = performance.now();
    const input = createReadStream(join(folder, edition.file));
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (!head) {
        head = LayerHead.parse(JSON.parse(line));
        continue;
      }
      const feature = JSON.parse(line) as GeoFeature;
      if (keeps(feature)) features.push(feature);
      count += 1;
      if (performance.now() - since < TURN) continue;
      await new Promise((turn) => setImmediate(turn));
      since = performance.now();
    }
    if (!head || head.layer !== id || head.count !== count)
      throw new Error(`${count} of ${head?.count ?? edition.count} features`);
    return { features, edition };
  } catch (error) {
    warn(`the imported layer ${id} (${edition.file}) cannot be read`, error);
    return undefined;
  }
}
