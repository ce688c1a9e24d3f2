import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawPlate } from '../../server/cli/anpr/picture.ts';
import { drive, HOURS, inventVehicle, perSecond } from '../../server/cli/anpr/traffic.ts';
import type { AnprCamera } from '../../shared/anpr/camera.ts';
import { makeRandom } from '../fake/random.ts';

const camera = (id: string, lon: number): AnprCamera => ({
  ...{ id, name: { nl: id, fr: id }, point: [lon, 50.85], heading: 90, owner: 'test' },
  ...{ mobile: false, controller: 'police', basis: 'test', devices: [], zone: 'Europe/Brussels' },
});

describe('simulated traffic', () => {
  it('a day has all its traffic, with peaks and a quiet night', () => {
    expect(HOURS).toHaveLength(24);
    expect(HOURS.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(perSecond(8, 86_400)).toBeGreaterThan(10 * perSecond(3, 86_400));
  });

  it('a drive passes the cameras on its way, in order, at a speed that a car has', () => {
    const random = makeRandom(4);
    const cameras = [camera('a', 4.3), camera('b', 4.33), camera('c', 4.36), camera('far', 4.9)];
    for (let i = 0; i < 50; i++) {
      const passings = drive(inventVehicle(random), cameras, 1_000, random);
      expect(passings.length).toBeGreaterThan(0);
      const times = passings.map(({ at }) => at);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(1_000);
      for (const { speed } of passings) {
        expect(speed).toBeGreaterThan(3);
        expect(speed).toBeLessThan(25);
      }
    }
  });

  it('every invented plate shows that it is: an X is the first of its letters', () => {
    const random = makeRandom(7);
    for (let i = 0; i < 500; i++) expect(/[A-Z]/.exec(inventVehicle(random).plate)?.[0]).toBe('X');
  });

  it('the drawn plate is a PNG of its own size, and differs with the plate', () => {
    const bytes = drawPlate('1-XAB-123', 'BE', makeRandom(1));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const at = bytes.indexOf('IDAT');
    const length = bytes.readUInt32BE(at - 4);
    const pixels = inflateSync(bytes.subarray(at + 4, at + 4 + length));
    expect(pixels).toHaveLength(height * (1 + width * 3));
    expect(drawPlate('1-XAB-128', 'BE', makeRandom(1)).equals(bytes)).toBe(false);
  });
});
