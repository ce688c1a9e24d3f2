import type { LookRow } from '../../../shared/anpr/lookback.ts';
import type { Outlook } from '../../../shared/anpr/pursuit.ts';
import type { Passage } from '../../../shared/subject/anpr/schema.ts';
import type { Point } from '../../../shared/value.ts';
import { clockOf, momentOf, timeOf } from '../../part/time.ts';
import { nextIcon, passIcon } from '../anpr-icon.ts';
import type { MapFeature } from '../layer/feature.ts';

/** The selected alert on the map: its passages in order, what went before, and what is expected. */

/** Times beside one camera; more are told by the pane. */
const MOST_TIMES = 3;
const apart = (a: Readonly<Point>, b: Readonly<Point>): boolean => a[0] !== b[0] || a[1] !== b[1];

const line = (
  id: string,
  kind: string,
  coordinates: readonly Readonly<Point>[],
  more: Record<string, unknown> = {},
): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: coordinates.map((point) => [...point]) },
  properties: { id, kind, restricted: false, ...more },
});

export type Seen = Passage & { id: string };

/** `passages`: in order. `restricted`: the alert is not for everybody. */
export function trailFeatures(passages: readonly Seen[], restricted: boolean): MapFeature[] {
  const legs = passages.slice(1).flatMap((to, i) => {
    const from = passages[i]!;
    const possible = [from, to].some(({ certainty }) => certainty === 'possible');
    return apart(from.point, to.point)
      ? [line(`leg:${to.id}`, 'anpr-leg', [from.point, to.point], { possible })]
      : [];
  });
  const spots = new Map<string, { one: Seen; number: number }[]>();
  passages.forEach((one, i) => {
    const key = one.point.join();
    spots.set(key, [...(spots.get(key) ?? []), { one, number: i + 1 }]);
  });
  const marks = [...spots.values()].map((all): MapFeature => {
    const { one, number } = all.at(-1)!;
    const isLast = number === passages.length;
    const times = all.slice(-MOST_TIMES).map((each) => {
      const time = clockOf(each.one.at);
      return all.length > 1 ? `${each.number} · ${time}` : time;
    });
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: one.point },
      properties: {
        ...{ id: one.id, kind: 'anpr-pass', camera: one.camera, at: one.at, number, isLast },
        certainty: one.certainty,
        icon: passIcon(number, one.certainty, isLast),
        label: [...(all.length > MOST_TIMES ? ['…'] : []), ...times].join('\n'),
        restricted,
      },
    };
  });
  return [...legs, ...marks];
}

/** Before the alert, thinner; `first`: the alert's first passage, to which the way led. */
export function earlierFeatures(
  rows: readonly LookRow[],
  placeOf: (camera: string) => Point | undefined,
  first: Point | undefined,
): MapFeature[] {
  const placed = rows
    .flatMap(({ read, camera, at }) => {
      const point = placeOf(camera);
      return point ? [{ read, camera, at, point }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const stops = [...placed.map(({ point }) => point), ...(first ? [first] : [])];
  const legs = stops.slice(1).flatMap((to, i) => {
    const from = stops[i]!;
    return apart(from, to) ? [line(`before-leg:${i}`, 'anpr-before-leg', [from, to])] : [];
  });
  const marks = placed.map(({ read, camera, at, point }): MapFeature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: point },
    properties: {
      ...{ id: `before:${read}`, kind: 'anpr-before', camera, at },
      ...{ icon: 'anpr-before', label: momentOf(at), restricted: true },
    },
  }));
  return [...legs, ...marks];
}

/** Cameras that likely see it next, with the expected time, and the ways to the first few of them. */
export function nextFeatures(
  outlook: readonly Outlook[],
  passed: readonly Pick<Passage, 'camera'>[],
): MapFeature[] {
  const taken = new Set(passed.map(({ camera }) => camera));
  const ways = outlook
    .slice(0, 3)
    .filter(({ path }) => path.length > 1)
    .map(({ camera, path, probability }) => {
      const opacity = Math.min(0.95, 0.35 + probability);
      return line(`route:${camera}`, 'anpr-route', path, { opacity });
    });
  const marks = outlook.map(
    ({ camera, point, early, likely, late, standing, probability }, i): MapFeature => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: point },
      properties: {
        ...{ id: `next:${camera}`, kind: 'anpr-next', camera, early, likely, late, standing },
        percent: Math.round(probability * 100),
        below: taken.has(camera),
        ...{ rank: i + 1, icon: nextIcon(i + 1, standing) },
        label: `≈ ${timeOf(likely)}`,
        restricted: false,
      },
    }),
  );
  return [...ways, ...marks];
}
