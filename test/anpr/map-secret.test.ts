import i18next from 'i18next';
import { words } from '../../client/i18n/words/words.ts';
import type { Words } from '../../shared/refusal.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAnpr } from '../../client/anpr.ts';
import { useGround } from '../../client/ground.ts';
import { countOf, flowFeatures, latestSlots, levelOf } from '../../client/map/anpr/cameras.ts';
import { useChase } from '../../client/map/anpr/chase.ts';
import { askEarlier, useEarlier } from '../../client/map/anpr/earlier.ts';
import { stackFeature, stacksOf } from '../../client/map/anpr/stacks.ts';
import { anprLines } from '../../client/map/anpr/tip.ts';
import { earlierFeatures, trailFeatures } from '../../client/map/anpr/trail.ts';
import { setCamera, type Camera } from '../../client/map/camera.ts';
import { ANPR_REACH, pixelsOf } from '../../client/map/layer/anpr.ts';
import { platesOn, restrictionsOfPlates, withReach } from '../../client/map/print/plates.ts';
import { viewLink } from '../../client/map/share.ts';
import { usePicture } from '../../client/store.ts';
import { useUi } from '../../client/ui.ts';
import { initial } from '../../shared/folds.ts';
import type { Point } from '../../shared/value.ts';

import {
  alert,
  ago,
  EAST,
  geo,
  MIDDLE,
  nowhere,
  NOW,
  passage,
  PLATE,
  show,
  slice,
  textOf,
  WEST,
} from './map-given.ts';

beforeAll(async () => {
  const nl = Object.entries(words).map(([area, keys]) => [
    area,
    Object.fromEntries(
      Object.entries(keys as Record<string, Words>).map(([key, { nl: text }]) => [key, text]),
    ),
  ]);
  await i18next.init({ lng: 'nl', resources: { nl: { translation: Object.fromEntries(nl) } } });
});

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('localStorage', { getItem: () => 'nl' });
  useGround.setState({ geo });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  useUi.setState({ selected: undefined });
  useChase.setState({ shown: true });
  useAnpr.setState({ lists: [], cameras: new Map(), health: new Map() });
  show(initial.anpr);
});

describe('what the map does not tell', () => {
  const rows = slice(
    [alert('a', { entry: 'print' })],
    [passage('a.1', 'a', { course: 90 }), passage('a.2', 'a', { at: ago(50), camera: 'middle', point: MIDDLE })], // prettier-ignore
  );
  const look = {
    ...{ read: 'old', camera: 'east', at: ago(9_000), offset: 0, raw: PLATE, plate: PLATE },
    crop: false,
  };
  const place = (camera: string): Point => (camera === 'east' ? EAST : WEST);

  it('[P4.230] no plate is in a mark, a line, a tip, an earlier passage or on paper', () => {
    show(rows);
    useUi.setState({ selected: { kind: 'anpr', id: 'a' } });
    const trail = [...rows.passages.values()];
    const plates = platesOn({ state: usePicture.getState().shown, at: NOW }, { alerts: true, chased: 'a' }); // prettier-ignore
    const drawn = [
      ...stacksOf(rows, nowhere).map((one) => stackFeature(one, false)),
      ...trailFeatures(trail, true),
      ...earlierFeatures([look], place, WEST),
      ...Object.values(plates.things).flat(),
    ];
    expect(drawn.length).toBeGreaterThan(8);
    expect(textOf(trail)).toContain(PLATE);
    expect(textOf(drawn)).not.toContain(PLATE);
    const told = drawn
      .filter(
        ({ geometry, properties }) => geometry.type === 'Point' && properties.kind !== 'anpr-reach',
      ) // prettier-ignore
      .map(({ properties }) => anprLines(properties));
    expect(told.length).toBeGreaterThan(5);
    expect(told.flat()).toContainEqual(['Laatste passage']);
    expect(textOf(told)).not.toContain(PLATE);
  });

  it('[P4.230] the address of a view, which is sent and printed, names no alert', () => {
    vi.stubGlobal('location', { origin: 'http://belfry', pathname: '/' });
    setCamera({ zoomed: () => 13, middle: () => MIDDLE } as Camera);
    useUi.setState({ selected: { kind: 'anpr', id: 'alert-7' } });
    expect(viewLink()).toMatch(/^http:\/\/belfry\/#\/view\//);
    expect(viewLink()).not.toContain('alert-7');
    useUi.setState({ selected: { kind: 'incident', id: 'i-7' } });
    expect(viewLink()).toContain('i-7');
    setCamera(undefined);
  });

  it('[P4.231] earlier passages are forgotten with the selection, and with the alert when it is taken away', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ access: 'x1', rows: [look], more: false, reachesTo: ago(1) })))); // prettier-ignore
    show(rows);
    useUi.setState({ selected: { kind: 'anpr', id: 'a' } });
    await askEarlier('a', '');
    expect(useEarlier.getState().answer?.rows).toHaveLength(1);
    useUi.setState({ selected: { kind: 'report', id: 'r' } });
    expect(useEarlier.getState()).toMatchObject({ answer: undefined, alert: undefined });

    useUi.setState({ selected: { kind: 'anpr', id: 'a' } });
    await askEarlier('a', '');
    expect(useEarlier.getState().answer).toBeDefined();
    show(initial.anpr);
    expect(useEarlier.getState().answer).toBeUndefined();

    // An answer that comes after the selection went is not kept either.
    show(rows);
    const late = askEarlier('a', '');
    useUi.setState({ selected: undefined });
    await late;
    expect(useEarlier.getState().answer).toBeUndefined();
  });

  it('[P4.231] a sheet with alerts on it says whom it may be shown to', () => {
    show(rows);
    const state = usePicture.getState().shown;
    const wanted = { alerts: true, chased: 'a' };
    const plates = platesOn({ state, at: NOW }, wanted);
    expect(restrictionsOfPlates(plates, [4.2, 50.7, 4.5, 51])).toContain('police');
    expect(restrictionsOfPlates(plates, [3, 50, 3.1, 50.1])).toEqual([]);
    expect(plates.reach?.most).toBeGreaterThan(100);
    const ring = { id: 'anpr-reach-most', type: 'circle', source: ANPR_REACH, paint: {} } as const;
    expect(withReach(ring, plates.reach)).toMatchObject({
      paint: { 'circle-radius': pixelsOf(plates.reach!.most, 50.85) },
    });
    const without = platesOn({ state, at: NOW }, { ...wanted, alerts: false });
    expect(textOf(without.things)).not.toContain('anprpass');
    expect(restrictionsOfPlates(without, [4.2, 50.7, 4.5, 51])).toEqual([]);
  });

  it('[P4.232] of traffic the map has counts of whole five minutes, and nothing else', () => {
    const slot = (minutes: number, camera = 'west', approaching = 20) => ({
      ...{ camera, approaching, leaving: 4, unknown: 1 },
      slot: new Date(NOW - minutes * 60_000).toISOString(),
    });
    const latest = latestSlots([slot(10, 'west', 8), slot(5), slot(2, 'west', 99), slot(40, 'east')], NOW); // prettier-ignore
    expect([...latest.values()]).toEqual([slot(5)]);
    expect(countOf(slot(5))).toBe(25);
    const [mark, ...others] = flowFeatures(latest, place);
    expect(others).toEqual([]);
    expect(mark!.properties).toEqual({
      ...{ id: 'west', kind: 'anpr-flow', camera: 'west', restricted: false, count: 25 },
      ...{ approaching: 20, leaving: 4, at: slot(5).slot, label: '25', icon: 'anpr-flow:2' },
    });
    expect([0, 1, 20, 150, 900].map(levelOf)).toEqual([0, 1, 2, 5, 5]);
  });
});
