import type { Name } from '../../shared/plan/step.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import type {
  ContactRow,
  DirectorySlice,
  OrganisationRow,
} from '../../shared/subject/directory/schema.ts';
import { escaped, writeLine } from './card-line.ts';
import { holdsText } from './cell.ts';

/**
 * The directory as vCards 4.0 (RFC 6350), for telephones and mail programs: a card per organisation and per
 * contact. What no other program knows stands in `X-BELFRY-…`, so that reading them again loses nothing.
 * Duties have no place in a card.
 */
export function toCards(slice: DirectorySlice, plan: CrisisPlan): string {
  const byId = <T extends { id: string }>(rows: Iterable<T>): T[] =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...byId(slice.organisations.values()).map((row) => card(organisation(row, plan))),
    ...byId(slice.contacts.values()).map((row) => card(contact(row, slice, plan))),
  ].join('');
}

const card = (lines: string): string =>
  `${writeLine('BEGIN', 'VCARD')}${writeLine('VERSION', '4.0')}${lines}${writeLine('END', 'VCARD')}`;

const line = (name: string, text: string | undefined, params: Record<string, string> = {}) =>
  text ? writeLine(name, escaped(text), params) : '';

const stamp = (at: string): string => at.replace(/[-:]|\.\d+/g, '');

interface Kept {
  id: string;
  at: string;
  from?: string | undefined;
  until?: string | undefined;
  keeper: string;
  checked: string;
  note?: string | undefined;
}
const kept = ({ id, at, from, until, keeper, checked, note }: Kept): string =>
  [
    line('UID', id, { VALUE: 'text' }),
    writeLine('REV', stamp(at)),
    line('NOTE', note),
    line('X-BELFRY-FROM', from),
    line('X-BELFRY-UNTIL', until),
    line('X-BELFRY-KEEPER', keeper),
    line('X-BELFRY-CHECKED', checked),
  ].join('');

function organisation(row: OrganisationRow, { categories }: CrisisPlan): string {
  const { name, category } = row;
  const langs = ['nl', 'fr', 'en'] as const;
  return [
    writeLine('KIND', 'org'),
    line('FN', name.nl, { LANGUAGE: 'nl' }),
    name.fr === name.nl ? '' : line('FN', name.fr, { LANGUAGE: 'fr' }),
    line('ORG', name.nl),
    line('CATEGORIES', categories.find(({ id }) => id === category)?.name.nl),
    ...langs.map((lang) => line('X-BELFRY-NAME', name[lang], { LANGUAGE: lang })),
    line('X-BELFRY-CATEGORY', category),
    line('X-BELFRY-MUNICIPALITY', row.municipality),
    line('X-BELFRY-ZONE', row.zone),
    line('X-BELFRY-MANAGER', row.manager),
    kept(row),
  ].join('');
}

function contact(row: ContactRow, { organisations }: DirectorySlice, plan: CrisisPlan): string {
  const [given = '', ...family] = row.name.split(' ');
  const of: Name | undefined = organisations.get(row.organisation)?.name;
  return [
    writeLine('KIND', 'individual'),
    line('FN', row.name),
    writeLine('N', `${escaped(family.join(' '))};${escaped(given)};;;`),
    line('ORG', of?.nl),
    ...roles(row, plan).map((role) => line('ROLE', role, { LANGUAGE: 'nl' })),
    ...(row.ways ?? []).map(({ channel, address, hours }, i) => {
      const ours = {
        ...{ PREF: String(i + 1), 'X-BELFRY-CHANNEL': channel },
        ...(hours === 'always' ? {} : { 'X-BELFRY-HOURS': hours }),
      };
      const type = TEL[channel];
      if (type) return line('TEL', address, { VALUE: 'text', TYPE: type, ...ours });
      return line(channel === 'email' ? 'EMAIL' : 'X-BELFRY-WAY', address, ours);
    }),
    ...row.languages.map((lang, i) => writeLine('LANG', lang, { PREF: String(i + 1) })),
    line('X-BELFRY-ORGANISATION', row.organisation),
    line('X-BELFRY-HOLDS', holdsText(row.holds)),
    row.single ? writeLine('X-BELFRY-SINGLE', 'x') : '',
    kept(row),
  ].join('');
}

/** Types of telephone that other programs know. */
const TEL: Readonly<Record<string, string>> = {
  ...{ phone: 'work', mobile: 'cell', sms: 'text', paging: 'pager' },
  ...{ satellite: 'voice', 'landline-emergency': 'voice' },
};

const roles = ({ holds }: ContactRow, { functions }: CrisisPlan): string[] => [
  ...new Set(
    holds.flatMap(({ function: id }) => functions.find((one) => one.id === id)?.name.nl ?? []),
  ),
];
