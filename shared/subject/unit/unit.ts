import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision, type Subject } from '../../subject.ts';
import type { Restrictions } from '../../restrictions.ts';
import { fold } from './evolve.ts';
import {
  commands,
  events,
  type Fix,
  type Unit,
  type UnitCommand,
  type UnitSlice,
} from './schema.ts';

type Needs = { unit: UnitSlice };

/** Whether this interval has nothing of the unit yet, and the fix is later than what is recorded. */
export const isNews = (row: Unit | undefined, fix: Fix, slot: string): boolean =>
  row === undefined || (row.slot < slot && row.at < fix.at);

function decide(state: Needs, command: UnitCommand, context: Context): Decision {
  const { units } = state.unit;
  if (command.type === 'unit.leave') {
    const { before } = command.data;
    const silent = [...new Set(command.data.units)]
      .map((id) => units.get(id))
      .filter((row) => row !== undefined)
      .filter((row) => context.sees(row) && row.at < before);
    return accept(...leave(silent));
  }
  const { slot, fixes } = command.data;
  const unknown = fixes.findIndex(
    (fix) => !(fix.restrictions ?? []).every((one) => context.plan.restrictions.includes(one)),
  );
  if (unknown >= 0)
    return reject(refuse('restriction-unknown', `data.fixes.${unknown}.restrictions`));
  const latest = Map(fixes.map((fix) => [fix.id, fix]));
  const news = [...latest.values()].filter((fix) => isNews(units.get(fix.id), fix, slot));
  // Who saw a unit and may not any more sees it leave; who sees it still sees its trail begin anew.
  const changed = news
    .filter((fix) => groupOf(units.get(fix.id) ?? fix) !== groupOf(fix))
    .map((fix) => units.get(fix.id)!);
  const recorded = grouped(news).map(([group, members]) => {
    const bare = members.map(({ gone: _gone, restrictions: _restrictions, ...fix }) => fix);
    return fact('unit.recorded', group, { slot, fixes: bare }, members[0]!.restrictions);
  });
  return accept(...leave(changed), ...recorded);
}

type Guarded = { restrictions?: Restrictions | undefined };
/** Names a group of restrictions; it is the `id` of the group's events. */
const groupOf = ({ restrictions }: Guarded): string =>
  restrictions?.length ? [...restrictions].sort().join('+') : 'open';

function grouped<T extends Guarded>(things: readonly T[]): [group: string, things: T[]][] {
  const groups: Record<string, T[]> = {};
  for (const thing of things) (groups[groupOf(thing)] ??= []).push(thing);
  return Object.entries(groups);
}

const leave = (rows: readonly Unit[]): Event[] =>
  grouped(rows).map(([group, members]) =>
    fact('unit.left', group, { units: members.map(({ id }) => id) }, members[0]!.restrictions),
  );

export const unit = { ...fold, commands, events, decide } satisfies Subject<UnitSlice>;
