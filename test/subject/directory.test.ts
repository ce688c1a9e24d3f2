import { describe, expect, it } from 'vitest';
import type { Contact, Duty, Organisation } from '../../shared/plan/directory.ts';
import { checkCommand } from '../../shared/command.ts';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { roles } from '../given.ts';
import { given, minute, withPlan } from '../given.ts';
import { mayDo } from '../../shared/role.ts';
import { SHIPPED } from '../fake/directory.ts';

const scene = withPlan(SHIPPED);
const kept = { keeper: 'Noodplanning', checked: '2026-10-01' };
const town: Organisation = {
  ...{ id: 'gemeente', name: { nl: 'Elsene', fr: 'Ixelles' }, category: 'municipal' },
  ...{ municipality: 'elsene', ...kept },
};
const ways: Contact['ways'] = [{ channel: 'phone', address: '+32 2 555 99 01', hours: 'always' }];
const an: Contact = {
  ...{ id: 'an', name: 'An Lindeboom', organisation: 'gemeente', ways, single: false },
  holds: [{ function: 'mayor', municipality: 'elsene', rank: 1 }],
  ...{ languages: ['nl', 'fr'], ...kept },
};
const night: Duty = {
  ...{ id: 'night', function: 'mayor', municipality: 'elsene', contact: 'an' },
  weekly: { days: [1, 2, 3], from: '20:00', until: '08:00' },
};
const savedTown = fact('directory.saved', 'gemeente', { kind: 'organisation', record: town });
const bare = ({ ways: _, note: __, ...record }: Contact) => record;
const savedAn = fact('directory.saved', 'an', { kind: 'contact', record: bare(an), ways });
const savedNight = fact('directory.saved', 'night', { kind: 'duty', record: night });
const written = (seq: number, person = 'operator') => ({
  ...{ seq, at: minute(seq), by: `Demo ${person}` },
});
const start = () => scene(given([savedTown, savedAn, savedNight]));

describe('a record', () => {
  it('[P5.10] is saved whole, by whom and when; what it said before stays beside it', () => {
    const named = { ...an, name: 'An Linde', note: 'Spreekt ook Duits' };
    const after = scene(given())
      .when('directory.save', { organisation: town })
      .then([savedTown])
      .when('directory.save', { contact: an })
      .then([savedAn])
      .when('directory.save', { contact: named }, { role: 'supervisor' })
      .then([
        fact('directory.saved', 'an', {
          ...{ kind: 'contact', record: { ...bare(an), name: 'An Linde' }, ways },
          ...{ note: 'Spreekt ook Duits', before: an },
        }),
      ]);
    expect(after.state.directory.contacts.get('an')).toEqual({
      ...{ ...named, ...written(3, 'supervisor'), before: an },
    });
    // Undone by a new edit.
    const undone = after.when('directory.save', { contact: an }).done();
    expect(undone.state.directory.contacts.get('an')).toMatchObject({ name: 'An Lindeboom' });
    expect(undone.state.directory.contacts.get('an')?.note).toBeUndefined();
  });

  it('[P5.10] that says the same already leaves no entry; exactly one is saved at a time', () => {
    start()
      .when('directory.save', { contact: { ...an } })
      .then([])
      .when('directory.save', { organisation: town, contact: an })
      .then(refuse('invalid', 'data'));
    // None at all is not even a command.
    const none = checkCommand({ id: 'c-1', type: 'directory.save', data: {} });
    expect(none).toMatchObject({ ok: false, refusal: { code: 'invalid', path: 'data.contact' } });
  });

  it('[P5.11] is not saved over what somebody else has changed meanwhile', () => {
    const theirs = start()
      .when('directory.save', { contact: { ...an, name: 'An Els' }, basedOn: 1 }, { person: 'els' })
      .done();
    theirs
      .when('directory.save', { contact: { ...an, name: 'An Beuk' }, basedOn: 1 })
      .then(refuse('record-changed', 'data.basedOn', { by: 'Demo els' }))
      .when('directory.remove', { kind: 'duty', id: 'night', basedOn: 0 })
      .then(refuse('record-changed', 'data.basedOn', { by: 'Demo operator' }));
    scene(given([savedTown]))
      .when('directory.save', { contact: an, basedOn: 7 })
      .then(refuse('record-changed', 'data.basedOn', { by: '–' }));
  });

  it('[P5.12] names what is there: each mistake with its place', () => {
    const wrong = (contact: Partial<Contact>, code: Parameters<typeof refuse>[0], path: string) =>
      start()
        .when('directory.save', { contact: { ...an, ...contact } })
        .then(refuse(code, `data.contact.${path}`));
    const holds = (more: object) => ({ holds: [{ ...an.holds[0]!, ...more }] });
    wrong({ organisation: 'nergens' }, 'organisation-unknown', 'organisation');
    wrong(holds({ function: 'king' }), 'function-unknown', 'holds.0.function');
    wrong(holds({ municipality: 'gent' }), 'municipality-unknown', 'holds.0.municipality');
    wrong(holds({ municipality: undefined }), 'post-place', 'holds.0.municipality');
    wrong(holds({ zone: '5339' }), 'post-place', 'holds.0.zone');
    wrong(
      holds({ function: 'zone-chief', municipality: undefined, zone: '1' }),
      ...(['zone-unknown', 'holds.0.zone'] as const),
    );
    wrong(holds({ from: '2027-01-02', until: '2027-01-01' }), 'days-order', 'holds.0.until');
    wrong(
      { ways: [{ channel: 'pigeon', address: 'x', hours: 'always' }] },
      ...(['channel-unknown', 'ways.0.channel'] as const),
    );
    start()
      .when('directory.save', { organisation: { ...town, category: 'none' } })
      .then(refuse('category-unknown', 'data.organisation.category'))
      .when('directory.save', { duty: { ...night, contact: 'niemand' } })
      .then(refuse('contact-unknown', 'data.duty.contact'));
  });

  it('[P5.13] goes when nothing hangs on it', () => {
    start()
      .when('directory.remove', { kind: 'organisation', id: 'gemeente' })
      .then(refuse('record-used', 'data.id', { by: 'An Lindeboom' }))
      .when('directory.remove', { kind: 'contact', id: 'an' })
      .then(refuse('record-used', 'data.id', { by: 'mayor' }))
      .when('directory.remove', { kind: 'duty', id: 'night', basedOn: 1 })
      .then([fact('directory.removed', 'night', { kind: 'duty' })])
      .when('directory.remove', { kind: 'contact', id: 'an' })
      .done()
      .when('directory.remove', { kind: 'contact', id: 'an' })
      .then(refuse('record-unknown', 'data.id'));
  });

  it('[P5.14] has its yearly check: the day in Brussels, and who keeps it', () => {
    const late = { at: '2026-12-31T23:30:00.000Z' };
    const told = { kind: 'contact', checked: '2027-01-01', keeper: 'Noodplanning' };
    const after = start()
      .when('directory.check', { kind: 'contact', ids: ['an'] }, late)
      .then([fact('directory.checked', 'an', told)]);
    expect(after.state.directory.contacts.get('an')).toMatchObject({
      ...{ checked: '2027-01-01', keeper: 'Noodplanning', seq: 2 },
    });
    after
      .when('directory.check', { kind: 'contact', ids: ['an'] }, late)
      .then([])
      .when('directory.check', { kind: 'contact', ids: ['an'], keeper: 'Els' }, late)
      .then([fact('directory.checked', 'an', { ...told, keeper: 'Els' })])
      .when('directory.check', { kind: 'organisation', ids: ['gemeente', 'x'] })
      .then(refuse('record-unknown', 'data.ids.1'));
  });

  it('[P5.15] one contact point per organisation', () => {
    const desk = { ...an, id: 'desk', name: 'Balie', single: true };
    start()
      .when('directory.save', { contact: desk })
      .done()
      .when('directory.save', { contact: { ...an, single: true } })
      .then(refuse('single-taken', 'data.contact.single', { who: 'Balie' }))
      // Handed over in one go.
      .when('directory.import', {
        contacts: [
          { ...an, single: true },
          { ...desk, single: false },
        ],
      })
      .done();
  });

  it('[P5.16] many come at once, all or none; those that say the same are left alone', () => {
    const els = { ...an, id: 'els', name: 'Els Hazelaar' };
    const shop = { ...town, id: 'ocmw', name: { nl: 'OCMW', fr: 'CPAS' } };
    start()
      .when('directory.import', {
        organisations: [town, shop],
        contacts: [an, { ...els, organisation: 'ocmw' }],
        duties: [{ ...night, id: 'day', contact: 'els', weekly: { ...night.weekly!, days: [5] } }],
      })
      .then([
        fact('directory.saved', 'ocmw', { kind: 'organisation', record: shop }),
        fact('directory.saved', 'els', {
          ...{ kind: 'contact', record: { ...bare(els), organisation: 'ocmw' }, ways },
        }),
        fact('directory.saved', 'day', {
          kind: 'duty',
          record: { ...night, id: 'day', contact: 'els', weekly: { ...night.weekly!, days: [5] } },
        }),
      ]);
    start()
      .when('directory.import', { contacts: [els, { ...an, id: 'no', organisation: 'x' }] })
      .then(refuse('organisation-unknown', 'data.contacts.1.organisation'))
      .when('directory.import', { contacts: [els, els] })
      .then(refuse('id-taken', 'data'));
  });
});

describe('a roster', () => {
  const roster = (duties: Partial<Duty>[], remove: string[] = []) =>
    start().when('directory.roster', {
      duties: duties.map((one) => ({ ...night, id: 'new', ...one })),
      remove,
    });
  const overlap = refuse('duty-overlap', 'data.duties.0.from', {
    ...{ other: 'night', who: 'An Lindeboom' },
  });
  const week = (days: number[], from: string, until: string) => ({ weekly: { days, from, until } });

  it('[P5.17] two on duty for the same at the same time are refused, the other one named', () => {
    roster([week([1], '22:00', '23:00')]).then(overlap);
    // The tail of Wednesday night is Thursday morning.
    roster([week([4], '07:59', '09:00')]).then(overlap);
    roster([week([4], '08:00', '20:00')]).done();
    roster([week([7], '23:00', '23:30')]).done();
    // Sunday to Monday, round the end of the week.
    roster([week([7], '20:00', '20:00')]).done();
    roster([week([7], '20:30', '20:30')]).then(overlap);
    // Elsewhere, for something else: another post.
    roster([{ ...week([1], '22:00', '23:00'), municipality: 'evere' }]).done();
    roster([{ ...week([1], '22:00', '23:00'), function: 'municipal-duty' }]).done();
    // From the day on which the old pattern ends.
    const bounded = { ...night, until: '2027-01-01T00:00:00.000Z' };
    start()
      .when('directory.roster', {
        duties: [
          bounded,
          { ...night, id: 'next', from: '2027-01-01T00:00:00.000Z', until: undefined },
        ],
      })
      .done();
  });

  it('[P5.17] a replacement stands beside the pattern, and not beside another replacement', () => {
    const moments = (from: string, until: string) => ({ weekly: undefined, from, until });
    const first = moments('2026-11-24T19:00:00.000Z', '2026-11-24T23:00:00.000Z');
    const second = moments('2026-11-24T22:00:00.000Z', '2026-11-25T02:00:00.000Z');
    roster([first]).done();
    roster([first, { id: 'second', ...second }]).then(
      refuse('duty-overlap', 'data.duties.0.from', { other: 'second', who: 'An Lindeboom' }),
    );
    roster([first, { id: 'second', ...second, from: '2026-11-24T23:00:00.000Z' }]).done();
  });

  it('[P5.17] what goes makes room for what comes', () => {
    const coming = { ...night, id: 'new', ...week([1], '22:00', '23:00') };
    roster([coming], ['night']).then([
      fact('directory.removed', 'night', { kind: 'duty' }),
      fact('directory.saved', 'new', { kind: 'duty', record: coming }),
    ]);
    roster([], ['none']).then(refuse('record-unknown', 'data.remove.0'));
  });
});

describe('who may', () => {
  it('[P5.18] numbers are for the cleared, also those of before; a name can be mended without them', () => {
    const after = start()
      .when('directory.save', { contact: { ...an, note: 'thuis', name: 'An Linde' } })
      .done();
    const seen = after.seenBy('traffic').directory.contacts.get('an')!;
    expect(seen).toMatchObject({ name: 'An Linde', holds: an.holds });
    expect(JSON.stringify(seen)).not.toContain('555');
    expect(seen).not.toHaveProperty('note');
    expect(after.seenBy('police').directory.contacts.get('an')).toMatchObject({ ways });
    expect(after.seenBy('wall').directory.contacts.size).toBe(0);

    const { ways: _, ...without } = { ...an, name: 'An Els' };
    const mended = start().when('directory.save', { contact: without }).done();
    expect(mended.state.directory.contacts.get('an')).toMatchObject({ name: 'An Els', ways });
  });

  it('[P5.18] the room edits it, the others read it', () => {
    const may = Object.entries(roles).flatMap(([name, role]) =>
      mayDo(role, 'directory.save') ? [name] : [],
    );
    expect(may.sort()).toEqual(['administrator', 'operator', 'supervisor']);
    const see = Object.entries(roles).flatMap(([name, role]) =>
      role.sees.includes('directory') ? [] : [name],
    );
    expect(see.sort()).toEqual(['feed', 'wall']);
  });
});
