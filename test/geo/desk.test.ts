import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBuiltIn } from '../../server/geo/base.ts';
import { NAMED, openClerk, type Question } from '../../server/geo/clerk.ts';
import { DeskBusy, openDesk, type Desk } from '../../server/geo/desk.ts';
import { isDrawn } from '../../server/geo/ground.ts';
import { openImported, type ImportedLayers } from '../../server/geo/imported.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import type { Hit } from '../../shared/geo/search.ts';
import { collection, openDesk as openImports, point, thing } from './import-given.ts';

/** Where the ground is asked: by a clerk in a thread of its own, who is followed by one who knows more. */
const config = resolve('config');
let desk: Desk | undefined;
let imported: ImportedLayers | undefined;
afterEach(() => {
  desk?.close();
  imported?.close();
});

async function open(folder = mkdtempSync(join(tmpdir(), 'belfry-desk-'))) {
  const told: string[] = [];
  imported = await openImported(folder, (message) => told.push(message), 20, isDrawn);
  desk = openDesk({
    now: () => ({ config, folder, editions: imported!.editions() }),
    onChange: imported.onChange,
    warn: (message) => told.push(message),
  });
  return { desk, imported, told };
}
const name = (typed: string): Question => ({ about: 'name', typed, limit: 5 });
const hits = (json: string) => (JSON.parse(json) as { hits: Hit[] }).hits;

describe('the desk', () => {
  it('an address that was imported is found without a restart, and is not kept where nothing is sought', async () => {
    const imports = openImports();
    const { desk, imported } = await open(imports.folder);
    const seek = async () => hits(await desk.ask([], name('Proefkonijnstraat')))[0]?.nl;
    expect(await seek()).toBeUndefined();
    const given = { STRNAMEDUT: 'Proefkonijnstraat', STRNAMEFRE: 'Rue du Cobaye', ADRN: '12' };
    await imports.take(collection(thing(point(4.35, 50.85), given)));
    await vi.waitFor(async () => expect(await seek()).toBe('Proefkonijnstraat 12'), 20_000);
    expect(imported.layers().get('addresses')!.features).toEqual([]);
    expect(imported.edition('addresses')!.count).toBe(1);
  }, 30_000);

  it('[P4.41] answers each for the clearances that they hold', async () => {
    const { desk } = await open();
    const shape = { form: 'circle', center: [4.36, 50.84], radius: 20_000 } as const;
    const question: Question = {
      ...{ about: 'shape', kinds: ['camera'] },
      shape: { ...shape, center: [4.36, 50.84] },
    };
    const cameras = async (...cleared: string[]) => {
      const { features } = JSON.parse(await desk.ask(cleared, question)) as { features: Hit[] };
      const [one] = features;
      const found = one && hits(await desk.ask(cleared, name(one.nl)));
      return [features.length > 0, found?.some(({ id }) => id === one!.id) ?? false];
    };
    expect(await cameras('camera')).toEqual([true, true]);
    expect(await cameras()).toEqual([false, false]);
    expect(await cameras('anpr')).toEqual([false, false]);
  }, 30_000);

  it('a question that fails harms no other; more than can wait are turned away', async () => {
    const { desk } = await open();
    await expect(desk.ask([], { about: 'shape' } as never)).rejects.toThrow(TypeError);
    const all = await Promise.allSettled(
      Array.from({ length: 600 }, () => desk.ask([], name('elsene'))),
    );
    const turned = all.filter(({ status }) => status === 'rejected');
    expect(turned).toHaveLength(100);
    expect((turned[0] as PromiseRejectedResult).reason).toBeInstanceOf(DeskBusy);
    expect(hits(await desk.ask([], name('elsene')))[0]!.nl).toBe('Elsene');
  }, 30_000);

  it('without a clerk that can begin, it says that it is busy, and why', async () => {
    const told: unknown[] = [];
    desk = openDesk({
      now: () => ({ config: '/nowhere', folder: '/nowhere', editions: [] }),
      onChange: () => () => {},
      warn: (message, error) => told.push(message, String(error)),
    });
    await expect(desk.ask([], name('elsene'))).rejects.toThrow(DeskBusy);
    expect(told).toEqual(['places cannot be sought', expect.stringContaining('/nowhere')]);
    // Not called again for each question.
    const begun = performance.now();
    await expect(desk.ask([], name('elsene'))).rejects.toThrow(DeskBusy);
    expect(performance.now() - begun).toBeLessThan(50);
  }, 30_000);
});

describe('the clerk', () => {
  it('names so many of the things in a shape, and says how many more there are', () => {
    const address = (_: unknown, i: number): GeoFeature => ({
      ...{ type: 'Feature', id: `a-${i}` },
      geometry: { type: 'Point', coordinates: [4.35 + i * 1e-6, 50.85] },
      properties: { id: `a-${i}`, kind: 'address', nl: `Straat ${i}`, fr: `Rue ${i}`, en: '' },
    });
    const features = Array.from({ length: NAMED + 7 }, address);
    const clerk = openClerk(readBuiltIn(config), new Map([['addresses', { features }]]));
    const shape = { form: 'circle', center: [4.35, 50.85], radius: 3_000 } as const;
    const counted = clerk([], {
      ...{ about: 'shape', kinds: ['address'] },
      shape: { ...shape, center: [4.35, 50.85] },
    }) as { features: unknown[]; more: number };
    expect([counted.features.length, counted.more]).toEqual([NAMED, 7]);
    const none = clerk([], { about: 'shape', shape: { ...shape, center: [4.35, 50.85] } });
    expect(none).not.toHaveProperty('more');
  });

  it('a line of very many parts is a line like others', () => {
    const parts = Array.from({ length: 150_000 }, (_, i) => [
      [4.35 + i * 1e-7, 50.85],
      [4.35 + i * 1e-7, 50.8501],
    ]);
    const line: GeoFeature = {
      ...{ type: 'Feature', id: 'l', geometry: { type: 'MultiLineString', coordinates: parts } },
      properties: { id: 'l', kind: 'street', nl: 'Lijn', fr: 'Ligne', en: 'Line' },
    };
    const clerk = openClerk(readBuiltIn(config), new Map([['lines', { features: [line] }]]));
    const told = clerk([], { about: 'point', point: [4.35, 50.85], day: '2026-11-24' });
    expect((told as { here: { id: string }[] }).here.map(({ id }) => id)).toContain('l');
  });
});
