import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { removeLayer, stepBack } from '../../server/geo/editions.ts';
import { openImported, type ImportedLayers } from '../../server/geo/imported.ts';
import { manifestFile } from '../../server/geo/manifest.ts';
import { makeArchive } from './field-archive.ts';
import { collection, openDesk, point, thing, urbis } from './import-given.ts';

/** A running server takes an import over; what cannot be read is told, and what was there stays. */
const EVERY = 20;
let imported: ImportedLayers | undefined;
afterEach(() => imported?.close());

async function open(folder: string) {
  const told: string[] = [];
  imported = await openImported(folder, (message) => told.push(message), EVERY);
  const changed = vi.fn();
  imported.onChange(changed);
  return { imported, told, changed };
}
/** In one step, as an import does it. */
function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
const hospital = (name: string) => collection(thing(point(4.35, 50.85), { name }));
const names = (layers: ImportedLayers, id = 'hospital') =>
  layers
    .layers()
    .get(id)
    ?.features.map(({ properties }) => properties.nl);

describe('imported layers', () => {
  it('are none where nothing was imported, and come without a restart', async () => {
    const desk = openDesk();
    const { imported, changed, told } = await open(desk.folder);
    expect([...imported.layers().keys()]).toEqual([]);
    await desk.take(urbis());
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    expect(imported.layers().get('municipalities')!.features).toHaveLength(19);
    expect(imported.edition('municipalities')).toMatchObject({ number: 1, count: 19 });
    await desk.take(hospital('een'), { as: 'hospital' });
    await vi.waitFor(() => expect(names(imported)).toEqual(['een']));
    await desk.take(makeArchive(), { as: 'water' });
    await vi.waitFor(() =>
      expect([...imported.fields()]).toEqual([
        ['water', join(desk.folder, 'field/water.1.pmtiles')],
      ]),
    );
    expect(told).toEqual([]);
  });

  it('change with every edition, also back to one of the same number', async () => {
    const desk = openDesk();
    await desk.take(hospital('een'), { as: 'hospital' });
    await desk.take(hospital('twee'), { as: 'hospital' });
    const { imported } = await open(desk.folder);
    expect(names(imported)).toEqual(['twee']);
    await stepBack(desk.folder, 'hospital');
    await desk.take(hospital('drie'), { as: 'hospital', now: new Date('2026-11-24T13:00:00Z') });
    await vi.waitFor(() => expect(names(imported)).toEqual(['drie']));
    expect(imported.edition('hospital')!.number).toBe(2);
    await removeLayer(desk.folder, 'hospital');
    await vi.waitFor(() => expect(imported.layers().size).toBe(0));
  });

  it('a torn file is told and what was there stays; at a start it is left out', async () => {
    const desk = openDesk();
    await desk.take(hospital('een'), { as: 'hospital' });
    const { imported, told, changed } = await open(desk.folder);
    await desk.take(
      collection(
        thing(point(4.35, 50.85), { name: 'a' }),
        thing(point(4.36, 50.85), { name: 'b' }),
      ),
      {
        as: 'second',
      },
    );
    await vi.waitFor(() => expect(names(imported, 'second')).toEqual(['a', 'b']));
    const calls = changed.mock.calls.length;
    const file = join(desk.folder, 'layer/second.2.ndjson');
    const whole = readFileSync(join(desk.folder, 'layer/second.1.ndjson'), 'utf8');
    writeFileSync(file, whole.slice(0, whole.indexOf('\n', whole.indexOf('\n') + 1) + 1));
    replaceFile(
      manifestFile(desk.folder),
      desk.manifest().replaceAll('second.1.ndjson', 'second.2.ndjson'),
    );
    await vi.waitFor(() =>
      expect(told).toEqual(['the imported layer second (layer/second.2.ndjson) cannot be read']),
    );
    expect(names(imported, 'second')).toEqual(['a', 'b']);
    expect(changed.mock.calls.length).toBe(calls);
    imported.close();

    const again = await open(desk.folder);
    expect(again.told).toHaveLength(1);
    expect([...again.imported.layers().keys()]).toEqual(['hospital']);
  });

  it('a damaged list is told, once, and what was there stays until it is mended', async () => {
    const desk = openDesk();
    await desk.take(hospital('een'), { as: 'hospital' });
    const { imported, told } = await open(desk.folder);
    const good = desk.manifest();
    replaceFile(manifestFile(desk.folder), good.slice(0, 50));
    await vi.waitFor(() => expect(told).toEqual(['imported layers stay as they were']));
    await new Promise((later) => setTimeout(later, 5 * EVERY));
    expect(told).toHaveLength(1);
    expect(names(imported)).toEqual(['een']);
    await expect(desk.take(hospital('twee'), { as: 'hospital' })).rejects.toThrow('is damaged');
    replaceFile(manifestFile(desk.folder), good);
    await desk.take(hospital('twee'), { as: 'hospital' });
    await vi.waitFor(() => expect(names(imported)).toEqual(['twee']));
  });

  it('are asked for no more once the store is closed', async () => {
    const desk = openDesk();
    const { imported, changed } = await open(desk.folder);
    imported.close();
    await desk.take(hospital('een'), { as: 'hospital' });
    await new Promise((later) => setTimeout(later, 5 * EVERY));
    expect(changed).not.toHaveBeenCalled();
    rmSync(desk.folder, { recursive: true });
  });
});
