import { describe, expect, it } from 'vitest';
import type { SeenEntry } from '../../shared/entry.ts';
import { reduceFor } from '../../shared/reduce.ts';
import { refuse } from '../../shared/refusal.ts';
import { initial, type State } from '../../shared/folds.ts';
import { redactEntry, redactState, viewOf } from '../../shared/role.ts';
import { canonical } from '../../shared/state.ts';
import { fact } from '../../shared/subject.ts';
import { alertsOf, dueAlerts, linkOf } from '../../shared/subject/anpr/select.ts';
import { hit, opened, raised, said, second, verified } from '../fake/anpr.ts';
import { entryOf, given, minute, roles, type As, type Given } from '../given.ts';

const officer: As = { role: 'officer' };
const police: As = { role: 'police' };
const one = { alert: 'a-1' };
const own = ['police'];
const attached = (restrictions = own, incident = 'i-1') =>
  said(
    'attached',
    {
      ...{ incident, own, category: 'judicial', priority: 2, certainty: 'certain' },
      ...{ camera: 'koekelberg', at: second(0) },
    },
    'a-1',
    restrictions,
  );
const lines = ({ state }: Given) =>
  [...state.journal.entries.values()].filter((row) => row.auto?.type.startsWith('anpr.'));

describe('linked alerts', () => {
  const linked = (incident?: string[]) =>
    given(opened(incident), raised(), verified)
      .when('anpr.link', { ...one, incident: 'i-1' }, { role: 'officer' })
      .done();

  it('[P4.197] to an open incident that its linker sees, and to one at a time', () => {
    const before = given(opened(), raised(), verified);
    const after = before
      .when('anpr.link', { ...one, incident: 'i-1' }, police)
      .then([said('linked'), attached()]);
    expect(after.state.anpr.alerts.get('a-1')?.status).toBe('linked');
    expect(alertsOf(after.state.anpr, 'i-1').map(({ id }) => id)).toEqual(['a-1']);
    after.when('anpr.link', { ...one, incident: 'i-1' }, police).then([]);
    const second_ = fact('incident.opened', 'i-2', {
      ...{ number: '2026-0002', type: 'other', title: 'Anders', priority: 3 },
    });
    given(opened(), second_, raised(), verified, [said('linked'), attached()])
      .when('anpr.link', { ...one, incident: 'i-2' }, police)
      .then(refuse('anpr-linked', 'data.alert'));
    before
      .when('anpr.link', { ...one, incident: 'i-9' }, police)
      .then(refuse('incident-unknown', 'data.incident'));
    given(opened(['medical']), raised(), verified)
      .when('anpr.link', { ...one, incident: 'i-1' }, police)
      .then(refuse('incident-unknown', 'data.incident'));
    given(opened(), fact('incident.closed', 'i-1', { summary: 'Gedaan' }), raised(), verified)
      .when('anpr.link', { ...one, incident: 'i-1' }, police)
      .then(refuse('incident-closed', 'data.incident'));
    before.when('anpr.unlink', one, police).then(refuse('anpr-not-linked', 'data.alert'));
    const off = after
      .when('anpr.unlink', one, police)
      .then([said('unlinked'), said('detached', { incident: 'i-1', own })]);
    expect(off.state.anpr.alerts.get('a-1')?.status).toBe('verified');
    expect(linkOf(off.state.anpr, 'a-1')).toBeUndefined();
  });

  it("[P4.197] from the linking on the incident's logbook tells of it, and nothing that identifies", () => {
    const before = given(opened(), raised(), verified);
    expect(lines(before)).toEqual([]);
    const all = linked()
      .when('anpr.raise', hit({ read: 'r-2', camera: 'leopold2', at: second(90) }), officer)
      .done()
      .when('anpr.dispatch', { ...one, to: 'Ploeg 12', note: 'geheim-1' }, police)
      .done()
      .when('anpr.close', { ...one, outcome: 'lost', note: 'geheim-2' }, police)
      .done()
      .when('anpr.reopen', { ...one, reason: 'geheim-3' }, police)
      .done()
      .when('anpr.reject', { ...one, reason: 'test', note: 'geheim-4' }, police)
      .done();
    const told = lines(all);
    expect(told.map(({ auto }) => auto?.data['what'] ?? auto?.type)).toEqual([
      ...['anpr.attached', 'passed', 'dispatched', 'closed', 'reopened', 'rejected'],
    ]);
    for (const row of told) expect(row).toMatchObject({ incident: 'i-1', own, restrictions: own });
    expect(JSON.stringify(told)).not.toMatch(/geheim|verzegeld|e-1|r-2/);
    expect(lines({ ...all, state: all.seenBy('operator') })).toEqual([]);
  });

  it('[P4.197] link and lines are as secret as both: restricted with the incident, released with it, gone with it', () => {
    const scene = linked()
      .when('incident.restrict', { incident: 'i-1', restriction: 'covert' }, officer)
      .done();
    expect(linkOf(scene.state.anpr, 'a-1')?.restrictions).toEqual(['covert', 'police']);
    expect(scene.seenBy('police').anpr.links.size).toBe(0);
    expect(scene.seenBy('police').anpr.alerts.get('a-1')?.status).toBe('linked');
    expect(scene.seenBy('officer').anpr.links.size).toBe(1);
    const more = scene
      .when('anpr.dispatch', { ...one, to: 'Ploeg 12' }, police)
      .then([
        said('dispatched', { to: 'Ploeg 12' }),
        said('told', { incident: 'i-1', own, what: 'dispatched', to: 'Ploeg 12' }, 'a-1', [
          ...['covert', 'police'],
        ]),
      ]);
    expect(lines({ ...more, state: more.seenBy('police') })).toEqual([]);
    const free = more
      .when('incident.release', { incident: 'i-1', restriction: 'covert' }, officer)
      .done();
    expect(linkOf(free.state.anpr, 'a-1')?.restrictions).toEqual(own);
    expect(lines({ ...free, state: free.seenBy('police') }).length).toBe(2);
    // Its own secret stays, whatever the incident's becomes.
    const both = linked(['police'])
      .when('incident.release', { incident: 'i-1', restriction: 'police' }, police)
      .done();
    expect(both.seenBy('operator').incident.incidents.size).toBe(1);
    expect(both.seenBy('operator').anpr.links.size).toBe(0);
    expect(lines({ ...both, state: both.seenBy('operator') })).toEqual([]);
  });

  it('[P4.197] an alert holds no incident open, and outlives it', () => {
    const closed = linked().when('incident.close', { incident: 'i-1', summary: 'Gedaan' }).done();
    const gone = closed.when('incident.archive', { incidents: ['i-1'] }).done();
    expect(gone.state.anpr.links.size).toBe(0);
    expect(gone.state.anpr.alerts.get('a-1')?.status).toBe('linked');
    gone.when('anpr.unlink', one, police).then([said('unlinked')]);
    gone
      .when('anpr.close', { ...one, outcome: 'handed-over' }, police)
      .then([said('closed', { outcome: 'handed-over', camera: 'koekelberg' })]);
  });
});

describe('who sees what', () => {
  const story = [
    opened(),
    raised({ convoy: true }),
    said('accompanied', { vehicle: 'v-1', cameras: ['a', 'b', 'c'], sealed: 'verzegeld' }),
    verified,
    [said('linked'), attached()],
    said('dispatched', { to: 'Ploeg 12', note: 'woorden' }),
    raised({ entry: 'e-2', covert: true }, 'a-2', ['covert', 'police']),
    said('rejected', { reason: 'test', note: 'woorden', camera: 'koekelberg' }, 'a-2', [
      ...['covert', 'police'],
    ]),
    said('listed', { ...{ list: 'stolen', version: 3, entries: 2, by: 'P-1' }, ...{ added: 2, changed: 0, removed: 0 } }, 'stolen@3'), // prettier-ignore
  ];
  const scene = given(...story);
  const tell = (role: string) => JSON.stringify(scene.seenBy(role).anpr);

  it('[P4.203] plates go to who is cleared for them, alerts of a list to who may see the list, and nothing to others', () => {
    for (const [name, { cleared, sees }] of Object.entries(roles)) {
      const { alerts, lists } = scene.seenBy(name).anpr;
      const may = sees.includes('anpr');
      const ids = ['police', 'covert'].map((one) => may && cleared.includes(one));
      expect([name, alerts.has('a-1'), alerts.has('a-2')]).toEqual([
        name,
        ids[0],
        ids[0] && ids[1],
      ]);
      expect([name, lists.size > 0]).toEqual([name, ids[0]]);
      expect([name, tell(name).includes('verzegeld')]).toEqual([
        name,
        ids[0] && cleared.includes('plate'),
      ]);
    }
    expect(tell('traffic')).not.toMatch(/stolen|koekelberg|a-1/);
  });

  it('[P4.198] what people wrote about a vehicle reaches those only who are sent plates', () => {
    expect(tell('police')).toContain('woorden');
    for (const name of ['administrator', 'supervisor', 'auditor', 'operator'])
      expect([name, tell(name).includes('woorden')]).toEqual([name, false]);
  });

  it('[P4.203] sealed, opened at the door or neither: what is folded is what was sent', () => {
    const entries = story.map((events, i) => entryOf(i + 1, [events].flat(), {}));
    const open = {
      raw: '1XXX001',
      plate: '1XXX001',
      listed: '1-XXX-001',
      reason: 'x',
      differences: [],
    };
    const edits: ((data: Record<string, unknown>) => Record<string, unknown>)[] = [
      (data) => data,
      ({ sealed, ...data }) => (sealed === undefined ? data : { ...data, open }),
      ({ sealed: _sealed, ...data }) => data,
    ];
    const view = viewOf(roles['officer']!);
    const [sealed, opened_, bare] = edits.map((edit): State =>
      entries
        .map((entry): SeenEntry => redactEntry(view, entry))
        .map((entry) => ({
          ...entry,
          events: entry.events.map((event) => ({ ...event, data: edit({ ...event.data }) })),
        }))
        .reduce(reduceFor(view.sees), initial),
    );
    expect(canonical(sealed!)).toBe(canonical(redactState(view, scene.state)));
    for (const table of ['passages', 'companions'] as const) {
      const rows = [sealed, opened_, bare].map((state) => [...state!.anpr[table].values()][0]!);
      expect(rows.map((row) => [row.sealed, row.open?.plate])).toEqual([
        ['verzegeld', undefined],
        [undefined, '1XXX001'],
        [undefined, undefined],
      ]);
    }
  });
});

describe('the end of an alert', () => {
  const DAY = 86_400_000;
  const after = (days: number): string =>
    new Date(Date.parse(minute(9)) + days * DAY).toISOString();
  const closed = said('closed', { outcome: 'found', camera: 'koekelberg' });
  const list = (version: number) => ({
    ...{ list: 'stolen', version, entries: 9, added: 1, changed: 0, removed: 0 },
    ...{ by: 'Demo', restrictions: own },
  });
  const version = (n: number) => {
    const { restrictions: _, ...data } = list(n);
    return said('listed', data, `stolen@${n}`);
  };

  it('[P4.199] settled ones go after the days of their list, all after 12 months, none before; and with all that hangs on them', () => {
    const beside = said('accompanied', { vehicle: 'v-1', cameras: ['a'], sealed: 'verzegeld' });
    const scene = given(
      ...[opened(), raised({ convoy: true }), beside, verified, [said('linked'), attached()]],
      ...[closed, raised({ entry: 'e-2' }, 'a-2')],
    );
    const ids = { alerts: ['a-1', 'a-2', 'a-1', 'a-9'] };
    scene.when('anpr.erase', ids, { ...officer, at: after(29) }).then([]);
    expect(dueAlerts(scene.state.anpr, after(29))).toEqual([]);
    expect(dueAlerts(scene.state.anpr, after(31))).toEqual(['a-1']);
    const gone = scene
      .when('anpr.erase', ids, { ...officer, at: after(31) })
      .then([said('erased')]);
    const { alerts, passages, links, companions } = gone.state.anpr;
    expect([alerts.size, passages.size, links.size, companions.size]).toEqual([1, 1, 0, 0]);
    expect(JSON.stringify([...passages.values()])).not.toContain('a-1');
    gone.when('anpr.erase', ids, { ...officer, at: after(366) }).then([said('erased', {}, 'a-2')]);
    given(
      raised({}, 'a-1', ['covert', 'police']),
      said('rejected', { reason: 'test', camera: 'k' }),
    )
      .when('anpr.erase', { alerts: ['a-1'] }, { ...police, at: after(366) })
      .then([]);
  });

  it('[P4.199] a version of a list is kept while it is in force or an alert refers to it', () => {
    const third = given()
      .when('anpr.list', list(3), officer)
      .then([version(3)]);
    expect(third.state.anpr.lists.get('stolen@3')).toMatchObject({ list: 'stolen', entries: 9 });
    third.when('anpr.list', list(3), officer).then([]);
    third.when('anpr.list', list(2), officer).then([]);
    third.when('anpr.list', list(4), officer).then([version(4), said('unlisted', {}, 'stolen@3')]);
    const used = given(version(3), raised(), verified, closed)
      .when('anpr.list', list(4), officer)
      .then([version(4)]);
    expect([...used.state.anpr.lists.keys()].sort()).toEqual(['stolen@3', 'stolen@4']);
    used
      .when('anpr.erase', { alerts: ['a-1'] }, { ...officer, at: after(31) })
      .then([said('erased'), said('unlisted', {}, 'stolen@3')]);
    third
      .when('anpr.list', { ...list(4), restrictions: ['nobody'] }, officer)
      .then(refuse('restriction-unknown', 'data.restrictions'));
  });
});
