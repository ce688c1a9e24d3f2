import { describe, expect, it } from 'vitest';
import { alarmRates, bandOf } from '../../shared/subject/anpr/rates.ts';
import { alertGroups, openAlerts, settledAlerts } from '../../shared/subject/anpr/select.ts';
import { raised, said, second } from '../fake/anpr.ts';
import { given } from '../given.ts';

describe('in which order', () => {
  const doubt = { certainty: 'possible', probability: 0.6 };
  const row = (id: string, more: object) => raised({ entry: id, ...more }, id);
  const scene = given(
    row('low-new', { priority: 3, at: second(900) }),
    row('top-old', { priority: 1, at: second(10) }),
    row('top-maybe', { priority: 1, at: second(800), ...doubt }),
    row('top-new', { priority: 1, at: second(700) }),
    row('low-old', { priority: 3, at: second(20) }),
    row('done', { priority: 1 }),
    said('rejected', { reason: 'test', camera: 'koekelberg' }, 'done'),
  );

  it('[P4.201] priority first, then certain before possible, then the one seen last', () => {
    const { anpr } = scene.state;
    expect(openAlerts(anpr).map(({ id }) => id)).toEqual([
      ...['top-new', 'top-old', 'top-maybe', 'low-new', 'low-old'],
    ]);
    expect(settledAlerts(anpr).map(({ id }) => id)).toEqual(['done']);
  });

  it('[P4.201] a flood is grouped by list and priority, and never stands before a graver alert', () => {
    const flood = Array.from({ length: 400 }, (_, n) =>
      row(`f-${n}`, { list: 'uninsured', priority: 4, at: second(2_000 + n) }),
    );
    const crowd = given(flood, row('grave', { priority: 1, at: second(0) }), row('other', {}));
    const groups = alertGroups(openAlerts(crowd.state.anpr));
    expect(groups.map(({ list, priority, alerts }) => [list, priority, alerts.length])).toEqual([
      ['stolen', 1, 1],
      ['stolen', 2, 1],
      ['uninsured', 4, 400],
    ]);
    expect(groups[2]?.fresh).toBe(400);
    expect(groups[2]?.alerts[0]?.id).toBe('f-399');
  });
});

describe('how much an operator is alarmed', () => {
  it('[P4.202] the bands of EEMUA 191', () => {
    expect([0, 1, 1.1, 2, 2.1, 9.9, 10, 200].map(bandOf)).toEqual([
      ...['acceptable', 'acceptable', 'manageable', 'manageable'],
      ...['demanding', 'demanding', 'flood', 'flood'],
    ]);
  });

  it('[P4.202] per operator and ten minutes: mean of the hour, worst, now, standing, share rejected', () => {
    // Raised a minute apart from minute 1 on.
    const all = Array.from({ length: 24 }, (_, n) => raised({ entry: `e-${n}` }, `a-${n}`));
    const judged = [
      said('acknowledged', {}, 'a-0'),
      said('rejected', { reason: 'false-read', camera: 'koekelberg' }, 'a-1'),
      said('checked', { check: 'list', verified: true }, 'a-2'),
    ];
    const { alerts } = given(...all, judged).state.anpr;
    const at = (minutes: number) => second(minutes * 60);
    const now = alarmRates(alerts.values(), at(25), 1);
    expect(now).toEqual({
      ...{ mean: 4, band: 'demanding', peak: 10, peakBand: 'flood', now: 9, nowBand: 'demanding' },
      ...{ raised: 24, standing: 21, rejected: 0.5 },
    });
    expect(alarmRates(alerts.values(), at(25), 4)).toMatchObject({
      ...{ mean: 1, band: 'acceptable', peak: 2.5, peakBand: 'demanding' },
    });
    // No more of the hour, but still standing.
    expect(alarmRates(alerts.values(), at(200), 0)).toEqual({
      ...{ mean: 0, band: 'acceptable', peak: 0, peakBand: 'acceptable' },
      ...{ now: 0, nowBand: 'acceptable', raised: 0, standing: 21, rejected: undefined },
    });
  });
});
