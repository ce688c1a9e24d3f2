import { describe, expect, it } from 'vitest';
import type { Contact, Duty } from '../../shared/plan/directory.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { changed, placeOf, resolve, whereIs, type Because } from '../../shared/plan/resolve.ts';
import { waysNow } from '../../shared/plan/ways.ts';
import { FILES, SHIPPED, SHIPPED_SLICE, sliceOf } from '../fake/directory.ts';

/** A Tuesday, in winter: 14:00 and 03:00 in Brussels. */
const DAY = '2026-11-24T13:00:00.000Z';
const NIGHT = '2026-11-24T02:00:00.000Z';

/** Before the merger that is being prepared, and after it: one zone, with everything that an officer needs. */
const MERGED: CrisisPlan = {
  ...SHIPPED,
  zones: [
    ...SHIPPED.zones.map((zone) => ({ ...zone, until: '2027-12-31' })),
    {
      ...{ id: '5399', name: { nl: 'Brussel', fr: 'Bruxelles' }, from: '2028-01-01' },
      of: SHIPPED.municipalities.map(({ id }) => id),
    },
  ],
};
const MERGED_SLICE = sliceOf({
  ...FILES,
  organisations: [
    ...FILES.organisations,
    {
      ...{ id: 'politiezone-5399', name: { nl: 'Eén zone', fr: 'Une zone' }, category: 'police' },
      ...{ zone: '5399', keeper: 'PZ', checked: '2026-10-01' },
    },
  ],
  contacts: [
    ...FILES.contacts,
    ...SHIPPED.functions
      .filter(({ scope }) => scope === 'zone')
      .map(({ id }): Contact => ({
        ...{ id: `one-${id}`, name: `Eén ${id}`, organisation: 'politiezone-5399' },
        holds: [{ function: id, zone: '5399', rank: 1 }],
        ways: [{ channel: 'phone', address: '+32 2 555 99 99', hours: 'always' }],
        ...{ single: false, languages: ['nl'], keeper: 'PZ', checked: '2026-10-01' },
      })),
  ],
});

const codes = (because: readonly Because[]): string[] => because.map(({ code }) => code);

describe('whom to reach, by place and time', () => {
  const cases = [
    { when: 'today', at: [DAY, NIGHT], plan: SHIPPED, directory: SHIPPED_SLICE },
    {
      when: 'after a merger of the zones',
      at: ['2028-02-01T13:00:00.000Z', '2028-02-01T02:00:00.000Z'],
      ...{ plan: MERGED, directory: MERGED_SLICE },
    },
  ];
  for (const { when, at, plan, directory } of cases)
    for (const moment of at)
      it(`[P5.20] all functions in all 19 municipalities, ${when}, at ${moment}`, () => {
        expect(plan.municipalities).toHaveLength(19);
        expect(plan.functions.length).toBeGreaterThan(50);
        for (const municipality of plan.municipalities) {
          const where = whereIs({ municipality: municipality.name.nl }, moment, plan);
          expect(where.municipality).toBe(municipality.id);
          const zone = plan.zones.find(
            ({ of, from, until = '9' }) =>
              of.includes(municipality.id) &&
              from <= moment.slice(0, 10) &&
              moment.slice(0, 10) <= until,
          )!;
          expect(where.zone).toBe(zone.id);
          for (const { id, scope } of plan.functions) {
            const [found] = resolve({ functions: [id] }, where, moment, { directory, plan });
            const about = `${id} in ${municipality.id}`;
            if (scope === 'manager') {
              expect(found, about).toMatchObject({ people: [], missing: 'place-unknown' });
              continue;
            }
            expect(found!.missing, about).toBeUndefined();
            expect(found!.people.length, about).toBeGreaterThan(0);
            for (const one of found!.people) {
              // Right for this place, by the contact's own record.
              const contact = directory.contacts.get(one.contact)!;
              const right = contact.holds.some(
                (held) =>
                  held.function === id && (scope === 'region' || held[scope] === where[scope]),
              );
              const single = codes(one.because).includes('single');
              expect(right || single, `${about}: ${one.contact}`).toBe(true);
              if (single) {
                const organisation = directory.organisations.get(contact.organisation)!;
                if (scope !== 'region') expect(organisation[scope], about).toBe(where[scope]);
              }
              expect(one.because[0], about).toEqual({ code: 'function', function: id });
              if (scope !== 'region')
                expect(one.because[1], about).toEqual({ code: scope, [scope]: where[scope] });
              expect(one.because.length, about).toBeGreaterThan(1);
              expect(one.ways!.length, about).toBeGreaterThan(0);
            }
          }
        }
      });

  it('[P5.20] every function of a manager of ground has its people', () => {
    const managers = new Set(
      FILES.contacts.flatMap(({ holds }) => holds.flatMap(({ manager }) => manager ?? [])),
    );
    expect(managers.size).toBeGreaterThan(15);
    for (const manager of managers) {
      const reach = { functions: ['park-manager', 'tunnel-manager', 'event-organiser'] };
      const found = resolve(reach, { manager }, NIGHT, {
        directory: SHIPPED_SLICE,
        plan: SHIPPED,
      });
      const people = found.flatMap((one) => one.people);
      expect(people.length, manager).toBeGreaterThan(0);
      for (const one of people) expect(one.because).toContainEqual({ code: 'manager', manager });
    }
  });
});

const contact = (id: string, more: Partial<Contact> = {}): Contact => ({
  ...{ id, name: id, organisation: 'gemeente', holds: [], single: false, languages: [] },
  ...{ ways: [{ channel: 'phone', address: id, hours: 'always' }], keeper: 'K' },
  ...{ checked: '2026-10-01', ...more },
});
const mayor = (rank: number, more = {}) => ({
  holds: [{ function: 'mayor', municipality: 'elsene', rank, ...more }],
});
const organisation = {
  ...{ id: 'gemeente', name: { nl: 'Elsene', fr: 'Ixelles' }, category: 'municipal' },
  ...{ municipality: 'elsene', keeper: 'K', checked: '2026-10-01' },
};
const duty = (id: string, whom: string, more: Partial<Duty>): Duty => ({
  ...{ id, function: 'mayor', municipality: 'elsene', contact: whom, ...more },
});
const elsene = { municipality: 'elsene', zone: '5339' };
const ask = (
  contacts: Contact[],
  duties: Duty[] = [],
  at = DAY,
  where: Parameters<typeof resolve>[1] = elsene,
) =>
  resolve({ functions: ['mayor'] }, where, at, {
    directory: sliceOf({ organisations: [organisation], contacts, duties }),
    plan: SHIPPED,
  })[0]!;
const order = (found: { people: { contact: string }[] }) => found.people.map((one) => one.contact);

describe('in which order', () => {
  it('[P5.21] on duty first, then the holder, the deputies, the one contact point', () => {
    const people = [
      contact('second', mayor(2)),
      contact('desk', { single: true }),
      contact('first', mayor(1)),
      contact('third', mayor(3)),
      contact('other', { holds: [{ function: 'mayor', municipality: 'evere', rank: 1 }] }),
    ];
    const found = ask(people, [
      duty('d', 'third', { from: '2026-11-24T12:00:00.000Z', until: '2026-11-24T19:00:00.000Z' }),
    ]);
    expect(order(found)).toEqual(['third', 'first', 'second', 'desk']);
    const base = [
      { code: 'function', function: 'mayor' },
      { code: 'municipality', municipality: 'elsene' },
    ];
    expect(found.people.map(({ because }) => because)).toEqual([
      [...base, { code: 'deputy', rank: 3 }, { code: 'duty', until: '2026-11-24T19:00:00.000Z' }],
      [...base, { code: 'holder' }],
      [...base, { code: 'deputy', rank: 2 }],
      [...base, { code: 'single', organisation: 'gemeente' }],
    ]);
  });

  it('[P5.21] with nobody in the function, the contact point of the place', () => {
    expect(order(ask([contact('desk', { single: true })]))).toEqual(['desk']);
    expect(ask([contact('clerk')])).toMatchObject({ people: [], missing: 'nobody' });
  });

  it('[P5.22] without a place that is known, a function of a place has nobody', () => {
    expect(ask([contact('first', mayor(1))], [], DAY, {})).toMatchObject({
      people: [],
      missing: 'place-unknown',
    });
    expect(whereIs(undefined, DAY, SHIPPED)).toEqual({});
    expect(whereIs({ municipality: 'Zaventem' }, DAY, SHIPPED)).toEqual({});
    expect(whereIs({ municipality: 'Ixelles' }, DAY, SHIPPED)).toEqual(elsene);
  });

  it('[P5.23] days of validity of a contact, of what it holds, and of its organisation count', () => {
    const people = [
      contact('gone', { ...mayor(1), until: '2026-11-23' }),
      contact('coming', mayor(1, { from: '2026-11-25' })),
      contact('now', mayor(2, { from: '2026-11-24', until: '2026-11-24' })),
    ];
    expect(order(ask(people))).toEqual(['now']);
    // The day turns in Brussels, not in Greenwich.
    expect(order(ask(people, [], '2026-11-24T23:30:00.000Z'))).toEqual(['coming']);
  });

  it('[P5.24] a weekly duty follows the clock on the wall, over midnight and through the change of hour', () => {
    const people = [contact('first', mayor(1)), contact('night', mayor(2))];
    const duties = [
      duty('n', 'night', {
        weekly: { days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', until: '08:00' },
      }),
    ];
    const at = (moment: string) => ask(people, duties, moment).people[0]!;
    const onDuty = (moment: string) => at(moment).because.find((one) => one.code === 'duty')?.until;
    // Winter: one hour ahead of UTC; summer: two.
    expect(onDuty('2026-11-24T18:59:59.000Z')).toBeUndefined();
    expect(onDuty('2026-11-24T19:00:00.000Z')).toBe('2026-11-25T07:00:00.000Z');
    expect(onDuty('2026-07-01T17:59:59.000Z')).toBeUndefined();
    expect(onDuty('2026-07-01T18:00:00.000Z')).toBe('2026-07-02T06:00:00.000Z');
    // The night of 25 October 2026 has thirteen hours, that of 28 March 2027 eleven.
    expect(onDuty('2026-10-24T18:00:00.000Z')).toBe('2026-10-25T07:00:00.000Z');
    expect(onDuty('2026-10-25T06:59:00.000Z')).toBe('2026-10-25T07:00:00.000Z');
    expect(onDuty('2027-03-27T19:00:00.000Z')).toBe('2027-03-28T06:00:00.000Z');
    expect(onDuty('2027-03-28T06:00:00.000Z')).toBeUndefined();
  });

  it('[P5.24] a weekly duty counts on its days only, and a replacement goes before it', () => {
    const people = ['a', 'b', 'c'].map((id, i) => contact(id, mayor(i + 1)));
    const duties = [
      duty('w', 'b', { weekly: { days: [5], from: '08:00', until: '08:00' } }),
      duty('r', 'c', { from: '2026-11-27T18:00:00.000Z', until: '2026-11-27T22:00:00.000Z' }),
    ];
    const first = (at: string) => order(ask(people, duties, at));
    expect(first('2026-11-27T06:59:00.000Z')).toEqual(['a', 'b', 'c']);
    expect(first('2026-11-27T07:00:00.000Z')).toEqual(['b', 'a', 'c']);
    expect(first('2026-11-27T20:00:00.000Z')).toEqual(['c', 'b', 'a']);
    expect(first('2026-11-28T06:59:00.000Z')).toEqual(['b', 'a', 'c']);
    expect(first('2026-11-28T07:00:00.000Z')).toEqual(['a', 'b', 'c']);
  });

  it('[P5.25] ways by the hour; who has none now comes last, and it is said', () => {
    const people = [
      contact('first', {
        ...mayor(1),
        ways: [{ channel: 'phone', address: 'desk', hours: 'office' }],
      }),
      contact('second', {
        ...mayor(2),
        ways: [
          { channel: 'phone', address: 'desk', hours: 'office' },
          { channel: 'mobile', address: 'pocket', hours: 'always' },
          { channel: 'phone', address: 'home', hours: 'outside' },
        ],
      }),
    ];
    const ways = (at: string) =>
      ask(people, [], at).people.map((one) => one.ways!.map(({ address }) => address));
    expect(ways(DAY)).toEqual([['desk'], ['desk', 'pocket']]);
    expect(ways(NIGHT)).toEqual([['pocket', 'home'], ['desk']]);
    expect(ask(people, [], NIGHT).people[1]!.because.at(-1)).toEqual({
      code: 'absent',
      hours: 'office',
    });
    // Saturday at noon is outside of the office.
    expect(ways('2026-11-28T11:00:00.000Z')).toEqual([['pocket', 'home'], ['desk']]);
    expect(waysNow(undefined, 0)).toEqual({});
  });

  it('[P5.26] a category is reached through the one contact point of each organisation', () => {
    const known = { directory: SHIPPED_SLICE, plan: SHIPPED };
    const [police] = resolve({ functions: [], categories: ['police'] }, elsene, NIGHT, known);
    expect(order(police!)).toEqual(['federal-police-dispatch', 'pz-5339-dispatch']);
    const [municipal] = resolve({ functions: [], categories: ['municipal'] }, elsene, NIGHT, known);
    expect(order(municipal!)).toEqual(['elsene-desk', 'elsene-social-desk']);
    expect(municipal!.people[0]!.because).toEqual([
      { code: 'category', category: 'municipal' },
      { code: 'municipality', municipality: 'elsene' },
      { code: 'single', organisation: 'gemeente-elsene' },
    ]);
    const [nowhere] = resolve({ functions: [], categories: ['municipal'] }, {}, NIGHT, known);
    expect(nowhere).toMatchObject({ people: [], missing: 'place-unknown' });
    // One contact point in every service of the directory.
    for (const { id } of FILES.organisations)
      expect(
        FILES.contacts.filter((one) => one.organisation === id && one.single),
        id,
      ).toHaveLength(1);
  });
});

describe('crossing a border', () => {
  it('[P5.27] says which lists changed, who came and who went', () => {
    const known = { directory: SHIPPED_SLICE, plan: SHIPPED };
    const reach = { functions: ['mayor', 'zone-dispatch', 'nccn'] };
    const at = (municipality: string) =>
      resolve(reach, placeOf(municipality, DAY, SHIPPED), DAY, known);
    expect(changed(at('elsene'), at('elsene'))).toEqual([]);
    // The same police zone, another mayor.
    const near = changed(at('elsene'), at('brussel'));
    expect(near.map(({ wanted }) => wanted)).toEqual([{ function: 'mayor' }]);
    expect(order({ people: near[0]!.gone })).toContain('elsene-mayor');
    expect(order({ people: near[0]!.come })).toContain('brussel-mayor');
    const far = changed(at('elsene'), at('etterbeek'));
    expect(far.map(({ wanted }) => wanted)).toEqual([
      { function: 'mayor' },
      { function: 'zone-dispatch' },
    ]);
    const lost = changed(at('elsene'), resolve(reach, {}, DAY, known));
    expect(lost.every(({ come }) => come.length === 0)).toBe(true);
    expect(lost).toHaveLength(2);
  });
});
