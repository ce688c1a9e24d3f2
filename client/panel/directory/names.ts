import type { Manager } from '../../../shared/geo/base.ts';
import type { PlanFunction } from '../../../shared/plan/directory.ts';
import type { CrisisPlan } from '../../../shared/plan/plan.ts';
import type { Lang } from '../../../shared/refusal.ts';
import { useGround } from '../../ground.ts';
import { usePlan } from '../../plan.ts';
import { useLang } from '../hooks.ts';

/** Names of what the directory is about, in the reader's language; an id that nothing knows is shown as it is. */

export interface Naming {
  plan: CrisisPlan;
  managers: ReadonlyMap<string, Manager>;
  lang: Lang;
}

/** Not everything has an English name: the Dutch one then. */
export const inLang = (
  name: { nl: string; fr: string; en?: string | undefined },
  lang: Lang,
): string => name[lang] ?? name.nl;

export function useNaming(): Naming {
  const { plan } = usePlan();
  const managers = useGround((g) => g.managers);
  return { plan, managers, lang: useLang() };
}

type Named = readonly { id: string; name: { nl: string; fr: string; en?: string | undefined } }[];
export const nameOf = (list: Named, id: string, lang: Lang): string => {
  const found = list.find((one) => one.id === id);
  return found ? inLang(found.name, lang) : id;
};

export interface Placed {
  municipality?: string | undefined;
  zone?: string | undefined;
  manager?: string | undefined;
}

/** For which piece of ground; empty for the region. */
export function placeName(place: Placed, { plan, managers, lang }: Naming): string {
  const { municipality, zone, manager } = place;
  if (municipality) return nameOf(plan.municipalities, municipality, lang);
  if (zone) return `${zone} · ${nameOf(plan.zones, zone, lang)}`;
  if (!manager) return '';
  const known = managers.get(manager);
  return known ? inLang(known, lang) : manager;
}

export interface Choice {
  id: string;
  name: string;
}

/** The places for which a function of this scope is held, by name. */
export function placesOf(scope: PlanFunction['scope'] | undefined, naming: Naming): Choice[] {
  const { plan, managers, lang } = naming;
  const ids =
    scope === 'municipality'
      ? plan.municipalities.map(({ id }) => id)
      : scope === 'zone'
        ? plan.zones.map(({ id }) => id)
        : scope === 'manager'
          ? [...managers.keys()]
          : [];
  return ids
    .map((id) => ({ id, name: placeName({ [scope as 'zone']: id }, naming) }))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}

export const scopeOf = ({ functions }: CrisisPlan, id: string): PlanFunction['scope'] | undefined =>
  functions.find((one) => one.id === id)?.scope;
