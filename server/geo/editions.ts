import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import { KEPT, readManifest, writeManifest, type Edition, type Manifest } from './manifest.ts';
import { GeoRefused } from './refused.ts';

/** Editions of imported layers: the newest is in force, a few before it are kept. */

export type Sort = Manifest['layers'][string]['sort'];

export interface Laid {
  layer: string;
  sort: Sort;
  edition: Edition;
}

/** What `write` found out while it wrote. */
export type Written = Pick<Edition, 'source' | 'count' | 'notes'>;

/**
 * Lays a new edition of a layer over the old ones. `write` makes its file, whole and on disk, or throws;
 * then nothing has changed.
 */
export async function layEdition(
  folder: string,
  { layer, sort, now }: { layer: string; sort: Sort; now: Date },
  write: (target: string) => Promise<Written>,
): Promise<Laid> {
  return withLock(folder, () => lay(folder, layer, sort, now, write));
}

async function lay(
  folder: string,
  layer: string,
  sort: Sort,
  now: Date,
  write: (target: string) => Promise<Written>,
): Promise<Laid> {
  const manifest = await readManifest(folder);
  await sweep(folder, manifest);
  const standing = Object.hasOwn(manifest.layers, layer) ? manifest.layers[layer] : undefined;
  if (standing && standing.sort !== sort)
    throw new GeoRefused([
      `the layer "${layer}" is there already and is another thing (${standing.sort}): take another name with --as, or remove it first`,
    ]);
  const number = (standing?.editions[0]?.number ?? 0) + 1;
  const file =
    sort === 'field' ? `field/${layer}.${number}.pmtiles` : `layer/${layer}.${number}.ndjson`;
  const written = await write(join(folder, file));
  const edition: Edition = { number, file, at: now.toISOString(), ...written };
  const editions = [edition, ...(standing?.editions ?? [])];
  manifest.layers[layer] = { sort, editions: editions.slice(0, KEPT) };
  await writeManifest(folder, manifest);
  for (const old of editions.slice(KEPT)) await rm(join(folder, old.file), { force: true });
  return { layer, sort, edition };
}

/** Drafts and editions of imports that died on the way: nobody refers to them, and a field map can be large. */
async function sweep(folder: string, { layers }: Manifest): Promise<void> {
  const known = new Set(
    Object.values(layers).flatMap(({ editions }) => editions.map(({ file }) => file)),
  );
  for (const room of ['layer', 'field'])
    for (const name of await readdir(join(folder, room)))
      if (!known.has(`${room}/${name}`)) await rm(join(folder, room, name), { force: true });
}

/** Takes a layer away with all its editions. False: there is none. */
export async function removeLayer(folder: string, layer: string): Promise<boolean> {
  return change(folder, layer, (manifest) => {
    const { [layer]: gone, ...layers } = manifest.layers;
    return { manifest: { ...manifest, layers }, gone: gone?.editions ?? [] };
  });
}

/** Puts the edition before the newest in force again. False: there is none. */
export async function stepBack(folder: string, layer: string): Promise<boolean> {
  return change(folder, layer, (manifest) => {
    const standing = manifest.layers[layer];
    const [newest, ...older] = standing?.editions ?? [];
    if (!standing || !newest || older.length === 0) return undefined;
    const layers = { ...manifest.layers, [layer]: { ...standing, editions: older } };
    return { manifest: { ...manifest, layers }, gone: [newest] };
  });
}

async function change(
  folder: string,
  layer: string,
  make: (manifest: Manifest) => { manifest: Manifest; gone: Edition[] } | undefined,
): Promise<boolean> {
  const standing = await readManifest(folder);
  if (!Object.hasOwn(standing.layers, layer)) return false;
  return withLock(folder, async () => {
    const made = make(await readManifest(folder));
    if (!made) return false;
    await writeManifest(folder, made.manifest);
    for (const { file } of made.gone) await rm(join(folder, file), { force: true });
    return true;
  });
}
