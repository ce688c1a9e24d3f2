import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Restrictions } from '../../shared/restrictions.ts';
import { fact } from '../../shared/subject.ts';
import { given, minute, type Given } from '../given.ts';

/** Restricting, releasing and archiving incidents, and all that hangs on them. */
const opened = (id = 'i-1', restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    id,
    { type: 'fire', title: 'Brand', priority: 1, number: `2026-000${id.slice(2)}` },
    restrictions,
  );
const report = (id: string) =>
  fact('report.received', id, {
    ...{ feed: 'hand', record: id, priority: 2, text: 'Rook', contact: '+32 2 555 01 23' },
  });
const closed = fact('incident.closed', 'i-1', { summary: 'Gedaan' });
const written = (id: string, data: object, restrictions?: string[]) =>
  fact('journal.written', id, { kind: 'message', text: 'Rook', ...data }, restrictions);
const read = (id = 'i-1', restrictions?: string[]) =>
  fact('journal.read', `${id}|p-7`, { incident: id, upTo: 3 }, restrictions);
const police = { incident: 'i-1', restriction: 'police' };
const as = (role: string) => ({ role });

/** An incident with all that can hang on it. */
const whole = [
  ...[opened(), opened('i-2'), report('r-1')],
  fact('report.merged', 'r-1', { incident: 'i-1' }),
  fact('incident.linked', 'i-2', { other: 'i-1' }),
  ...[
    written('j-1', { incident: 'i-1' }),
    written('j-2', { incident: 'i-2' }),
    read(),
    read('i-2'),
  ],
];
const restrict = (scene: Given, role = 'police', restriction = 'police'): Given =>
  scene.when('incident.restrict', { ...police, restriction }, as(role)).done();
const release = (scene: Given, role = 'police', restriction = 'police'): Given =>
  scene.when('incident.release', { ...police, restriction }, as(role)).done();

const seen = (scene: Given, role: string) => {
  const { report, incident, journal } = scene.seenBy(role);
  return {
    incidents: [...incident.incidents.keys()].sort(),
    links: [...incident.links.keys()],
    reports: [...report.reports.keys()],
    entries: [...journal.entries.values()]
      .filter((row) => row.kind !== 'auto')
      .map((row) => row.id)
      .sort(),
    read: [...journal.read.keys()].sort(),
  };
};
const EVERYTHING = {
  incidents: ['i-1', 'i-2'],
  links: ['i-1|i-2'],
  reports: ['r-1'],
  entries: ['j-1', 'j-2'],
  read: ['i-1|p-7', 'i-2|p-7'],
};
const WITHOUT = {
  ...{ incidents: ['i-2'], links: [], reports: [], entries: ['j-2'], read: ['i-2|p-7'] },
};
const restrictionsOf = (scene: Given): (Restrictions | undefined)[] =>
  [scene.state.incident.incidents, scene.state.incident.links, scene.state.report.reports].map(
    (table) => (table.first() as { restrictions?: Restrictions }).restrictions,
  );

describe('incident.restrict', () => {
  test('[P4.11] takes all that hangs on it from those who are not cleared, and from nobody else', () => {
    const scene = restrict(given(...whole));
    for (const role of ['operator', 'medical', 'traffic'])
      expect(seen(scene, role)).toEqual(WITHOUT);
    expect(JSON.stringify(scene.seenBy('operator'))).not.toContain('i-1');
    for (const role of ['police', 'supervisor']) expect(seen(scene, role)).toEqual(EVERYTHING);
    expect(scene.seenBy('wall').incident.incidents.size).toBe(1);
  });

  test('says what it needed before, and what it needs now', () => {
    const first = given(opened())
      .when('incident.restrict', police, as('supervisor'))
      .then([fact('incident.restricted', 'i-1', { restriction: 'police' }, ['police'])]);
    first
      .when('incident.restrict', { ...police, restriction: 'medical' }, as('supervisor'))
      .then([
        fact('incident.restricted', 'i-1', { restriction: 'medical', before: ['police'] }, [
          'medical',
          'police',
        ]),
      ]);
  });

  test('[P5.1] is refused with what the plan does not name, or what stands already', () => {
    const scene = given(opened('i-1', ['police']));
    scene
      .when('incident.restrict', { ...police, restriction: 'top-secret' }, as('police'))
      .then(refuse('restriction-unknown', 'data.restriction'));
    scene
      .when('incident.restrict', police, as('police'))
      .then(refuse('restriction-set', 'data.restriction'));
  });

  test('[P4.5] nobody restricts beyond their own clearance: it would vanish under their hands', () => {
    given(opened())
      .when('incident.restrict', police, as('operator'))
      .then(refuse('restriction-not-yours', 'data.restriction'));
  });

  test('also when it is closed', () => {
    restrict(given(opened(), closed));
  });
});

describe('incident.release', () => {
  test('[P4.11] gives all rows back, as they are by then', () => {
    const after = [
      restrict,
      (scene: Given) =>
        scene
          .when(
            'journal.write',
            { incident: 'i-1', kind: 'order', text: 'Nieuw' },
            { role: 'police', id: 'j-3' },
          )
          .done(),
      release,
    ].reduce((scene, step) => step(scene), given(...whole));
    for (const role of ['operator', 'police', 'traffic'])
      expect(seen(after, role)).toEqual({ ...EVERYTHING, entries: ['j-1', 'j-2', 'j-3'] });
    expect(restrictionsOf(after)).toEqual([undefined, undefined, undefined]);
    expect(after.seenBy('traffic').report.reports.get('r-1')).not.toHaveProperty('contact');
  });

  test('of one restriction leaves the others', () => {
    const both = restrict(restrict(given(...whole)), 'supervisor', 'medical');
    const scene = release(both, 'supervisor');
    expect(seen(scene, 'operator')).toEqual(WITHOUT);
    expect(seen(scene, 'police')).toEqual(WITHOUT);
    expect(seen(scene, 'medical')).toEqual(EVERYTHING);
    expect(restrictionsOf(scene)).toEqual([['medical'], ['medical'], ['medical']]);
  });

  test('is refused when it is not restricted so', () => {
    given(opened())
      .when('incident.release', police, as('police'))
      .then(refuse('restriction-set', 'data.restriction'));
  });

  test('[P4.5] what is secret by itself stays so: an entry, a link to a secret incident', () => {
    const scene = release(
      restrict(
        given(
          ...[opened(), opened('i-2', ['medical'])],
          written('j-1', { incident: 'i-1', own: ['medical'] }, ['medical']),
          fact('incident.linked', 'i-1', { other: 'i-2' }, ['medical']),
        ),
        'supervisor',
      ),
      'supervisor',
    );
    expect(seen(scene, 'operator')).toMatchObject({ incidents: ['i-1'], links: [], entries: [] });
    expect(JSON.stringify(scene.seenBy('operator'))).not.toContain('i-2');
    expect(seen(scene, 'medical')).toMatchObject({ links: ['i-1|i-2'], entries: ['j-1'] });
  });

  test('[P4.5] a report that had its own reason to be secret stays so, and so does what tells of it', () => {
    const scene = release(
      restrict(
        given(
          ...[opened(), report('r-1')],
          fact('report.restricted', 'r-1', {}, ['medical']),
          fact('report.merged', 'r-1', { incident: 'i-1' }, ['medical']),
        ),
        'supervisor',
      ),
      'supervisor',
    );
    expect(JSON.stringify(scene.seenBy('operator'))).not.toContain('r-1');
    expect(seen(scene, 'medical').reports).toEqual(['r-1']);
  });

  test('[P4.5] a report that left the incident before is not freed with it', () => {
    const secret = [
      fact('report.restricted', 'r-1', {}, ['police']),
      fact('report.merged', 'r-1', { incident: 'i-1' }, ['police']),
      fact('report.reopened', 'r-1', {}, ['police']),
    ];
    const scene = release(given(opened('i-1', ['police']), report('r-1'), ...secret));
    expect(seen(scene, 'operator').incidents).toEqual(['i-1']);
    expect(JSON.stringify(scene.seenBy('operator'))).not.toContain('r-1');
  });
});

describe('links', () => {
  const mixed = [opened(), opened('i-2', ['police'])];
  const linked = fact('incident.linked', 'i-1', { other: 'i-2' }, ['police']);
  const link = { incident: 'i-1', other: 'i-2' };

  test('[P4.5] a link is as secret as the more secret of its ends', () => {
    const scene = given(...mixed)
      .when('incident.link', link, as('police'))
      .then([linked]);
    for (const type of ['incident.link', 'incident.unlink'])
      scene.when(type, link).then(refuse('incident-unknown', 'data.other'));
    expect(JSON.stringify(scene.seenBy('operator'))).not.toContain('i-2');
    expect(scene.seenBy('police').incident.links.size).toBe(1);
  });

  test('[P4.5] what tells of a secret incident outlives it, and stays as secret', () => {
    const archived = fact('incident.archived', 'i-2', {}, ['police']);
    const scene = release(restrict(given(...mixed, linked, archived)));
    expect(scene.state.incident.links.size).toBe(0);
    expect(seen(scene, 'operator').incidents).toEqual(['i-1']);
    expect(JSON.stringify(scene.seenBy('operator'))).not.toContain('i-2');
  });
});

describe('incident.archive', () => {
  test('takes closed ones away with their reports, links and logbook', () => {
    const scene = given(...whole, closed)
      .when('incident.archive', { incidents: ['i-1', 'i-2', 'i-1', 'none'] })
      .then([fact('incident.archived', 'i-1', {})]);
    expect(seen(scene, 'operator')).toEqual(WITHOUT);
    const { entries } = scene.state.journal;
    expect(entries.every((row) => row.incident === 'i-2')).toBe(true);
  });

  test('of open ones only leaves no entry', () => {
    given(opened())
      .when('incident.archive', { incidents: ['i-1', 'none'] })
      .then([]);
  });

  test('[P4.5] the uncleared archive nothing that they do not see', () => {
    const done = fact('incident.closed', 'i-1', { summary: 'Gedaan' }, ['police']);
    const scene = given(opened('i-1', ['police']), done);
    scene.when('incident.archive', { incidents: ['i-1'] }).then([]);
    scene
      .when('incident.archive', { incidents: ['i-1'] }, as('police'))
      .then([fact('incident.archived', 'i-1', {}, ['police'])]);
  });
});

test('facts about an incident that is not there change nothing', () => {
  for (const type of ['incident.retitled', 'incident.closed', 'incident.accepted'])
    expect(given(fact(type, 'none', { title: 'x' })).state.incident.incidents.size).toBe(0);
  expect(minute(0)).toBe('2026-11-24T08:00:00.000Z');
});
