import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAnpr } from '../../client/anpr.ts';
import { useGround } from '../../client/ground.ts';
import { useChase } from '../../client/map/anpr/chase.ts';
import { openAnprPainter } from '../../client/map/anpr/painter.ts';
import { stackFeature, stacksOf } from '../../client/map/anpr/stacks.ts';
import { nextFeatures, trailFeatures } from '../../client/map/anpr/trail.ts';
import { ANPR_REACH, ANPR_TRAIL, pixelsOf } from '../../client/map/layer/anpr.ts';
import { useUi } from '../../client/ui.ts';
import { initial } from '../../shared/folds.ts';

import {
  alert,
  ago,
  EAST,
  geo,
  MIDDLE,
  nowhere,
  NOW,
  passage,
  show,
  slice,
  WEST,
} from './map-given.ts';

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

describe('open alerts on the map', () => {
  it('[map] alerts of one camera are one mark with their count, the gravest telling what it looks like', () => {
    const rows = [
      alert('a', { certainty: 'possible' }),
      alert('b', { priority: 1, certainty: 'possible', status: 'new' }),
      alert('c', { priority: 2 }),
      alert('d', { lastCamera: 'east' }),
      alert('gone', { status: 'closed' }),
    ];
    const passages = rows.map((row) =>
      passage(`${row.id}.1`, row.id, row.id === 'd' ? { camera: 'east', point: EAST } : {}),
    );
    const stacks = stacksOf(slice(rows, passages), nowhere);
    expect(stacks.map(({ camera, alerts }) => [camera, alerts.map(({ id }) => id)])).toEqual([
      ['west', ['b', 'c', 'a']],
      ['east', ['d']],
    ]);
    const [west, east] = stacks.map((one) => stackFeature(one, false).properties);
    expect(west).toMatchObject({ count: '×3', priority: 1, alerts: 'b\nc\na' });
    expect(west!['icon']).toBe('anpr-alert:1:possible:new');
    expect(east).toMatchObject({ count: '', icon: 'anpr-alert:3:certain:seen' });
  });

  it('[map] priority 1 never steps aside for the alert that is looked at', () => {
    const stack = (priority: 1 | 2) => ({
      ...{ camera: 'west', point: WEST, alerts: [alert('a', { priority })] },
    });
    expect(stackFeature(stack(1), true).properties['aside']).toBe(false);
    expect(stackFeature(stack(2), true).properties['aside']).toBe(true);
  });

  it('[map] an alert whose passage has left the state stands at its camera, the selected one apart', () => {
    const rows = slice([alert('a'), alert('b')], []);
    expect(stacksOf(rows, nowhere)).toEqual([]);
    const [stack] = stacksOf(rows, () => WEST, 'b');
    expect(stack).toMatchObject({ point: WEST, alerts: [{ id: 'a' }] });
  });
});

describe('the trail of the selected alert', () => {
  const trail = [
    passage('p1', 'a'),
    passage('p2', 'a', { camera: 'middle', point: MIDDLE, certainty: 'possible', at: ago(60) }),
    passage('p3', 'a', { camera: 'east', point: EAST, at: ago(30) }),
    passage('p4', 'a', { camera: 'east', point: EAST, at: ago(10) }),
    passage('p5', 'a', { camera: 'west', point: WEST, at: ago(5) }),
  ];
  const kinds = (kind: string) =>
    trailFeatures(trail, true).filter(({ properties }) => properties.kind === kind);

  it('[map] legs go from passage to passage, broken where one of the two is only possible', () => {
    expect(kinds('anpr-leg').map(({ properties }) => properties['possible'])).toEqual([true, true, false]); // prettier-ignore
    expect(kinds('anpr-leg')[0]!.geometry.coordinates).toEqual([WEST, MIDDLE]);
  });

  it('[map] a camera that saw it twice has one mark with both numbers; the last passage stands out', () => {
    const marks = kinds('anpr-pass').map(({ properties }) => properties);
    expect(marks.map(({ icon }) => icon)).toEqual([
      'anpr-pass:5:certain:last',
      'anpr-pass:2:possible:before',
      'anpr-pass:4:certain:before',
    ]);
    expect(marks[0]!['label']).toBe('1 · 13:58:00\n5 · 13:59:55');
    expect(marks[1]!['label']).toBe('13:59:00');
  });

  it('[map] the ring is as wide as metres are at the zoom, and costs no source', () => {
    const [, , , , at0, , at24] = pixelsOf(1_000, 50.85) as number[];
    // 78,271.517 m a pixel at the equator at zoom 0, tiles of 512.
    expect(at0! * 2 ** 12).toBeCloseTo(1_000 / ((78_271.517 * Math.cos((50.85 * Math.PI) / 180)) / 2 ** 12), 3); // prettier-ignore
    expect(at24! / at0!).toBe(2 ** 24);

    show(slice([alert('a')], [passage('a.1', 'a', { course: 90 })]));
    useUi.setState({ selected: { kind: 'anpr', id: 'a' } });
    const sent: [string, { add: { properties: { id: string } }[] }][] = [];
    const radii: number[] = [];
    const map = {
      getSource: (id: string) => ({
        updateData: (diff: (typeof sent)[number][1]) => sent.push([id, diff]),
        setData: () => undefined,
      }),
      getZoom: () => 14,
      setPaintProperty: (layer: string, _name: string, [, , , , width]: number[]) =>
        layer === 'anpr-reach-most' && radii.push(width!),
    };
    const painter = openAnprPainter(map as never, () => true, false);
    painter.again();
    const ids = (source: string) => sent.filter(([id]) => id === source).flatMap(([, { add }]) => add.map(({ properties }) => properties.id)); // prettier-ignore
    expect(ids(ANPR_REACH)).toEqual(['reach']);
    expect(ids(ANPR_TRAIL)).toContain('next:middle');
    const before = sent.length;
    vi.advanceTimersByTime(20_000);
    expect(sent.length).toBe(before);
    expect(radii.length).toBeGreaterThan(10);
    expect(radii).toEqual([...radii].sort((a, b) => a - b));

    useChase.setState({ shown: false });
    vi.advanceTimersByTime(1_000);
    const removed = sent.slice(before).flatMap(([, diff]) => (diff as unknown as { remove: string[] }).remove); // prettier-ignore
    expect(removed).toContain('reach');
    expect(removed).toContain('next:middle');
    expect(removed).not.toContain('a.1');
    painter.close();
  });
});

describe('next cameras', () => {
  it('[map] each has its rank and expected time, below the passage that it stands beside', () => {
    const one = (camera: string) => ({
      ...{ camera, point: MIDDLE, metres: 900, weight: 1, behind: 0, path: [WEST, MIDDLE] },
      ...{ early: NOW, likely: NOW + 60_000, late: NOW + 120_000, probability: 0.5 },
      standing: 'ahead' as const,
    });
    const marks = nextFeatures([one('middle'), one('west')], [{ camera: 'west' }]).filter(
      ({ geometry }) => geometry.type === 'Point',
    );
    expect(marks.map(({ properties }) => properties)).toMatchObject([
      { id: 'next:middle', rank: 1, icon: 'anpr-next:1:ahead', label: '≈ 14:01', below: false },
      { id: 'next:west', rank: 2, below: true, percent: 50 },
    ]);
  });
});
