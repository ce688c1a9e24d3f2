import { describe, expect, it } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { BOARD } from '../../shared/subject/site/decide.ts';
import { given, minute, withPlan } from '../given.ts';

const name = (nl: string) => ({ nl, fr: nl });
const sites = [
  { id: 'park-a', name: name('A'), manager: 'gemeente-brussel', closeAt: 70 },
  { id: 'park-b', name: name('B'), manager: 'leefmilieu-brussel', closeAt: 80 },
  { id: 'bos-c', name: name('C'), manager: 'leefmilieu-brussel', closeAt: 120 },
];
const scene = withPlan({ sites });

/** A wind whose strongest gust is so many km/h. */
const blowing = (gust: number, at = minute(0)) => ({
  ...{ station: 'ukkel', name: 'Ukkel', from: 240, speed: 10 },
  ...{ gust: gust / 3.6, observed: at },
});
const wind = (gust: number, at?: string) => {
  const { station, ...data } = blowing(gust, at);
  return fact('wind.observed', station, data);
};
const advised = (gust: number, ...ids: string[]) =>
  fact('site.advised', BOARD, {
    sites: sites
      .filter(({ id }) => ids.includes(id))
      .map(({ id, closeAt }) => ({ site: id, closeAt })),
    why: { gust, station: 'Ukkel' },
  });
const changed = (state: string, ids: string[], more = {}) =>
  fact('site.changed', BOARD, { sites: ids, state, ...more });

describe('closing green spaces in strong wind (M6.6)', () => {
  it('[P5.90] each site is advised to close by the threshold of its own manager', () => {
    const calm = scene(given());
    calm.when('wind.observe', blowing(69)).then([wind(69)]);
    const first = calm.when('wind.observe', blowing(72)).then([wind(72), advised(72, 'park-a')]);
    expect(first.state.site.sites.get('park-a')).toMatchObject({
      state: 'open',
      advised: { closeAt: 70, why: { gust: 72, station: 'Ukkel' } },
    });
    // Said once, and only what is new in a stronger wind.
    const later = first.when('wind.observe', blowing(73, minute(1))).then([wind(73, minute(1))]);
    later
      .when('wind.observe', blowing(121, minute(2)))
      .then([wind(121, minute(2)), advised(121, 'park-b', 'bos-c')]);
  });

  it('[P5.90] a warning in force or soon in force counts as its gust; one for tomorrow not yet', () => {
    const warning = (from: string, until: string) => ({
      ...{ colour: 'orange', gust: 85, from, until, source: 'KMI' },
    });
    const soon = warning(minute(120), minute(600));
    const why = { gust: 85, warning: 'w' };
    const told = [
      { site: 'park-a', closeAt: 70 },
      { site: 'park-b', closeAt: 80 },
    ];
    scene(given())
      .when('site.warn', soon, { id: 'w' })
      .then([fact('site.warned', 'w', soon), fact('site.advised', BOARD, { sites: told, why })])
      .when('site.endWarning', { warning: 'w' })
      .then([
        fact('site.warningEnded', 'w', {}),
        fact('site.calmed', BOARD, { sites: ['park-a', 'park-b'] }),
      ]);
    const far = warning(minute(1_000), minute(1_600));
    scene(given())
      .when('site.warn', far, { id: 'w' })
      .then([fact('site.warned', 'w', far)]);
    scene(given())
      .when('site.warn', warning(minute(9), minute(8)), { id: 'w' })
      .then(refuse('time-order', 'data.until'));
    scene(given())
      .when('site.endWarning', { warning: 'w' })
      .then(refuse('warning-unknown', 'data.warning'));
  });

  it('[P5.91] asked, closed, inspected, reopened: in this order only, each on record', () => {
    const closed = scene(given(wind(90)))
      .when('site.close', { sites: ['park-a', 'park-b', 'park-a'] })
      .then([changed('closing', ['park-a', 'park-b'])])
      .when('site.mark', { sites: ['park-a', 'park-b'], state: 'closed', note: 'poorten dicht' })
      .then([changed('closed', ['park-a', 'park-b'], { note: 'poorten dicht' })]);
    // Asking again for all asks only those that are not closed yet.
    closed.when('site.close', { sites: ['park-a', 'bos-c'] }).then([changed('closing', ['bos-c'])]);
    closed
      .when('site.reopen', { sites: ['park-a'] })
      .then(refuse('site-not-inspected', 'data.sites.0'));
    closed
      .when('site.inspect', { site: 'bos-c', safe: true, by: 'Boswachter' })
      .then(refuse('site-not-closed', 'data.site'));
    const inspected = closed
      .when('site.inspect', { site: 'park-a', safe: true, by: 'Groendienst' })
      .then([changed('inspected', ['park-a'], { safe: true, inspector: 'Groendienst' })]);
    // The wind that was measured is still there.
    inspected
      .when('site.reopen', { sites: ['park-a'] })
      .then(refuse('wind-too-strong', 'data.sites.0'));
    const open = inspected
      .when('wind.observe', blowing(40, minute(4)))
      .done()
      .when('site.reopen', { sites: ['park-a'] })
      .then([changed('reopened', ['park-a'])]);
    expect(open.state.site.sites.get('park-a')).toMatchObject({
      state: 'reopened',
      inspection: { safe: true, inspector: 'Groendienst' },
    });
  });

  it('[P5.91] found unsafe it stays closed, and being closed anew wants a new inspection', () => {
    const unsafe = scene(given(wind(90), changed('closed', ['park-a'])))
      .when('site.inspect', {
        site: 'park-a',
        safe: false,
        by: 'Groendienst',
        note: 'tak hangt los',
      })
      .then([
        changed('closed', ['park-a'], {
          ...{ safe: false, inspector: 'Groendienst', note: 'tak hangt los' },
        }),
      ]);
    expect(unsafe.state.site.sites.get('park-a')).toMatchObject({ inspection: { safe: false } });
    unsafe
      .when('site.reopen', { sites: ['park-a'] })
      .then(refuse('site-not-inspected', 'data.sites.0'));
    const again = scene(
      given(
        changed('closed', ['park-a']),
        changed('inspected', ['park-a'], { safe: true, inspector: 'Groendienst' }),
        changed('closed', ['park-a']),
      ),
    );
    expect(again.state.site.sites.get('park-a')?.inspection).toBeUndefined();
  });

  it('[P5.92] a manager who keeps a site open is left alone until a stronger gust', () => {
    const kept = scene(given(wind(75), advised(75, 'park-a')))
      .when('site.mark', {
        sites: ['park-a'],
        state: 'open',
        note: 'beheerder: toezicht ter plaatse',
      })
      .then([changed('open', ['park-a'], { note: 'beheerder: toezicht ter plaatse' })]);
    kept.when('wind.observe', blowing(75, minute(3))).then([wind(75, minute(3))]);
    kept
      .when('wind.observe', blowing(79, minute(3)))
      .then([wind(79, minute(3)), advised(79, 'park-a')]);
    scene(given())
      .when('site.mark', { sites: ['park-a'], state: 'open' })
      .then([]);
  });

  it('[P5.92] a site that is not on the board is refused with its place in the list', () => {
    scene(given())
      .when('site.close', { sites: ['park-a', 'park-x'] })
      .then(refuse('site-unknown', 'data.sites.1'));
  });
});
