import { createHash } from 'node:crypto';
import { cleanText } from '../../shared/clean.ts';
import { plainLetters } from '../../shared/geo/letters.ts';
import { refuse } from '../../shared/refusal.ts';
import { recordOf } from '../../shared/subject/directory/record.ts';
import type { DirectorySlice } from '../../shared/subject/directory/schema.ts';
import { Id } from '../../shared/value.ts';
import { parts, readLines, unescaped, type CardLine } from './card-line.ts';
import { holdsOf } from './cell.ts';
import { KEEP_NOTE } from './csv.ts';
import type { Read } from './read.ts';

/**
 * vCards of our own and of others. Ours say all. Of a card from elsewhere, the name and the ways are taken;
 * a contact that is known keeps the rest, a new one belongs to the organisation that is named as `ORG`, and
 * holds nothing yet.
 */
export interface CardContext {
  slice: DirectorySlice;
  /** Who keeps a contact that is new, and the day of today in Brussels. */
  keeper: string;
  today: string;
  /** For cards that name no organisation known here. */
  organisation?: string | undefined;
}

export function fromCards(text: string, context: CardContext): Read[] {
  const found: Read[] = [];
  let open: CardLine[] | undefined;
  let begin = 0;
  for (const line of readLines(text)) {
    if (line.name === 'BEGIN' && /^vcard$/i.test(line.value.trim())) {
      // One that was never ended: what it says may be half of it.
      if (open) found.push(broken(begin));
      open = [];
      begin = line.line;
    } else if (line.name === 'END' && open) {
      found.push({ line: begin, ...cardOf(open, context) });
      open = undefined;
    } else open?.push(line);
  }
  if (open) found.push(broken(begin));
  return found;
}

const broken = (line: number): Read => ({
  ...{ line, kind: undefined, record: {} },
  refusal: refuse('invalid', 'END:VCARD'),
});

function cardOf(lines: readonly CardLine[], context: CardContext): Omit<Read, 'line'> {
  const all = (name: string) => lines.filter((one) => one.name === name);
  const text = (name: string): string | undefined => {
    const value = all(name)[0]?.value;
    return value === undefined ? undefined : unescaped(value).trim() || undefined;
  };
  if (all('X-BELFRY-CATEGORY').length > 0) return ownOrganisation(all, text);
  if (all('X-BELFRY-ORGANISATION').length > 0) return ownContact(all, text);
  return foreign(all, text, context);
}

type All = (name: string) => CardLine[];
type Text = (name: string) => string | undefined;

/** Only what is told. */
const told = (fields: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const kept = (text: Text) => ({
  ...told({
    ...{ id: text('UID'), from: text('X-BELFRY-FROM'), until: text('X-BELFRY-UNTIL') },
    ...{ keeper: text('X-BELFRY-KEEPER'), checked: text('X-BELFRY-CHECKED') },
  }),
  ...(text('NOTE') === undefined ? KEEP_NOTE : { note: text('NOTE') }),
});

function ownOrganisation(all: All, text: Text): Omit<Read, 'line'> {
  const names = all('X-BELFRY-NAME').map(({ params, value }) => [
    params['LANGUAGE']?.[0] ?? 'nl',
    unescaped(value),
  ]);
  const record = {
    ...{ name: Object.fromEntries(names) as object, category: text('X-BELFRY-CATEGORY') },
    ...told({
      ...{ municipality: text('X-BELFRY-MUNICIPALITY'), zone: text('X-BELFRY-ZONE') },
      manager: text('X-BELFRY-MANAGER'),
    }),
    ...kept(text),
  };
  return { kind: 'organisation', record };
}

function ownContact(all: All, text: Text): Omit<Read, 'line'> {
  const ways = waysIn(all);
  const record = {
    ...{ name: text('FN'), organisation: text('X-BELFRY-ORGANISATION') },
    holds: holdsOf(text('X-BELFRY-HOLDS') ?? ''),
    ...(ways.length > 0 ? { ways } : {}),
    single: text('X-BELFRY-SINGLE') !== undefined,
    languages: inOrder(all('LANG')).map(({ value }) => value.trim()),
    ...kept(text),
  };
  return { kind: 'contact', record };
}

function foreign(all: All, text: Text, context: CardContext): Omit<Read, 'line'> {
  const { slice, keeper, today } = context;
  const [family = '', given = '', more = ''] = parts(all('N')[0]?.value ?? '');
  const [org = ''] = parts(all('ORG')[0]?.value ?? '');
  const spelled = [given, more, family].filter(Boolean).join(' ');
  const name = cleanText(text('FN') ?? (spelled || org), 120).replace(/\n/g, ' ');
  const uid = text('UID')?.replace(/^urn:(uuid:)?/i, '');
  const key = createHash('sha256').update(`${name}\n${org}`).digest('hex').slice(0, 16);
  const id = uid !== undefined && Id.safeParse(uid).success ? uid : `card-${key}`;
  const ways = waysIn(all).slice(0, 12);
  const row = slice.contacts.get(id);
  if (row) {
    const before = recordOf<'contact'>(row);
    const record = { ...before, name, ...(ways.length > 0 ? { ways } : {}) };
    return { kind: 'contact', record: row.note ? record : { ...record, ...KEEP_NOTE } };
  }
  const organisation = organisationNamed(org, slice) ?? context.organisation;
  const record = {
    ...{ id, name, organisation, holds: [], ways, single: false, languages: languagesIn(all) },
    ...{ keeper, checked: today },
  };
  if (organisation) return { kind: 'contact', record };
  return { kind: 'contact', record, refusal: refuse('organisation-unknown', 'ORG') };
}

function organisationNamed(org: string, { organisations }: DirectorySlice): string | undefined {
  const wanted = plainLetters(org).trim();
  if (!wanted) return undefined;
  return organisations.find(({ id, name }) =>
    [id, name.nl, name.fr, name.en].some((one) => one && plainLetters(one) === wanted),
  )?.id;
}

const languagesIn = (all: All): string[] => [
  ...new Set(
    inOrder(all('LANG'))
      .map(({ value }) => value.trim().slice(0, 2).toLowerCase())
      .filter((lang) => ['nl', 'fr', 'en', 'de'].includes(lang)),
  ),
];

/** Most wanted first: `PREF=1` of version 4, `TYPE=pref` of those before. */
function inOrder(lines: readonly CardLine[]): CardLine[] {
  const preference = ({ params }: CardLine): number => {
    const told = Number(params['PREF']?.[0]);
    if (told >= 1) return told;
    return typesOf(params).includes('pref') ? 0 : 101;
  };
  return [...lines].sort((a, b) => preference(a) - preference(b));
}

const typesOf = (params: CardLine['params']): string[] =>
  (params['TYPE'] ?? []).map((one) => one.toLowerCase());

/** Telephones before mail, unless they say otherwise. Fax reaches nobody in time. */
function waysIn(all: All): { channel: string; address: string; hours?: string }[] {
  const lines = inOrder([...all('TEL'), ...all('EMAIL'), ...all('X-BELFRY-WAY')]);
  const ways = lines.flatMap((line) => {
    const { name, params, value } = line;
    const types = typesOf(params);
    if (name === 'TEL' && types.includes('fax')) return [];
    const address = cleanText(addressOf(unescaped(value)), 200);
    if (!address) return [];
    const channel = params['X-BELFRY-CHANNEL']?.[0] ?? channelOf(name, types);
    const hours = params['X-BELFRY-HOURS']?.[0];
    return [{ channel, address, ...(hours ? { hours } : {}) }];
  });
  // Some programs write a number twice, once per type.
  return ways.filter(
    (way, i) =>
      !ways.slice(0, i).some((one) => one.channel === way.channel && one.address === way.address),
  );
}

function channelOf(name: string, types: readonly string[]): string {
  if (name !== 'TEL') return 'email';
  if (types.includes('pager')) return 'paging';
  return types.some((type) => ['cell', 'mobile', 'iphone', 'car'].includes(type))
    ? 'mobile'
    : 'phone';
}

/** `tel:+32-2-555-20-01;ext=12` and `mailto:…` as people write them. */
function addressOf(value: string): string {
  const tel = /^tel:([^;]*)(?:;ext=(\d+))?/i.exec(value);
  if (tel) return `${tel[1]}${tel[2] ? ` ext. ${tel[2]}` : ''}`;
  return value.replace(/^mailto:/i, '');
}
