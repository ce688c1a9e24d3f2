import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceText } from './write.ts';

/**
 * What is imported: `<data>/geo/manifest.json`, the only place that says which file is in force. It is
 * replaced last, so that a layer is the old one until the new one is whole.
 */

/** Name of a layer, and of the kind of its things where it is none of the known ones. */
export const LayerId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a-z, 0-9 and - only')
  .max(40);

/** Editions that are kept, the one in force among them. */
export const KEPT = 3;

const Edition = z.strictObject({
  /** One more than the edition before. */
  number: z.int().positive(),
  /** Under the folder of the manifest. */
  file: z.string().regex(/^(layer|field)\/[a-z0-9.-]+$/),
  at: z.iso.datetime(),
  source: z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() }),
  /** Features, or tiles. */
  count: z.int().nonnegative(),
  notes: z.array(z.string()),
});
export type Edition = z.infer<typeof Edition>;

const Manifest = z.strictObject({
  version: z.literal(1),
  layers: z.record(
    LayerId,
    z.strictObject({
      /** `features`: things that are drawn, sought and counted. `field`: tiles, drawn beneath them. */
      sort: z.enum(['features', 'field']),
      /** The newest first; it is in force. */
      editions: z.array(Edition).min(1),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

export const geoFolder = (dataFolder: string): string => join(dataFolder, 'geo');
export const manifestFile = (folder: string): string => join(folder, 'manifest.json');

/** Nothing imported yet: none. Throws on one that cannot be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(manifestFile(folder), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { version: 1, layers: {} };
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${manifestFile(folder)} is damaged`, { cause: error });
  }
}

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  replaceText(manifestFile(folder), `${JSON.stringify(manifest, undefined, 2)}\n`);
