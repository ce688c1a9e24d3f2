import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import { fact } from '../../shared/subject.ts';
import {
  highest,
  inForce,
  notLifted,
  spansMunicipalities,
} from '../../shared/subject/phase/select.ts';
import { mayDo } from '../../shared/role.ts';
import { AUTHORITIES, PHASE_PLAN } from '../fake/phases.ts';
import { given, roles, withPlan, type Given } from '../given.ts';

const opened = (restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    'i-1',
    {
      ...{ number: '2026-0001', type: 'fire', title: 'Brand', priority: 1 },
      place: { municipality: 'Elsene', text: 'Flageyplein' },
    },
    restrictions,
  );
const world = (...events: Event[]): Given =>
  withPlan(PHASE_PLAN)(given(opened(), [...AUTHORITIES], ...events));

const municipal = {
  ...{ incident: 'i-1', phase: 'municipal', function: 'mayor', parameters: ['extent'] },
  ...{ decider: { contact: 'c-mayor' }, reason: 'Ontruiming van twintig woningen' },
};
const provincial = {
  ...{ incident: 'i-1', phase: 'provincial', function: 'high-official', parameters: [] },
  ...{ decider: { contact: 'c-high' }, reason: 'Twee gemeenten getroffen' },
};
const declared = (by: object, more: object = {}) =>
  fact('phase.declared', 'p-1', {
    ...{ incident: 'i-1', phase: 'municipal', municipality: 'elsene', by },
    ...{ reason: municipal.reason, ...more, parameters: ['extent'] },
  });
const MAYOR = { contact: 'c-mayor', name: 'An Lindeboom', function: 'mayor' };
const SAID =
  'Gemeentelijke fase afgekondigd: An Lindeboom (Burgemeester, Elsene) / ' +
  'Phase communale déclenchée : An Lindeboom (Bourgmestre, Ixelles)\n' +
  'Ontruiming van twintig woningen\n- extent (nl) / extent (fr)';
const written = (text: string, more: object = {}, id = 'p-1') =>
  fact('journal.written', id, { incident: 'i-1', kind: 'decision', text, ...more });

describe('declaring', () => {
  test('[P5.70] [P5.75] the mayor of the municipality declares its phase; the logbook has the decision in both languages', () => {
    const after = world()
      .when('phase.declare', municipal, { id: 'p-1' })
      .then([declared(MAYOR), written(SAID)]);
    expect(inForce(after.state, 'i-1')).toMatchObject([
      { id: 'p-1', phase: 'municipal', municipality: 'elsene', by: MAYOR },
    ]);
    expect(after.state.journal.entries.get('p-1')).toMatchObject({ kind: 'decision', text: SAID });
    const auto = [...after.state.journal.entries.values()].find(
      (row) => row.auto?.type === 'phase.declared',
    );
    expect(auto).toMatchObject({ incident: 'i-1', auto: { data: { phase: 'municipal' } } });
  });

  test('[P5.70] a deputy counts, and is noted as one; by name as by id', () => {
    for (const decider of [{ contact: 'c-deputy' }, { name: 'marc merisier' }]) {
      const after = world()
        .when('phase.declare', { ...municipal, decider }, { id: 'p-1' })
        .done();
      expect(after.state.phase.phases.get('p-1')?.by).toEqual({
        ...{ contact: 'c-deputy', name: 'Marc Merisier', function: 'mayor', deputy: 2 },
      });
    }
  });

  test.each([
    ['of another municipality', { contact: 'c-evere' }, 'decider-no-holder'],
    ['no longer in office', { contact: 'c-former' }, 'decider-no-holder'],
    ['of another function', { contact: 'c-high' }, 'decider-no-holder'],
    ['nobody', { contact: 'c-nobody' }, 'decider-unknown'],
    ['a name that nobody in office has', { name: 'Jan Zandsteen' }, 'decider-no-holder'],
  ] as const)(
    '[P5.70] not by who does not hold the function there that day: %s',
    (_, decider, code) => {
      world()
        .when('phase.declare', { ...municipal, decider }, { id: 'p-1' })
        .then({ code, path: 'data.decider' });
    },
  );

  test('[P5.70] who held it on the day of the decision counts, though it is recorded later', () => {
    const occurred = '2024-11-29T10:00:00.000Z';
    world()
      .when(
        'phase.declare',
        { ...municipal, occurred, decider: { contact: 'c-former' } },
        { id: 'p-1' },
      )
      .then([
        declared({ contact: 'c-former', name: 'Piet Leisteen', function: 'mayor' }, { occurred }),
        written(SAID.replaceAll('An Lindeboom', 'Piet Leisteen'), { occurred }),
      ]);
  });

  test('[P5.70] only the function that the plan names for the phase', () => {
    world()
      .when('phase.declare', { ...municipal, function: 'high-official' })
      .then({ code: 'phase-not-theirs', path: 'data.function' });
    world()
      .when('phase.declare', { ...provincial, function: 'mayor' })
      .then({ code: 'phase-not-theirs', path: 'data.function' });
    given(opened())
      .when('phase.declare', municipal)
      .then({ code: 'phase-unknown', path: 'data.phase' });
    world()
      .when('phase.declare', { ...municipal, parameters: ['extent', 'weather'] })
      .then({ code: 'parameter-unknown', path: 'data.parameters.1' });
  });

  test('[P5.71] where the directory knows no holder, a name is taken on the word of who records it', () => {
    const after = withPlan(PHASE_PLAN)(given(opened()))
      .when('phase.declare', { ...municipal, decider: { name: 'Jan Zandsteen' } }, { id: 'p-1' })
      .done();
    expect(after.state.phase.phases.get('p-1')?.by).toEqual({
      ...{ name: 'Jan Zandsteen', function: 'mayor', unverified: true },
    });
  });

  test('[P5.72] another municipality only when it is said to be concerned', () => {
    const evere = { ...municipal, municipality: 'evere', decider: { contact: 'c-evere' } };
    world()
      .when('phase.declare', evere)
      .then({ code: 'phase-elsewhere', path: 'data.municipality' });
    const told = fact('task.answered', 'i-1', { fact: 'several-municipalities', value: true });
    const drawn = fact('perimeter.drawn', 'z-1', {
      ...{ incident: 'i-1', kind: 'exclusion' },
      shape: { form: 'circle', center: [4.37, 50.83], radius: 900 },
    });
    for (const event of [told, drawn]) {
      const both = world(event)
        .when('phase.declare', municipal, { id: 'p-1' })
        .done()
        .when('phase.declare', evere, { id: 'p-2' })
        .done();
      expect(inForce(both.state, 'i-1').map(({ municipality }) => municipality)).toEqual([
        'elsene',
        'evere',
      ]);
      expect(spansMunicipalities(both.state, 'i-1')).toBe(true);
    }
    world(told)
      .when('phase.declare', { ...municipal, municipality: 'gent' })
      .then({ code: 'phase-municipality-unknown', path: 'data.municipality' });
    world()
      .when('phase.declare', { ...provincial, municipality: 'evere' })
      .then({ code: 'phase-no-municipality', path: 'data.municipality' });
    world(fact('incident.located', 'i-1', { place: { text: 'Kanaal' } }))
      .when('phase.declare', municipal)
      .then({ code: 'phase-municipality-needed', path: 'data.municipality' });
  });

  test('[P5.73] a higher phase overtakes the lower; lower or twice is refused; public order stands beside', () => {
    const raised = world()
      .when('phase.declare', municipal, { id: 'p-1' })
      .done()
      .when('phase.declare', municipal, { id: 'p-x' })
      .then({ code: 'phase-stands', path: 'data.phase' })
      .when('phase.declare', provincial, { id: 'p-2' })
      .done();
    expect(highest(raised.state, 'i-1')?.phase).toBe('provincial');
    expect(raised.state.phase.phases.get('p-1')).toMatchObject({ superseded: { by: 'p-2' } });
    expect(raised.state.phase.phases.get('p-1')?.lifted).toBeUndefined();
    const beside = raised
      .when('phase.declare', municipal)
      .then({ code: 'phase-lower', path: 'data.phase' })
      .when(
        'phase.declare',
        {
          ...{ ...provincial, phase: 'public-order', function: 'minister-president' },
          decider: { contact: 'c-mp' },
        },
        { id: 'p-3' },
      )
      .done();
    expect(inForce(beside.state, 'i-1').map(({ phase }) => phase)).toEqual([
      'provincial',
      'public-order',
    ]);
    expect(beside.state.journal.entries.get('p-3')?.text).toContain('coördinatie opgenomen');
  });

  test('[P5.75] a decision is never of the future, and its id is nobody else’s', () => {
    world()
      .when('phase.declare', { ...municipal, occurred: '2027-01-01T00:00:00.000Z' })
      .then({ code: 'time-ahead', path: 'data.occurred' });
    world(written('Iets anders', {}, 'taken'))
      .when('phase.declare', municipal, { id: 'taken' })
      .then({ code: 'id-taken' });
  });
});

describe('lifting', () => {
  const raised = () =>
    world()
      .when('phase.declare', municipal, { id: 'p-1' })
      .done()
      .when('phase.declare', provincial, { id: 'p-2' })
      .done();
  const lift = {
    ...{ phase: 'p-2', function: 'high-official', decider: { contact: 'c-high' } },
    reason: 'Brand meester',
  };

  test('[P5.74] only the function that declared it; what it had overtaken ends with it', () => {
    raised()
      .when('phase.lift', { ...lift, function: 'mayor', decider: { contact: 'c-mayor' } })
      .then({ code: 'phase-not-declared-by', path: 'data.function' });
    raised()
      .when('phase.lift', { ...lift, decider: { contact: 'c-mayor' } })
      .then({ code: 'decider-no-holder', path: 'data.decider' });
    const by = { contact: 'c-high', name: 'Rosa Kersentuin', function: 'high-official' };
    const told = { incident: 'i-1', by, reason: 'Brand meester' };
    const over = raised()
      .when('phase.lift', lift, { id: 'd-1' })
      .then([
        fact('phase.lifted', 'p-2', { ...told, phase: 'provincial' }),
        fact('phase.lifted', 'p-1', {
          ...{ ...told, phase: 'municipal', municipality: 'elsene', with: 'p-2' },
        }),
        written(
          'Provinciale fase opgeheven: Rosa Kersentuin (Hoge Ambtenaar) / ' +
            'Phase provinciale levée : Rosa Kersentuin (Haut Fonctionnaire)\nBrand meester',
          {},
          'd-1',
        ),
      ]);
    expect(notLifted(over.state, 'i-1')).toEqual([]);
    over
      .when('phase.lift', lift)
      .then({ code: 'phase-lifted', path: 'data.phase' })
      .when('phase.declare', municipal, { id: 'p-4' })
      .done();
  });

  test('[P5.74] the mayor may end a municipal phase under a higher one; the higher one stands', () => {
    const after = raised()
      .when('phase.lift', {
        ...lift,
        phase: 'p-1',
        function: 'mayor',
        decider: { contact: 'c-deputy' },
      })
      .done();
    expect(notLifted(after.state, 'i-1').map(({ id }) => id)).toEqual(['p-2']);
    expect(after.state.phase.phases.get('p-1')?.lifted?.by.deputy).toBe(2);
  });

  test('[P5.76] an incident with a phase in force is not closed', () => {
    raised()
      .when('incident.close', { incident: 'i-1', summary: 'Einde' })
      .then({ code: 'phases-stand', path: 'data.incident' })
      .when('phase.lift', lift, { id: 'd-1' })
      .done()
      .when('incident.close', { incident: 'i-1', summary: 'Einde' })
      .done();
  });
});

test('[P5.86] a phase is as secret as its incident, and goes with it', () => {
  const secret = withPlan(PHASE_PLAN)(given(opened(['police']), [...AUTHORITIES]))
    .when('phase.declare', municipal, { id: 'p-1', role: 'operator' })
    .then({ code: 'incident-unknown', path: 'data.incident' })
    .when('phase.declare', municipal, { id: 'p-1', role: 'supervisor' })
    .done();
  expect(secret.seenBy('operator').phase.phases.size).toBe(0);
  expect(secret.seenBy('police').phase.phases.size).toBe(1);
  const free = secret
    .when('incident.release', { incident: 'i-1', restriction: 'police' }, { role: 'supervisor' })
    .done();
  expect(free.seenBy('operator').phase.phases.get('p-1')).toMatchObject({ phase: 'municipal' });
});

test('[P5.88] who may record which decision is data of the roles', () => {
  const may = (type: string) => Object.keys(roles).filter((name) => mayDo(roles[name]!, type));
  expect(may('phase.declare')).toEqual(['administrator', 'supervisor', 'operator', 'authority']);
  expect(may('shift.redirect')).toEqual(['administrator', 'supervisor']);
  const decides = ['administrator', 'supervisor', 'operator', 'police', 'officer'];
  expect(may('threat.set')).toEqual(decides);
});
