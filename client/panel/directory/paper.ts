import { holdersOf, isIn } from '../../../shared/plan/holders.ts';
import type { PlanFunction, Way } from '../../../shared/plan/directory.ts';
import type {
  ContactRow,
  DirectorySlice,
  DutyRow,
} from '../../../shared/subject/directory/schema.ts';
import { inLang, nameOf, placesOf, type Naming, type Placed } from './names.ts';
import { dutiesOf } from './week.ts';

/**
 * The paper list for the day on which everything is down (measure M10.9): all functions, who holds them and
 * how they are reached, for the region and for each police zone, municipality and manager. It lasts a
 * week: so it names all deputies and the weekly pattern, and not who is on duty at the hour of printing.
 */

export interface Line {
  id: string;
  name: string;
  organisation: string;
  /** Undefined: on duty for it, or the contact point of the organisation, and no more. */
  rank: number | undefined;
  single: boolean;
  /** Absent where the reader may not see them. */
  ways: readonly Way[] | undefined;
  duties: readonly DutyRow[];
}
export interface Post {
  id: string;
  name: string;
  lines: Line[];
}
export interface Section {
  scope: PlanFunction['scope'];
  id: string;
  name: string;
  posts: Post[];
}

export const SCOPES = ['region', 'zone', 'municipality', 'manager'] as const;

/** `day`: `YYYY-MM-DD`; who is not in force on it, is not listed. Posts that nobody holds stand there empty, but for managers. */
export function paperOf(directory: DirectorySlice, naming: Naming, day: string): Section[] {
  const { plan, lang } = naming;
  return SCOPES.flatMap((scope): Section[] => {
    const functions = plan.functions.filter((one) => one.scope === scope);
    const posts = (place: Placed): Post[] =>
      functions
        .map(({ id }) => ({
          ...{ id, name: nameOf(plan.functions, id, lang) },
          lines: linesOf(directory, naming, id, place, day),
        }))
        .filter(({ lines }) => scope !== 'manager' || lines.length > 0);
    if (scope === 'region') return [{ scope, id: scope, name: '', posts: posts({}) }];
    return placesOf(scope, naming)
      .filter(({ id }) => scope !== 'zone' || isZoneIn(naming, id, day))
      .map(({ id, name }) => ({ scope, id, name, posts: posts({ [scope]: id }) }))
      .filter((section) => section.posts.length > 0);
  });
}

const isZoneIn = ({ plan }: Naming, id: string, day: string): boolean => {
  const zone = plan.zones.find((one) => one.id === id);
  return zone !== undefined && isIn(zone, day);
};

function linesOf(
  directory: DirectorySlice,
  { lang }: Naming,
  id: string,
  place: Placed,
  day: string,
): Line[] {
  const isHere = (one: Placed) =>
    one.municipality === place.municipality &&
    one.zone === place.zone &&
    one.manager === place.manager;
  const duties = dutiesOf(directory, { function: id, ...place }).filter(
    ({ weekly }) => weekly !== undefined,
  );
  const ranks = new Map<ContactRow, number | undefined>();
  const held = holdersOf(directory, id)
    .filter(({ holding }) => isHere(holding) && isIn(holding, day))
    .sort((a, b) => a.holding.rank - b.holding.rank || (a.contact.id < b.contact.id ? -1 : 1));
  for (const { contact, holding } of held)
    if (!ranks.has(contact)) ranks.set(contact, holding.rank);
  for (const duty of duties) {
    const contact = directory.contacts.get(duty.contact);
    if (contact && !ranks.has(contact)) ranks.set(contact, undefined);
  }
  return [...ranks].flatMap(([contact, rank]): Line[] => {
    const organisation = directory.organisations.get(contact.organisation);
    if (!organisation || !isIn(contact, day) || !isIn(organisation, day)) return [];
    return [
      {
        ...{ id: contact.id, name: contact.name, rank, single: contact.single },
        organisation: inLang(organisation.name, lang),
        ways: contact.ways,
        duties: duties.filter((duty) => duty.contact === contact.id),
      },
    ];
  });
}

export const countOf = (sections: readonly Section[]) => {
  const posts = sections.flatMap((section) => section.posts);
  return {
    posts: posts.length,
    people: new Set(posts.flatMap(({ lines }) => lines.map(({ id }) => id))).size,
    empty: posts.filter(({ lines }) => lines.length === 0).length,
  };
};
