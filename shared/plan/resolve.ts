import { dayInBrussels } from '../day.ts';
import { municipalityId, zoneOf } from '../geo/municipality.ts';
import type { ContactRow, DirectorySlice } from '../subject/directory/schema.ts';
import type { Place } from '../value.ts';
import type { PlanFunction, Way } from './directory.ts';
import { holdersOf, isIn, type Held } from './holders.ts';
import { onDuty } from './on-duty.ts';
import { waysNow } from './ways.ts';
import type { CrisisPlan } from './plan.ts';
import type { Name } from './step.ts';

/**
 * Whom to reach, here and now: functions and partner categories of a step → people in order, each with the
 * reasons. Pure; a list that was resolved is frozen where it is used.
 *
 * The order: who is on duty now, then the holder, then the deputies by rank, then the one contact point of
 * their organisations. Who can only be reached at another hour comes after the others.
 */

export type Because =
  | { code: 'function'; function: string }
  | { code: 'category'; category: string }
  | { code: 'municipality'; municipality: string }
  | { code: 'zone'; zone: string }
  | { code: 'manager'; manager: string }
  /** `until`: end of the duty; the weekly pattern's next change of shift. */
  | { code: 'duty'; until: string }
  | { code: 'holder' }
  | { code: 'deputy'; rank: number }
  /** The one contact point of this organisation (its id). */
  | { code: 'single'; organisation: string }
  /** No way to reach them at this hour; all of their ways are given all the same. */
  | { code: 'absent'; hours: 'office' | 'outside' };

export interface Candidate {
  /** Id of the contact. */
  contact: string;
  name: string;
  organisation: Name;
  /** Empty for a category. */
  function: string;
  /** 1 the holder, 2 the first deputy… 9 who is on duty or contact point, and no more. */
  rank: number;
  single: boolean;
  /** In the order in which they are tried now; absent where the caller may not see them. */
  ways?: Way[];
  because: Because[];
}

export type Wanted = { function: string } | { category: string };

export interface Resolved {
  wanted: Wanted;
  people: Candidate[];
  /** `place-unknown`: it depends on the place, and that is not known. */
  missing?: 'place-unknown' | 'nobody';
}

/** Ids: of a municipality (`elsene`), a police zone (`5339`), a manager of ground. */
export interface Where {
  municipality?: string | undefined;
  zone?: string | undefined;
  manager?: string | undefined;
}

export interface Known {
  directory: DirectorySlice;
  plan: CrisisPlan;
}

/** The municipality and the police zone in force there on that day; empty where the place does not tell. */
export function whereIs(place: Place | undefined, at: string, plan: CrisisPlan): Where {
  const told = place?.municipality;
  if (!told) return {};
  const found = plan.municipalities.find(
    ({ id, name }) => name.nl === told || name.fr === told || id === told,
  );
  return found ? placeOf(found.id, at, plan) : {};
}

/** As `whereIs`, of a municipality by its id. */
export function placeOf(municipality: string, at: string, { zones }: CrisisPlan): Where {
  const zone = zoneOf(zones, municipalityId(municipality), dayInBrussels(Date.parse(at)));
  return { municipality, ...(zone ? { zone: zone.id } : {}) };
}

export function resolve(
  reach: { functions: readonly string[]; categories?: readonly string[] | undefined },
  where: Where,
  at: string,
  known: Known,
): Resolved[] {
  return [
    ...reach.functions.map((id) => ofFunction(id, where, at, known)),
    ...(reach.categories ?? []).map((id) => ofCategory(id, where, at, known)),
  ];
}

function ofFunction(id: string, where: Where, at: string, known: Known): Resolved {
  const wanted = { function: id };
  const definition = known.plan.functions.find((one) => one.id === id);
  if (!definition) return { wanted, people: [], missing: 'nobody' };
  const { scope } = definition;
  if (scope !== 'region' && where[scope] === undefined)
    return { wanted, people: [], missing: 'place-unknown' };

  const { directory } = known;
  const day = dayInBrussels(Date.parse(at));
  const place = scope === 'region' ? {} : { [scope]: where[scope] };
  const why: Because[] = [
    { code: 'function', function: id },
    ...(scope === 'region' ? [] : [placeReason(scope, where)]),
  ];
  const duties = onDuty(directory, id, place, at);
  const holders = holdersOf(directory, id)
    .filter((held) => isAt(held.holding, scope, where) && isIn(held.holding, day))
    .sort((a, b) => a.holding.rank - b.holding.rank || compare(a.contact, b.contact));

  const list = listing(id, at, known);
  for (const { duty, until } of duties) {
    const contact = directory.contacts.get(duty.contact);
    const rank = holders.find((one) => one.contact.id === duty.contact)?.holding.rank;
    list.add(contact, rank, [
      ...why,
      ...(rank === undefined ? [] : [rankReason(rank)]),
      { code: 'duty', until },
    ]);
  }
  for (const { contact, holding } of holders)
    list.add(contact, holding.rank, [...why, rankReason(holding.rank)]);
  for (const { contact, organisation } of singlesBehind(
    list.organisations(),
    definition,
    where,
    known,
  ))
    list.add(contact, undefined, [...why, { code: 'single', organisation }]);
  const people = list.people();
  return { wanted, people, ...(people.length === 0 ? { missing: 'nobody' as const } : {}) };
}

/** Every organisation of the category through its one contact point; those of a place only where it happens. */
function ofCategory(category: string, where: Where, at: string, known: Known): Resolved {
  const { directory } = known;
  const list = listing('', at, known);
  let elsewhere = 0;
  const organisations = [...directory.organisations.values()]
    .filter((one) => one.category === category)
    .sort(compare);
  for (const organisation of organisations) {
    const reasons: Because[] = [{ code: 'category', category }];
    const { municipality, zone, manager } = organisation;
    if (municipality) {
      if (municipality !== where.municipality) {
        elsewhere++;
        continue;
      }
      reasons.push({ code: 'municipality', municipality });
    }
    if (zone) {
      if (zone !== where.zone) {
        elsewhere++;
        continue;
      }
      reasons.push({ code: 'zone', zone });
    }
    // The many managers of ground stand in the categories too; with one wanted, the others are not meant.
    if (manager && where.manager) {
      if (manager !== where.manager) continue;
      reasons.push({ code: 'manager', manager });
    }
    for (const contact of singlesOf(directory, organisation.id))
      list.add(contact, undefined, [...reasons, { code: 'single', organisation: organisation.id }]);
  }
  const people = list.people();
  const wanted = { category };
  if (people.length > 0) return { wanted, people };
  const placeless = where.municipality === undefined && elsewhere > 0;
  return { wanted, people, missing: placeless ? 'place-unknown' : 'nobody' };
}

const rankReason = (rank: number): Because =>
  rank === 1 ? { code: 'holder' } : { code: 'deputy', rank };

function placeReason(scope: 'municipality' | 'zone' | 'manager', where: Where): Because {
  const value = where[scope]!;
  if (scope === 'municipality') return { code: 'municipality', municipality: value };
  return scope === 'zone' ? { code: 'zone', zone: value } : { code: 'manager', manager: value };
}

const isAt = (holding: Held['holding'], scope: PlanFunction['scope'], where: Where): boolean =>
  scope === 'region' || holding[scope] === where[scope];

const compare = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const singlesOf = ({ contacts }: DirectorySlice, organisation: string): ContactRow[] =>
  [...contacts.values()].filter((one) => one.single && one.organisation === organisation);

/** The contact points of the people listed; with nobody listed, those of the place's own organisations. */
function singlesBehind(
  listed: readonly string[],
  { category, scope }: PlanFunction,
  where: Where,
  { directory }: Known,
) {
  const behind =
    listed.length > 0 || scope === 'region'
      ? listed
      : [...directory.organisations.values()]
          .filter((one) => one.category === category && one[scope] === where[scope])
          .sort(compare)
          .map(({ id }) => id);
  return behind.flatMap((organisation) =>
    singlesOf(directory, organisation).map((contact) => ({ contact, organisation })),
  );
}

/** A list in the making: everybody once, by the first reason; nobody whose days are over. */
function listing(wanted: string, at: string, { directory }: Known) {
  const ms = Date.parse(at);
  const day = dayInBrussels(ms);
  const people: { one: Candidate; organisation: string; absent: boolean }[] = [];
  return {
    add(contact: ContactRow | undefined, rank: number | undefined, because: Because[]): void {
      const organisation = contact && directory.organisations.get(contact.organisation);
      if (!contact || !organisation || !isIn(contact, day) || !isIn(organisation, day)) return;
      if (people.some(({ one }) => one.contact === contact.id)) return;
      const { ways, absent } = waysNow(contact.ways, ms);
      const one: Candidate = {
        ...{ contact: contact.id, name: contact.name, organisation: organisation.name },
        ...{ function: wanted, rank: rank ?? LAST, single: contact.single },
        ...(ways ? { ways } : {}),
        because: absent ? [...because, { code: 'absent', hours: absent }] : because,
      };
      people.push({ one, organisation: organisation.id, absent: absent !== undefined });
    },
    organisations: (): string[] => [...new Set(people.map(({ organisation }) => organisation))],
    people: (): Candidate[] => [
      ...people.filter(({ absent }) => !absent).map(({ one }) => one),
      ...people.filter(({ absent }) => absent).map(({ one }) => one),
    ],
  };
}

/** Rank of who holds the function in no rank: on duty or contact point, and no more. */
const LAST = 9;

export interface Change {
  wanted: Wanted;
  come: Candidate[];
  gone: Candidate[];
}

/** Where the people differ between two lists: what a border, an hour or an edit changed. */
export function changed(before: readonly Resolved[], after: readonly Resolved[]): Change[] {
  const key = ({ wanted }: Resolved): string => JSON.stringify(wanted);
  const old = new Map(before.map((one) => [key(one), one]));
  const now = new Map(after.map((one) => [key(one), one]));
  return [...new Map([...old, ...now]).values()].flatMap(({ wanted }): Change[] => {
    const id = JSON.stringify(wanted);
    const [had, has] = [old.get(id)?.people ?? [], now.get(id)?.people ?? []];
    const missing = (from: Candidate[], among: Candidate[]) =>
      from.filter((one) => !among.some(({ contact }) => contact === one.contact));
    const [come, gone] = [missing(has, had), missing(had, has)];
    return come.length + gone.length > 0 ? [{ wanted, come, gone }] : [];
  });
}
