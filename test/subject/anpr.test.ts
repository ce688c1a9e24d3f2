import { describe, expect, it } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { mayDo } from '../../shared/role.ts';
import { qualityOf } from '../../shared/subject/anpr/quality.ts';
import { openAlertOf } from '../../shared/subject/anpr/select.ts';
import { SILENT_MINUTES } from '../../shared/subject/anpr/limits.ts';
import type { AlertRow } from '../../shared/subject/anpr/schema.ts';
import { looksLikePlate } from '../../shared/subject/anpr/words.ts';
import { hit, opened, pass, raised, said, second, verified } from '../fake/anpr.ts';
import { given, minute, roles, type As, type Given } from '../given.ts';

/** The system's hand sees what police does; officers of the police see what is covert too. */
const officer: As = { role: 'officer' };
const police: As = { role: 'police' };
const other: As = { role: 'police', person: 'second' };
const one = { alert: 'a-1' };
const get = ({ state }: Given, id = 'a-1'): AlertRow => state.anpr.alerts.get(id)!;
const passages = ({ state }: Given) => [...state.anpr.passages.values()];

describe('hits', () => {
  it('[P4.190] a hit is an alert; further passages of the same entry join it while it is open', () => {
    const first = given()
      .when('anpr.raise', hit(), { ...officer, id: 'a-1' })
      .then([raised()]);
    expect(get(first)).toMatchObject({
      ...{ id: 'a-1', list: 'stolen', status: 'new', camera: 'koekelberg', at: second(0) },
      ...{ raised: minute(1), passages: 1, checks: [], restrictions: ['police'] },
    });
    const next = pass({ read: 'r-2', camera: 'leopold2', at: second(90) });
    const second_ = first
      .when('anpr.raise', hit(next), { ...officer, id: 'a-2' })
      .then([said('passed', next)]);
    expect(get(second_)).toMatchObject({
      ...{ passages: 2, camera: 'koekelberg', lastCamera: 'leopold2', last: second(90) },
    });
    expect(passages(second_).map(({ id, camera }) => [id, camera])).toEqual([
      ['a-1|1', 'koekelberg'],
      ['a-1|2', 'leopold2'],
    ]);
    expect(openAlertOf(second_.state.anpr, 'stolen', 'e-1')?.id).toBe('a-1');
    // The same read once more, under another command.
    second_.when('anpr.raise', hit(next), { ...officer, id: 'a-3' }).then([]);
    second_.when('anpr.raise', hit(next), { ...officer, id: 'a-1' }).then(refuse('id-taken'));
  });

  it('[P4.190] another entry, another list, a list that became more secret: an alert of its own', () => {
    const before = given(raised());
    const next = { read: 'r-2', camera: 'leopold2', at: second(90) };
    for (const more of [
      { entry: 'e-2' },
      { list: 'uninsured' },
      { restrictions: ['police', 'covert'] },
    ])
      expect(
        before.when('anpr.raise', hit(next, more), { ...officer, id: 'a-2' }).done().state.anpr
          .alerts.size,
      ).toBe(2);
    before
      .when('anpr.raise', hit(next, { restrictions: ['nobody'] }), officer)
      .then(refuse('restriction-unknown', 'data.restrictions'));
    before
      .when('anpr.raise', hit(next, { restrictions: ['covert'] }), police)
      .then(refuse('restriction-not-yours', 'data.restrictions'));
  });

  it('[P4.190] a camera that tells late changes neither where it was seen last nor when', () => {
    const late = { read: 'r-2', camera: 'leopold2', at: second(-300) };
    const after = given(raised()).when('anpr.raise', hit(late), officer).done();
    expect(get(after)).toMatchObject({ passages: 2, last: second(0), lastCamera: 'koekelberg' });
  });

  it('[P4.191] a car that stands before a camera is one passage, counted once a minute at most', () => {
    const again = (n: number, more = {}) => hit({ read: `r-${n}`, at: second(n), ...more });
    const before = given(raised());
    before.when('anpr.raise', again(59), officer).then([]);
    const stood = before
      .when('anpr.raise', again(61), officer)
      .then([said('stood', { camera: 'koekelberg', at: second(61), passage: 1 })]);
    expect(passages(stood)).toMatchObject([{ times: 2, at: second(0), last: second(61) }]);
    expect(get(stood)).toEqual(get(before));
    // Ten minutes from when it was last seen there: it goes on standing.
    stood
      .when('anpr.raise', again(660), officer)
      .then([said('stood', { camera: 'koekelberg', at: second(660), passage: 1 })]);
    for (const moved of [again(662), again(120, { direction: 'leaving' })])
      expect(get(stood.when('anpr.raise', moved, officer).done()).passages).toBe(2);
  });

  it('[P4.192] an alert is as certain as its most certain passage, a standing car too', () => {
    const doubt = { certainty: 'possible', probability: 0.7 };
    const before = given(raised(doubt));
    const sure = before
      .when('anpr.raise', hit({ read: 'r-2', at: second(20), probability: 0.98 }), officer)
      .done();
    expect(get(sure)).toMatchObject({ certainty: 'certain', probability: 0.98, passages: 2 });
    const less = { read: 'r-3', camera: 'leopold2', at: second(90), ...doubt, probability: 0.99 };
    expect(get(sure.when('anpr.raise', hit(less), officer).done())).toMatchObject({
      ...{ certainty: 'certain', probability: 0.98, passages: 3 },
    });
  });

  it('[P4.191] of a long way the latest passages stay in the state', () => {
    let scene = given(raised());
    for (let n = 2; n <= 230; n += 1)
      scene = scene
        .when(
          'anpr.raise',
          hit({ read: `r-${n}`, camera: `c-${n % 7}`, at: second(n * 1_000) }),
          officer,
        )
        .done();
    expect(get(scene).passages).toBe(230);
    expect(scene.state.anpr.passages.size).toBe(200);
    expect(scene.state.anpr.passages.has('a-1|31')).toBe(true);
    expect(scene.state.anpr.passages.has('a-1|30')).toBe(false);
  });
});

describe('what was settled', () => {
  const rejected = (reason: string) => said('rejected', { reason, camera: 'koekelberg' });
  const raises = (scene: Given, passage: object, at: string, more: object = {}): boolean =>
    scene
      .when('anpr.raise', hit({ read: 'r-9', ...passage }, more), { ...officer, id: 'a-9', at })
      .done().state.anpr.alerts.size === 2;
  const quiet = (scene: Given, passage: object, at: string, more: object = {}): void => {
    const moved = { id: 'a-9', at, ...officer };
    const then = scene.when('anpr.raise', hit({ read: 'r-9', ...passage }, more), moved);
    const { camera = 'koekelberg', at: when } = passage as { camera?: string; at: string };
    then.then([said('stood', { camera, at: when, passage: 1 })]);
  };
  const doubt = { certainty: 'possible', probability: 0.6 };
  const soon = second(200);
  const later = second(60 * SILENT_MINUTES + 1);

  it('[P4.193] a false read silences possible hits of that camera for half an hour, and nothing else', () => {
    const scene = given(raised(doubt), rejected('false-read'));
    quiet(scene, { ...doubt, at: soon }, minute(4));
    expect(raises(scene, { ...doubt, at: later }, later)).toBe(true);
    expect(raises(scene, { at: soon }, minute(4))).toBe(true);
    expect(raises(scene, { ...doubt, at: soon, camera: 'leopold2' }, minute(4))).toBe(true);
    expect(raises(scene, { at: soon, camera: 'leopold2' }, minute(4))).toBe(true);
    // A certain read that was false: the next certain one may be the vehicle itself.
    expect(raises(given(raised(), rejected('false-read')), { at: soon }, minute(4))).toBe(true);
  });

  it('[P4.193] a car known to be parked stays silent while it stands, another vehicle a shorter while', () => {
    const parked = given(raised(), rejected('parked'));
    quiet(parked, { at: second(1_500) }, second(1_500));
    expect(raises(parked, { at: later }, later)).toBe(true);
    expect(raises(parked, { at: soon, camera: 'leopold2' }, soon)).toBe(true);
    const closed = [
      raised(),
      verified,
      said('closed', { outcome: 'stopped', camera: 'koekelberg' }),
    ];
    for (const scene of [given(raised(), rejected('not-the-vehicle')), given(...closed)]) {
      quiet(scene, { at: soon }, soon);
      expect(raises(scene, { at: second(700) }, second(700))).toBe(true);
      expect(raises(scene, { at: soon, camera: 'leopold2' }, soon)).toBe(true);
    }
  });

  it('[P4.193] an entry found outdated is silent everywhere for half an hour, in that version of the list', () => {
    const scene = given(raised(), rejected('list-outdated'));
    const elsewhere = { at: soon, camera: 'leopold2' };
    const as = { ...officer, id: 'a-9', at: soon };
    scene.when('anpr.raise', hit({ read: 'r-9', ...elsewhere }), as).then([]);
    expect(raises(scene, elsewhere, soon, { version: 4 })).toBe(true);
    expect(raises(scene, elsewhere, second(60 * SILENT_MINUTES + 121))).toBe(true);
  });

  it('[P4.193] what is more certain than what was settled is never silent; a reopened alert joins again', () => {
    const scene = given(raised(doubt), rejected('parked'));
    expect(raises(scene, { at: soon }, soon)).toBe(true);
    const reopened = given(raised(), rejected('parked'), said('reopened', { note: 'Rijdt' }));
    const next = pass({ read: 'r-9', camera: 'leopold2', at: soon });
    reopened.when('anpr.raise', hit(next), officer).then([said('passed', next)]);
  });
});

describe('verifying', () => {
  it('[P4.194] nothing follows from a hit that is not verified', () => {
    for (const scene of [
      given(opened(), raised()),
      given(opened(), raised(), said('acknowledged')),
    ])
      for (const [type, data] of [
        ['anpr.link', { incident: 'i-1' }],
        ['anpr.dispatch', { to: 'Ploeg 12' }],
        ['anpr.close', { outcome: 'found' }],
      ] as const)
        scene.when(type, { ...one, ...data }, police).then(refuse('anpr-unverified', 'data.alert'));
    given().when('anpr.acknowledge', one, police).then(refuse('anpr-unknown', 'data.alert'));
  });

  it('[P4.195] both checks by one person verify it; who repeats one changes nothing', () => {
    const first = given(raised())
      .when('anpr.check', { ...one, check: 'picture' }, police)
      .then([said('acknowledged'), said('checked', { check: 'picture', verified: false })]);
    expect(get(first)).toMatchObject({ status: 'acknowledged', acknowledged: { who: 'police' } });
    first.when('anpr.check', { ...one, check: 'picture' }, police).then([]);
    first.when('anpr.acknowledge', one, other).then([]);
    // Half by one and half by another is no check by anybody.
    const half = first
      .when('anpr.check', { ...one, check: 'list' }, other)
      .then([said('checked', { check: 'list', verified: false })]);
    expect(get(half).status).toBe('acknowledged');
    const whole = half
      .when('anpr.check', { ...one, check: 'list' }, police)
      .then([said('checked', { check: 'list', verified: true })]);
    expect(get(whole)).toMatchObject({ status: 'verified', verified: { who: 'police' } });
    whole.when('anpr.check', { ...one, check: 'picture' }, other).then([]);
  });

  it('[P4.195] a severe list wants both checks of two accounts, however often one of them tries', () => {
    const step = (scene: Given, check: string, as: As): Given =>
      scene.when('anpr.check', { ...one, check }, as).done();
    let scene = step(step(given(raised({ persons: 2 })), 'picture', police), 'list', police);
    expect(get(scene).status).toBe('acknowledged');
    scene.when('anpr.check', { ...one, check: 'picture' }, police).then([]);
    scene.when('anpr.check', { ...one, check: 'list' }, police).then([]);
    scene = step(scene, 'list', other);
    expect(get(scene).status).toBe('acknowledged');
    scene = step(scene, 'picture', other);
    expect(get(scene)).toMatchObject({ status: 'verified', verified: { who: 'second' } });
  });

  it('[P4.195] who is not sent the plate can neither check nor reject; no machine and no system hand does', () => {
    const before = given(raised());
    for (const role of ['administrator', 'supervisor']) {
      before
        .when('anpr.check', { ...one, check: 'picture' }, { role })
        .then(refuse('anpr-plate-unseen', 'data.alert'));
      before
        .when('anpr.reject', { ...one, reason: 'false-read' }, { role })
        .then(refuse('anpr-plate-unseen', 'data.alert'));
      before
        .when('anpr.rejectAll', { alerts: ['a-1'], reason: 'test' }, { role })
        .then(refuse('anpr-plate-unseen', 'data.alerts'));
    }
    for (const [name, role] of Object.entries(roles)) {
      const checks = mayDo(role, 'anpr.check') && role.cleared.includes('plate');
      expect([name, checks]).toEqual([name, ['police', 'officer'].includes(name)]);
      expect([name, role.machine && role.cleared.includes('plate')]).toEqual([name, false]);
    }
  });

  it('[P4.194] a patrol is sent by a person and written down; closed with its outcome, reopened with a reason', () => {
    const sent = given(raised(), verified)
      .when('anpr.dispatch', { ...one, to: 'Ploeg 12', note: 'Grijze Golf' }, police)
      .then([said('dispatched', { to: 'Ploeg 12', note: 'Grijze Golf' })]);
    expect(get(sent)).toMatchObject({ status: 'dispatched', dispatched: { to: 'Ploeg 12' } });
    const closed = sent
      .when('anpr.close', { ...one, outcome: 'stopped' }, police)
      .then([said('closed', { outcome: 'stopped', camera: 'koekelberg' })]);
    expect(get(closed)).toMatchObject({ status: 'closed', closed: { outcome: 'stopped' } });
    for (const [type, data] of [
      ['anpr.acknowledge', {}],
      ['anpr.check', { check: 'list' }],
      ['anpr.reject', { reason: 'test' }],
      ['anpr.link', { incident: 'i-1' }],
      ['anpr.unlink', {}],
      ['anpr.dispatch', { to: 'Ploeg 13' }],
      ['anpr.close', { outcome: 'found' }],
    ] as const)
      closed.when(type, { ...one, ...data }, police).then(refuse('anpr-settled', 'data.alert'));
    sent
      .when('anpr.reopen', { ...one, reason: 'Nog bezig' }, police)
      .then(refuse('anpr-open', 'data.alert'));
    const again = closed
      .when('anpr.reopen', { ...one, reason: 'Weer weg' }, police)
      .then([said('reopened', { note: 'Weer weg' })]);
    // Too early closed: what was checked stands.
    expect(get(again)).toMatchObject({ status: 'dispatched', dispatched: { to: 'Ploeg 12' } });
    expect(get(again).notes?.map(({ what, text }) => [what, text])).toEqual([
      ['dispatched', 'Grijze Golf'],
      ['reopened', 'Weer weg'],
    ]);
  });
});

describe('rejecting', () => {
  const reason = 'not-the-vehicle';

  it('[P4.196] is possible in every open state; reopened, it must be checked anew', () => {
    for (const before of [
      [raised()],
      [raised(), said('acknowledged')],
      [raised(), verified],
      [raised(), verified, said('dispatched', { to: 'Ploeg 12' })],
      [raised(), verified, said('linked')],
    ]) {
      const no = given(...before)
        .when('anpr.reject', { ...one, reason, note: 'Ander merk' }, police)
        .then([said('rejected', { reason, note: 'Ander merk', camera: 'koekelberg' })]);
      expect(get(no)).toMatchObject({ status: 'rejected', rejected: { reason, who: 'police' } });
      no.when('anpr.reject', { ...one, reason }, police).then(refuse('anpr-settled', 'data.alert'));
      const again = no.when('anpr.reopen', { ...one, reason: 'Toch wel' }, other).done();
      expect(get(again)).toMatchObject({ status: 'acknowledged', checks: [] });
      expect(get(again).verified).toBeUndefined();
    }
  });

  it('[P4.196] several of one list in one go; none that was verified; what was settled is passed over', () => {
    const two = raised({ entry: 'e-2' }, 'a-2');
    const all = { alerts: ['a-1', 'a-2', 'a-1'], reason: 'list-outdated' };
    const no = (id: string) =>
      said('rejected', { reason: 'list-outdated', camera: 'koekelberg' }, id);
    const done = given(raised(), two)
      .when('anpr.rejectAll', all, police)
      .then([no('a-1'), no('a-2')]);
    done.when('anpr.rejectAll', all, police).then([]);
    given(raised(), no('a-1'), two)
      .when('anpr.rejectAll', all, police)
      .then([no('a-2')]);
    given(raised(), verified, two)
      .when('anpr.rejectAll', { ...all, alerts: ['a-2', 'a-1'] }, police)
      .then(refuse('anpr-verified', 'data.alerts.1'));
    given(raised(), raised({ list: 'uninsured' }, 'a-2'))
      .when('anpr.rejectAll', all, police)
      .then(refuse('anpr-lists-differ', 'data.alerts.1'));
    given(raised(), raised({}, 'a-2', ['covert', 'police']))
      .when('anpr.rejectAll', all, police)
      .then(refuse('anpr-unknown', 'data.alerts.1'));
  });

  it('[P4.200] what people judged teaches how well a camera reads, once per alert, and for 30 days', () => {
    const no = (why: string) => said('rejected', { reason: why, camera: 'koekelberg' });
    const quality = (scene: Given, at = minute(9)) => qualityOf(scene.state.anpr, 'koekelberg', at);
    expect(quality(given(raised(), said('acknowledged')))).toEqual({ judged: 0, falseReads: 0 });
    const good = given(raised(), verified);
    expect(quality(good)).toEqual({ judged: 1, falseReads: 0 });
    expect(quality(given(raised(), verified, no('parked')))).toEqual({ judged: 1, falseReads: 0 });
    const bad = given(raised(), verified, no('false-read'));
    expect(quality(bad)).toEqual({ judged: 1, falseReads: 1 });
    const undone = bad.when('anpr.reopen', { ...one, reason: 'Vergist' }, police).done();
    expect(quality(undone)).toEqual({ judged: 0, falseReads: 0 });
    expect(quality(bad, '2026-12-24T08:00:00.000Z')).toEqual({ judged: 1, falseReads: 1 });
    expect(quality(bad, '2026-12-26T08:00:00.000Z')).toEqual({ judged: 0, falseReads: 0 });
    expect(bad.seenBy('police').anpr.quality.size).toBe(0);
  });
});

describe('words', () => {
  it('[P4.198] words that hold a plate are refused: they would outlive it', () => {
    const before = given(raised(), verified);
    for (const [type, data, place] of [
      ['anpr.reject', { reason: 'false-read', note: 'Het is 1-XXX-001' }, 'note'],
      ['anpr.dispatch', { to: 'Ploeg 12 voor 1xxx001' }, 'to'],
      ['anpr.dispatch', { to: 'Ploeg 12', note: 'ZZ-001-ZZ' }, 'note'],
      ['anpr.close', { outcome: 'lost', note: 'XXX 001 niet, 1 XXX 001 wel' }, 'note'],
      ['anpr.reopen', { reason: 'weer 2-zzz-042' }, 'reason'],
    ] as const)
      before
        .when(type, { ...one, ...data }, police)
        .then(refuse('anpr-plate-written', `data.${place}`));
    for (const plate of [
      '1-XXX-001',
      '9TST123',
      'xxx-001',
      '001-XXX',
      'ZZ 001 ZZ',
      '12-XX-34',
      'X-YZ 123',
    ])
      // prettier-ignore
      expect([plate, looksLikePlate(`Dit is ${plate}.`)]).toEqual([plate, true]);
    for (const text of [
      'Bel de 112 en de 101',
      'Ploeg 12, PZ Noord 5340',
      'Reed 300 m verder op de R20 en de E40',
      "Vu à l'avenue Charles-Quint 124 vers 14h30",
      'Maatregel M10.2, zone 5339, lijst 3',
    ])
      expect([text, looksLikePlate(text)]).toEqual([text, false]);
  });
});

describe('vehicles that go along', () => {
  const beside = { ...one, vehicle: 'v-1', cameras: ['c-1', 'c-2', 'c-3'], sealed: 'verzegeld' };

  it('[P4.204] are pointed out on lists that allow it, and once', () => {
    given(raised())
      .when('anpr.accompany', beside, officer)
      .then(refuse('anpr-no-convoy', 'data.alert'));
    const { alert: _, ...data } = beside;
    const told = given(raised({ convoy: true }))
      .when('anpr.accompany', beside, officer)
      .then([said('accompanied', data)]);
    expect(told.state.anpr.companions.get('a-1|v-1')).toMatchObject({ alert: 'a-1', ...data });
    told.when('anpr.accompany', { ...beside, cameras: ['c-3', 'c-1', 'c-2'] }, officer).then([]);
    told
      .when('anpr.accompany', { ...beside, cameras: ['c-2', 'c-3', 'c-4'] }, officer)
      .then([said('accompanied', { ...data, cameras: ['c-1', 'c-2', 'c-3', 'c-4'] })]);
    given(raised({ convoy: true }), said('rejected', { reason: 'test', camera: 'koekelberg' }))
      .when('anpr.accompany', beside, officer)
      .then(refuse('anpr-settled', 'data.alert'));
    let many = told;
    for (let n = 2; n <= 20; n += 1)
      many = many.when('anpr.accompany', { ...beside, vehicle: `v-${n}` }, officer).done();
    many.when('anpr.accompany', { ...beside, vehicle: 'v-21' }, officer).then([]);
  });
});
