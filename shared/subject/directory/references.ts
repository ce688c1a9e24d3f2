import type { Duty, Organisation } from '../../plan/directory.ts';
import type { CrisisPlan } from '../../plan/plan.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import type { ContactIn, DirectorySlice } from './schema.ts';

/** What a record names must be there: in the plan, in the directory, or in the same command. */
export interface Names {
  plan: CrisisPlan;
  organisation(id: string): boolean;
  contact(id: string): boolean;
}

export function namesOf(
  { organisations, contacts }: DirectorySlice,
  plan: CrisisPlan,
  beside: { organisations: readonly { id: string }[]; contacts: readonly { id: string }[] },
): Names {
  const news = {
    organisations: new Set(beside.organisations.map(({ id }) => id)),
    contacts: new Set(beside.contacts.map(({ id }) => id)),
  };
  return {
    plan,
    organisation: (id) => organisations.has(id) || news.organisations.has(id),
    contact: (id) => contacts.has(id) || news.contacts.has(id),
  };
}

interface Placed {
  municipality?: string | undefined;
  zone?: string | undefined;
  manager?: string | undefined;
}
const PLACES = ['municipality', 'zone', 'manager'] as const;

function wrongPlace({ municipality, zone }: Placed, plan: CrisisPlan, path: string) {
  if (municipality && !plan.municipalities.some(({ id }) => id === municipality))
    return refuse('municipality-unknown', `${path}.municipality`);
  if (zone && !plan.zones.some(({ id }) => id === zone))
    return refuse('zone-unknown', `${path}.zone`);
  return undefined;
}

/** The function, and exactly the place that it is held for: without it nobody would find the holder. */
function wrongPost(post: Placed & { function: string }, plan: CrisisPlan, path: string) {
  const definition = plan.functions.find(({ id }) => id === post.function);
  if (!definition) return refuse('function-unknown', `${path}.function`);
  const { scope } = definition;
  if (scope !== 'region' && !post[scope]) return refuse('post-place', `${path}.${scope}`);
  const strange = PLACES.find((place) => place !== scope && post[place]);
  if (strange) return refuse('post-place', `${path}.${strange}`);
  return wrongPlace(post, plan, path);
}

export function wrongOrganisation(
  record: Organisation,
  { plan }: Names,
  path: string,
): Refusal | undefined {
  if (!plan.categories.some(({ id }) => id === record.category))
    return refuse('category-unknown', `${path}.category`);
  return wrongDays(record, path) ?? wrongPlace(record, plan, path);
}

export function wrongContact(record: ContactIn, names: Names, path: string): Refusal | undefined {
  const { plan } = names;
  if (!names.organisation(record.organisation))
    return refuse('organisation-unknown', `${path}.organisation`);
  const wrong = wrongDays(record, path);
  if (wrong) return wrong;
  for (const [i, holding] of record.holds.entries()) {
    const at = `${path}.holds.${i}`;
    const found = wrongDays(holding, at) ?? wrongPost(holding, plan, at);
    if (found) return found;
  }
  const strange = (record.ways ?? []).findIndex(
    ({ channel }) => !plan.channels.some(({ id }) => id === channel),
  );
  return strange < 0 ? undefined : refuse('channel-unknown', `${path}.ways.${strange}.channel`);
}

export function wrongDuty(record: Duty, names: Names, path: string): Refusal | undefined {
  if (!names.contact(record.contact)) return refuse('contact-unknown', `${path}.contact`);
  return wrongPost(record, names.plan, path);
}

function wrongDays(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  path: string,
): Refusal | undefined {
  return from && until && until < from ? refuse('days-order', `${path}.until`) : undefined;
}
