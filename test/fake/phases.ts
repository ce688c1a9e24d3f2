import type { Event } from '../../shared/entry.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { fact } from '../../shared/subject.ts';

/** Phases as the plan has them, in short, and a few invented authorities. */
const name = (nl: string, fr: string, en: string) => ({ nl, fr, en });
const parameters = ['extent', 'means', 'people'].map((id) => ({
  ...{ id, nl: `${id} (nl)`, fr: `${id} (fr)` },
}));
const held = (id: string, names: ReturnType<typeof name>, scope: 'region' | 'municipality') => ({
  ...{ id, name: names, category: 'regional', scope },
});

export const PHASE_PLAN: Pick<CrisisPlan, 'phases' | 'functions' | 'municipalities'> = {
  phases: [
    {
      ...{
        id: 'municipal',
        name: name('gemeentelijke fase', 'phase communale', 'municipal phase'),
      },
      ...{ functions: ['mayor'], ofMunicipality: true, source: 'RD 2019', parameters },
    },
    {
      ...{ id: 'provincial', name: name('provinciale fase', 'phase provinciale', 'provincial') },
      ...{ functions: ['high-official'], ofMunicipality: false, source: 'RD 2019', parameters },
    },
    {
      ...{ id: 'federal', name: name('federale fase', 'phase fédérale', 'federal phase') },
      ...{ functions: ['interior-minister'], ofMunicipality: false, source: 'RD 2024', parameters },
    },
    {
      ...{ id: 'public-order', name: name('openbare orde', 'ordre public', 'public order') },
      ...{ functions: ['minister-president'], ofMunicipality: false, source: '', parameters: [] },
    },
  ],
  functions: [
    held('mayor', name('Burgemeester', 'Bourgmestre', 'Mayor'), 'municipality'),
    held('high-official', name('Hoge Ambtenaar', 'Haut Fonctionnaire', 'High Official'), 'region'),
    held('interior-minister', name('Minister', 'Ministre', 'Minister'), 'region'),
    held('minister-president', name('Minister-President', 'Ministre-Président', 'MP'), 'region'),
  ],
  municipalities: [
    { id: 'elsene', name: { nl: 'Elsene', fr: 'Ixelles' } },
    { id: 'evere', name: { nl: 'Evere', fr: 'Evere' } },
  ],
};

interface Holds {
  function: string;
  rank?: number;
  municipality?: string;
  from?: string;
  until?: string;
}

/** Somebody of the directory, who does not exist. */
export const authority = (id: string, who: string, ...holds: Holds[]): Event =>
  fact('directory.saved', id, {
    kind: 'contact',
    record: {
      ...{ id, name: who, organisation: 'org', single: false, languages: ['nl'] },
      holds: holds.map((one) => ({ rank: 1, ...one })),
      ...{ keeper: 'test', checked: '2026-01-01' },
    },
    ways: [],
  });

export const AUTHORITIES: readonly Event[] = [
  authority('c-mayor', 'An Lindeboom', { function: 'mayor', municipality: 'elsene' }),
  authority('c-deputy', 'Marc Merisier', { function: 'mayor', municipality: 'elsene', rank: 2 }),
  authority('c-evere', 'Els Kwarts', { function: 'mayor', municipality: 'evere' }),
  authority('c-former', 'Piet Leisteen', {
    ...{ function: 'mayor', municipality: 'elsene', until: '2024-11-30' },
  }),
  authority('c-high', 'Rosa Kersentuin', { function: 'high-official' }),
  authority('c-minister', 'Luc Ardoise', { function: 'interior-minister' }),
  authority('c-mp', 'Nora Tilleul', { function: 'minister-president' }),
];
