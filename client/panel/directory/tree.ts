import { plainLetters } from '../../../shared/geo/letters.ts';
import type {
  ContactRow,
  DirectorySlice,
  OrganisationRow,
} from '../../../shared/subject/directory/schema.ts';
import { inLang, nameOf, placeName, type Naming } from './names.ts';

/** The directory as the screen lays it out: category → organisation → contacts. Pure. */

export interface Branch {
  category: string;
  name: string;
  organisations: Twig[];
}
export interface Twig {
  row: OrganisationRow;
  name: string;
  contacts: Leaf[];
}
export interface Leaf {
  row: ContactRow;
  /** What they are for, in few words. */
  does: string;
}

interface Indexed extends Twig {
  /** Plain letters of what it is found by. */
  words: string;
  leaves: (Leaf & { words: string })[];
}
export type Index = readonly (Omit<Branch, 'organisations'> & { organisations: Indexed[] })[];

/** Everything with the words by which it is found: made once per directory, searched at every letter. */
export function indexOf({ organisations, contacts }: DirectorySlice, naming: Naming): Index {
  const { plan, lang } = naming;
  const known = plan.categories.map(({ id }) => id);
  const strange = [...organisations.values()]
    .map(({ category }) => category)
    .filter((id) => !known.includes(id));
  const members = Map.groupBy(contacts.values(), ({ organisation }) => organisation);
  return [...new Set([...known, ...strange])].map((category) => ({
    category,
    name: nameOf(plan.categories, category, lang),
    organisations: [...organisations.values()]
      .filter((row) => row.category === category)
      .map((row) => twigOf(row, members.get(row.id) ?? [], naming))
      .sort((a, b) => a.name.localeCompare(b.name, lang)),
  }));
}

function twigOf(row: OrganisationRow, members: ContactRow[], naming: Naming): Indexed {
  const { name } = row;
  const leaves = members
    .map((contact) => leafOf(contact, naming))
    .sort((a, b) => order(a.row) - order(b.row) || (a.row.name < b.row.name ? -1 : 1));
  return {
    ...{ row, name: inLang(name, naming.lang), contacts: leaves, leaves },
    words: plain([name.nl, name.fr, name.en, row.id, placeName(row, naming)]),
  };
}

function leafOf(row: ContactRow, naming: Naming): Leaf & { words: string } {
  const { plan, lang } = naming;
  const held = row.holds.map((one) => plan.functions.find(({ id }) => id === one.function));
  return {
    row,
    does: [...new Set(row.holds.map((one) => nameOf(plan.functions, one.function, lang)))].join(
      ', ',
    ),
    words: plain([
      row.name,
      ...held.flatMap((one) => (one ? Object.values(one.name) : [])),
      ...row.holds.map((one) => placeName(one, naming)),
      ...(row.ways ?? []).flatMap(({ address }) => numbers(address)),
    ]),
  };
}

/** The contact point first, then the holders before their deputies. */
const order = ({ single, holds }: ContactRow): number =>
  single ? 0 : Math.min(10, ...holds.map(({ rank }) => rank));

/** As written, and as a display shows who calls: `+32470555001`, `0470555001`. */
function numbers(address: string): string[] {
  const bare = address.replace(/[\s./()-]/g, '');
  return [address, bare, bare.replace(/^\+32/, '0')];
}

const plain = (texts: readonly (string | undefined)[]): string =>
  plainLetters(texts.filter(Boolean).join('\n'));

/** What holds every word that was typed; an organisation that fits by itself comes with all its people. */
export function search(index: Index, typed: string): Branch[] {
  const words = plainLetters(typed).split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((word) => text.includes(word));
  return index
    .map((branch) => ({
      ...branch,
      organisations: branch.organisations.flatMap(({ row, name, leaves, words: own }): Twig[] => {
        if (fits(own)) return [{ row, name, contacts: leaves }];
        const contacts = leaves.filter((leaf) => fits(`${own}\n${leaf.words}`));
        return contacts.length > 0 ? [{ row, name, contacts }] : [];
      }),
    }))
    .filter(({ organisations }) => organisations.length > 0);
}

export interface Key {
  kind: 'organisation' | 'contact';
  id: string;
}

/** In the order of the screen, for the arrows. */
export const keysOf = (branches: readonly Branch[]): Key[] =>
  branches.flatMap(({ organisations }) =>
    organisations.flatMap(({ row, contacts }): Key[] => [
      { kind: 'organisation', id: row.id },
      ...contacts.map((leaf): Key => ({ kind: 'contact', id: leaf.row.id })),
    ]),
  );
