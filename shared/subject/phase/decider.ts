import { dayInBrussels } from '../../day.ts';
import type { Contact, Holding } from '../../plan/directory.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { plainLetters } from '../../geo/letters.ts';
import type { Table } from '../../subject.ts';
import type { DecidedBy, Decider } from './schema.ts';

/** What of the directory it takes to know who may decide. */
export type Holder = Pick<Contact, 'id' | 'name' | 'holds' | 'from' | 'until'>;
export interface Directory {
  contacts: Table<Holder>;
}

const valid = (
  { from, until }: { from?: string | undefined; until?: string | undefined },
  day: string,
) => (from ?? day) <= day && day <= (until ?? day);

export interface Office {
  function: string;
  /** Short id, where the function is held per municipality. */
  municipality?: string | undefined;
}

/** Whoever holds an office on that day, the holder before the deputies. */
export function holdersOf(
  directory: Directory | undefined,
  office: Office,
  at: string,
): { contact: Holder; rank: number }[] {
  const day = dayInBrussels(Date.parse(at));
  const fits = (holding: Holding) =>
    holding.function === office.function &&
    (office.municipality === undefined || holding.municipality === office.municipality) &&
    valid(holding, day);
  return [...(directory?.contacts.values() ?? [])]
    .filter((contact) => valid(contact, day))
    .flatMap((contact) => {
      const ranks = contact.holds.filter(fits).map(({ rank }) => rank);
      return ranks.length > 0 ? [{ contact, rank: Math.min(...ranks) }] : [];
    })
    .sort((a, b) => a.rank - b.rank || (a.contact.id < b.contact.id ? -1 : 1));
}

/**
 * Who decided, checked against the directory on the day of the decision. A deputy counts, and is noted as
 * one. A name is looked for among the holders; only where the directory knows no holder at all is it taken
 * on the word of who records it, and noted as such.
 */
export function checkDecider(
  directory: Directory | undefined,
  decider: Decider,
  office: Office,
  at: string,
): DecidedBy | Refusal {
  const holders = holdersOf(directory, office, at);
  const is = ({ contact }: (typeof holders)[number]) =>
    'contact' in decider
      ? contact.id === decider.contact
      : plainLetters(contact.name) === plainLetters(decider.name);
  const held = holders.find(is);
  if (held)
    return {
      ...{ contact: held.contact.id, name: held.contact.name, function: office.function },
      ...(held.rank > 1 ? { deputy: held.rank } : {}),
    };
  if ('contact' in decider)
    return directory?.contacts.has(decider.contact)
      ? refuse('decider-no-holder', 'data.decider')
      : refuse('decider-unknown', 'data.decider');
  if (holders.length > 0) return refuse('decider-no-holder', 'data.decider');
  return { name: decider.name, function: office.function, unverified: true };
}
