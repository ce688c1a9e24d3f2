import type { Event } from '../../shared/entry.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { fact } from '../../shared/subject.ts';

/** A few functions, channels and people to call: all invented. */
const name = (nl: string, fr: string, en = nl) => ({ nl, fr, en });

export const CALLS: Pick<CrisisPlan, 'functions' | 'channels' | 'categories' | 'municipalities'> = {
  categories: [{ id: 'municipality', name: name('Gemeente', 'Commune') }],
  municipalities: [{ id: 'elsene', name: name('Elsene', 'Ixelles') }],
  functions: (
    [
      ['mayor', 'Burgemeester', 'Bourgmestre', 'municipality'],
      ['zone-chief', 'Zonechef', 'Chef de zone', 'region'],
      ['mobiris', 'Mobiris', 'Mobiris', 'region'],
    ] as const
  ).map(([id, nl, fr, scope]) => ({ id, name: name(nl, fr), category: 'municipality', scope })),
  channels: (
    [
      ['phone', 'Telefoon', 'Téléphone', 'operator'],
      ['radio', 'Radio', 'Radio', 'operator'],
      ['sms', 'Sms', 'SMS', 'webhook'],
      ['mail', 'E-mail', 'E-mail', 'email'],
    ] as const
  ).map(([id, nl, fr, kind]) => ({
    ...{ id, name: name(nl, fr), kind, testEvery: 30 },
    ...(kind === 'webhook' ? { env: 'BELFRY_SMS_URL' } : {}),
  })),
};

export const PHONE = '+32 2 555 01 01';
export const MOBILE = '+32 470 55 50 01';
export const mailOf = (who: string): string => `${who}@voorbeeld.brussels`;

type Ways = readonly (readonly [channel: string, address: string])[];

/** Somebody who holds a function; `ways`: channel and address, in order. */
export function contact(id: string, held: string, rank: number, ways: Ways): Event {
  const holding = { function: held, rank, ...(held === 'mayor' ? { municipality: 'elsene' } : {}) };
  return fact('directory.saved', id, {
    kind: 'contact',
    record: {
      ...{ id, name: `Naam ${id}`, organisation: 'org', holds: [holding], single: false },
      ...{ languages: ['nl'], keeper: 'test', checked: '2026-01-01' },
    },
    ways: ways.map(([channel, address]) => ({ channel, address, hours: 'always' })),
  });
}

export const organisation: Event = fact('directory.saved', 'org', {
  kind: 'organisation',
  record: {
    ...{ id: 'org', name: name('Gemeente Elsene', "Commune d'Ixelles"), category: 'municipality' },
    ...{ keeper: 'test', checked: '2026-01-01' },
  },
});

export const openedIncident = (restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    'i-1',
    {
      ...{ number: '2026-0001', type: 'fire', title: 'Brand', priority: 1 },
      place: { municipality: 'Elsene', text: 'Flageyplein' },
    },
    restrictions,
  );

/** The mayor of Elsene, two deputies, two zone chiefs. */
export const PEOPLE: readonly Event[] = [
  organisation,
  contact('mayor', 'mayor', 1, [
    ['phone', PHONE],
    ['phone', MOBILE],
    ['mail', mailOf('mayor')],
  ]),
  contact('deputy', 'mayor', 2, [
    ['phone', '+32 2 555 01 02'],
    ['mail', mailOf('deputy')],
  ]),
  contact('chief', 'zone-chief', 1, [
    ['radio', 'ZONE 1'],
    ['sms', '+32 470 55 50 03'],
    ['mail', mailOf('chief')],
  ]),
  contact('vice', 'zone-chief', 2, [['mail', mailOf('vice')]]),
];
