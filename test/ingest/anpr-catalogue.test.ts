import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf, readCatalogue } from '../../server/anpr/catalogue.ts';
import { readBuiltIn } from '../../server/geo/base.ts';
import { camera } from './anpr-given.ts';

describe('[P4.111] the catalogue of cameras', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'belfry-anpr-'));
    cpSync('config/geo/layer', join(folder, 'geo/layer'), { recursive: true });
    cpSync('config/anpr', join(folder, 'anpr'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const edited = (change: (text: string) => string) => {
    writeFileSync(
      join(folder, 'anpr/cameras.yaml'),
      change(readFileSync('config/anpr/cameras.yaml', 'utf8')),
    );
    return () => readCatalogue(folder);
  };

  it('as it is shipped names every camera of the ground, with a controller and a basis', () => {
    const { cameras } = readCatalogue('config');
    const placed = readBuiltIn('config').features.filter(
      ({ properties }) => properties.kind === 'anpr-camera',
    );
    expect(cameras.map(({ id }) => id).sort()).toEqual(placed.map(({ id }) => id).sort());
    expect(new Set(cameras.map(({ controller }) => controller))).toEqual(
      new Set(['police', 'lez']),
    );
    for (const one of cameras) expect(one.basis.length).toBeGreaterThan(10);
    expect(cameras.some(({ mobile }) => mobile)).toBe(true);
  });

  it('stops the start where it and the ground differ, or a device is of two', () => {
    expect(edited((text) => text.replace('id: anpr-a12-laken', 'id: anpr-nowhere'))).toThrow(
      /anpr-nowhere/,
    );
    expect(
      edited((text) => text.replace(/ {2}- id: anpr-a12-laken[^]*?(?= {2}- id:)/, '')),
    ).toThrow(/anpr-a12-laken.*missing/);
    expect(edited((text) => text.replaceAll('BELFRY-0002', 'belfry-0001'))).toThrow(/belfry-0001/);
    expect(edited((text) => text.replace('controller: police', 'controller: Police!'))).toThrow(
      /controller/,
    );
    expect(edited((text) => text)).not.toThrow();
  });

  it('[P4.103] knows a device whatever its capitals, and a MAC address however it is written', () => {
    const { byDevice, byId } = catalogueOf([
      camera('a', ['AC:CC:8E:00:00:01', 'Gate 1']),
      camera('b', ['accc8e000002/3']),
    ]);
    for (const name of ['accc8e000001', 'AC-CC-8E-00-00-01', 'gate 1', 'GATE 1', 'a'])
      expect(byDevice(name)?.id).toBe('a');
    expect(byDevice('AC:CC:8E:00:00:02/3')?.id).toBe('b');
    expect(byDevice('AC:CC:8E:00:00:02')).toBeUndefined();
    expect(byId('gate 1')).toBeUndefined();
  });
});
