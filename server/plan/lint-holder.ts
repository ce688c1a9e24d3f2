import { isIn } from '../../shared/plan/holders.ts';
import type { Holding, PlanFunction } from '../../shared/plan/directory.ts';
import type { Findings, Place } from './finding.ts';
import { meant } from './near.ts';
import { FILES, idsOf, values, type PlanFiles } from './read.ts';
import { stepsOf } from './workflow.ts';

/** Functions and who holds them, in the records that are shipped: a step that reaches nobody helps nobody. */
export function lintHolders(files: PlanFiles, day: string, found: Findings): void {
  const { contacts, duties, functions, organisations } = files;
  lintRecords(files, found);
  if (contacts.length === 0) {
    found.warning(
      { file: 'directory' },
      'there are no contacts yet: whether functions are held was not looked at',
    );
    return;
  }
  const used = usesOf(files);
  const holdings = values(contacts)
    .filter((contact) => isIn(contact, day))
    .flatMap(({ holds }) => holds.filter((held) => isIn(held, day)));
  for (const { value, at } of functions) {
    const held = [
      ...holdings.filter((holding) => holding.function === value.id),
      ...values(duties).filter((duty) => duty.function === value.id),
    ];
    const lack = lackOf(value, held, files, day);
    if (lack === undefined) continue;
    const [first, ...others] = used.get(value.id) ?? [];
    const rest = others.length > 0 ? ` (and ${others.length} more of the plan reach it)` : '';
    if (first)
      found.mistake(
        first,
        `function "${value.id}" ${lack}: add a contact that holds it to directory/contacts${rest}`,
      );
    else
      found.warning(at, `function "${value.id}" ${lack}, and nothing in the plan reaches it yet`);
  }
  for (const [category, [first]] of categoriesOf(files)) {
    const own = values(organisations).filter((one) => one.category === category);
    const points = values(contacts).filter(
      ({ single, organisation }) => single && own.some(({ id }) => id === organisation),
    );
    if (points.length === 0)
      found.mistake(
        first!,
        `no organisation of category "${category}" has one contact point: mark a contact with "single: true"`,
      );
  }
}

type Where = Partial<Pick<Holding, 'municipality' | 'zone' | 'manager'>>;

/** What is missing of its holders; undefined when nothing is. */
function lackOf(
  { scope }: PlanFunction,
  held: readonly Where[],
  { ground }: PlanFiles,
  day: string,
): string | undefined {
  if (held.length === 0) return 'is held by nobody';
  if (!ground || scope === 'region' || scope === 'manager') return undefined;
  const wanted =
    scope === 'municipality'
      ? ground.municipalities.map(({ id }) => id)
      : ground.zones.filter((zone) => isIn(zone, day)).map(({ id }) => id);
  const missing = wanted.filter((id) => !held.some((one) => one[scope] === id));
  return missing.length === 0
    ? undefined
    : `is held by nobody in ${scope} ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}`;
}

/** Function → where the plan reaches it, in steps and phases. */
function usesOf({ workflows, phases }: PlanFiles): Map<string, Place[]> {
  const used = new Map<string, Place[]>();
  const add = (id: string, place: Place) => used.set(id, [...(used.get(id) ?? []), place]);
  for (const workflow of workflows)
    for (const { step, at } of stepsOf(workflow))
      for (const [i, id] of (step.reach?.functions ?? []).entries())
        add(id, at('reach', 'functions', i));
  for (const { value, at } of phases) for (const id of value.functions) add(id, at);
  return used;
}

function categoriesOf({ workflows, categories }: PlanFiles): Map<string, Place[]> {
  const known = idsOf(categories);
  const used = new Map<string, Place[]>();
  for (const workflow of workflows)
    for (const { step, at } of stepsOf(workflow))
      for (const [i, id] of (step.reach?.categories ?? []).entries())
        if (known.includes(id))
          used.set(id, [...(used.get(id) ?? []), at('reach', 'categories', i)]);
  return used;
}

/** Records that name what is not there. */
function lintRecords(files: PlanFiles, found: Findings): void {
  const known = {
    functions: idsOf(files.functions),
    channels: idsOf(files.channels),
    categories: idsOf(files.categories),
    organisations: idsOf(files.organisations),
    contacts: idsOf(files.contacts),
  };
  const check = (id: string, what: keyof typeof known, at: Place) => {
    if (!known[what].includes(id))
      found.mistake(at, `"${id}" is none of the ${what}.${meant(id, known[what])}`);
  };
  for (const { value, at } of files.functions) check(value.category, 'categories', at);
  for (const { value, at } of files.organisations) check(value.category, 'categories', at);
  for (const { value, at } of files.contacts) {
    check(value.organisation, 'organisations', at);
    for (const { function: id } of value.holds) check(id, 'functions', at);
    for (const { channel } of value.ways) check(channel, 'channels', at);
  }
  for (const { value, at } of files.duties) {
    check(value.function, 'functions', at);
    check(value.contact, 'contacts', at);
  }
  for (const { value, at } of files.phases)
    for (const id of value.functions)
      if (!known.functions.includes(id))
        found.mistake(
          at,
          `phase ${value.id}: "${id}" is not in ${FILES.functions}.${meant(id, known.functions)}`,
        );
}
