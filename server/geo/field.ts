import { basename, extname, resolve } from 'node:path';
import { z } from 'zod';
import type { FieldSource, FieldTold } from '../../shared/geo/field.ts';
import { checkArchive } from './archive.ts';
import type { ImportedLayers } from './imported.ts';

/**
 * The field base map: archives of tiles that `config/belfry.yaml` names and that were imported, or one
 * style of another server. Where none can be used, the map falls back to the built-in ground.
 */

/** `map.field` of `config/belfry.yaml`. */
export const FieldMap = z
  .union(
    [
      z.array(
        z.strictObject({
          /** Path of a PMTiles file, from where the server runs. */
          pmtiles: z.string().min(1).max(1_000),
        }),
      ),
      z.strictObject({
        /** A MapLibre style (`style.json`). */
        style: z.url({ protocol: /^https?$/ }).max(1_000),
        /** Servers that the style's tiles come from, where they are others than its own. */
        hosts: z
          .array(z.url({ protocol: /^https?$/ }))
          .max(20)
          .default([]),
      }),
    ],
    { error: 'a list of { pmtiles: path }, or { style: url }' },
  )
  .default([]);
export type FieldMap = z.infer<typeof FieldMap>;

export interface Field {
  told(): FieldTold;
  /** Path of an archive's file. */
  file(id: string): string | undefined;
  close(): void;
}

export async function openField(options: {
  config: FieldMap;
  imported: ImportedLayers;
  warn(message: string, error?: unknown): void;
}): Promise<Field> {
  const { config, imported, warn } = options;
  const files = new Map<string, string>();
  /** Of imported ones, when each was: an edition can have the file name of one that was taken back. */
  let marks = new Map<string, string | undefined>();
  let sources: FieldSource[] = [];
  let turn = Promise.resolve();

  const named = Array.isArray(config) ? config.map(({ pmtiles }) => resolve(pmtiles)) : [];
  const own = withIds(named);

  /** Looked at anew only where the file is another one. */
  async function look(): Promise<void> {
    const next: FieldSource[] = [];
    const wanted = new Map([...own, ...imported.fields()]);
    const now = new Map([...wanted.keys()].map((id) => [id, imported.edition(id)?.at]));
    for (const [id, file] of wanted) {
      const standing = sources.find((source) => source.id === id);
      const same = standing && files.get(id) === file && marks.get(id) === now.get(id);
      const source = same ? standing : await openSource(id, file);
      if (source) next.push(source);
    }
    files.clear();
    for (const { id } of next) files.set(id, wanted.get(id)!);
    sources = next;
    marks = now;
  }

  async function openSource(id: string, file: string): Promise<FieldSource | undefined> {
    try {
      const { tiles, layers, minzoom, maxzoom, bounds, attribution } = await checkArchive(
        file,
        'quick',
      );
      const url = `/api/map/tiles/${id}.pmtiles`;
      return { id, url, tiles, layers, minzoom, maxzoom, bounds, attribution };
    } catch (error) {
      warn(`the map does without ${file}: it is no archive that can be used`, error);
      return undefined;
    }
  }

  await look();
  const stop = imported.onChange(() => {
    turn = turn.then(look).catch((error: unknown) => warn('field map not renewed', error));
  });

  return {
    told: () => ({ sources, ...(Array.isArray(config) ? {} : { style: config.style }) }),
    file: (id) => files.get(id),
    close: stop,
  };
}

/** Ids from the files' names: they stand in addresses. The second of a name has a number. */
function withIds(paths: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const path of paths) {
    const name = basename(path, extname(path)).toLowerCase();
    const id = name.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'field';
    let own = id;
    for (let i = 2; files.has(own); i += 1) own = `${id}-${i}`;
    files.set(own, path);
  }
  return files;
}

/** Other servers that the console must be let to fetch from: for `connect-src` and `img-src`. */
export function fieldHosts(config: FieldMap): string[] {
  if (Array.isArray(config)) return [];
  return [...new Set([config.style, ...config.hosts].map((url) => new URL(url).origin))];
}
