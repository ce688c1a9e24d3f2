import { Map as Table } from 'immutable';
import { describe, expect, it } from 'vitest';
import { isPlanned, situations, trafficFeature } from '../../client/map/layer/traffic.ts';
import type { Report } from '../../shared/subject/report/schema.ts';
import type { Traffic } from '../../shared/subject/report/traffic.ts';

const NOW = '2026-11-24T08:00:00.000Z';
const [BEFORE, AFTER] = ['2026-11-24T07:00:00.000Z', '2026-11-24T09:00:00.000Z'];
const LINE: Traffic['line'] = [[4.36, 50.85], [4.37, 50.86]]; // prettier-ignore

const row = (id: string, traffic: Partial<Traffic> | undefined, more: Partial<Report> = {}) =>
  ({
    ...{ id, text: `Toestand ${id}`, status: 'new', priority: 3, received: BEFORE },
    ...{ place: { point: [4.35, 50.85] } },
    ...(traffic ? { traffic: { kind: 'works', ...traffic } } : {}),
    ...more,
  }) as Report;
const stateOf = (...rows: Report[]) => ({
  report: { reports: Table(rows.map((one) => [one.id, one])), past: Table() } as never,
});
const standing = (...rows: Report[]) => [...situations(stateOf(...rows), NOW)].map(({ id }) => id);
const dismissed = (reason: string): Partial<Report> => ({
  status: 'dismissed',
  dismissed: { reason, at: BEFORE, by: 'a' },
});

describe('traffic situations on the map', () => {
  it('[map] stand as long as they hold, whatever became of their report', () => {
    const rows = [
      row('new', {}),
      row('merged', {}, { status: 'merged', incident: 'i' }),
      row('no-action', {}, dismissed('no-action')),
      row('later', { from: AFTER }),
      row('still', { until: AFTER }),
    ];
    expect(standing(...rows)).toEqual(['new', 'merged', 'no-action', 'later', 'still']);
  });

  it('[map] do not stand when over, untrue, said already, nowhere, or no traffic at all', () => {
    const rows = [
      row('over', {}, { over: true }),
      row('ended', { until: NOW }),
      row('false', {}, dismissed('false')),
      row('twice', {}, dismissed('duplicate')),
      row('nowhere', {}, { place: { text: 'Alert-C' } }),
      row('fire', undefined),
    ];
    expect(standing(...rows)).toEqual([]);
  });

  it('[map] are a line with its direction, or a sign at a point; announced ones look so', () => {
    const drawn = (one: Report) => {
      const [situation] = situations(stateOf(one), NOW);
      return trafficFeature(situation!, isPlanned(situation!, NOW));
    };
    const stretch = drawn(row('a', { line: LINE, way: 'north', from: AFTER }));
    expect(stretch.geometry).toEqual({ type: 'LineString', coordinates: LINE });
    expect(stretch.properties).toMatchObject({
      ...{ kind: 'traffic', what: 'works', icon: 'traffic:works:planned' },
      ...{ planned: true, oneWay: true, way: 'north', from: AFTER, restricted: false },
    });
    expect(drawn(row('b', { line: LINE, way: 'both' })).properties.oneWay).toBe(false);
    const sign = drawn(row('c', { from: BEFORE }, { restrictions: ['police'] }));
    expect(sign.geometry).toEqual({ type: 'Point', coordinates: [4.35, 50.85] });
    expect(sign.properties).toMatchObject({
      ...{ icon: 'traffic:works:now', planned: false, oneWay: false, restricted: true },
    });
  });
});
