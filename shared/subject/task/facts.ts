import { dayInBrussels } from '../../day.ts';
import { municipalityId, zoneOf } from '../../geo/municipality.ts';
import type { CrisisPlan } from '../../plan/plan.ts';
import { PHASES, type BUILT_IN_FACTS, type FactValue } from '../../plan/step.ts';
import type { Table } from '../../subject.ts';
import type { Incident } from '../incident/schema.ts';
import { standing } from '../perimeter/standing.ts';
import type { ThreatSlice } from '../threat/schema.ts';
import { regionalThreat } from '../threat/select.ts';
import type { WindSlice } from '../wind/schema.ts';
import type { Needs } from './needs.ts';

/**
 * What is known of an incident at a moment: the facts that the plan names (`BUILT_IN_FACTS`), from the state,
 * and those that were asked. What nobody knows is absent.
 */
export type Known = Readonly<Record<string, FactValue | undefined>>;

export function factsOf(state: Needs, incident: Incident, at: string, plan: CrisisPlan): Known {
  const asked = state.task.facts.get(incident.id)?.values ?? {};
  return {
    ...Object.fromEntries(Object.entries(asked).map(([fact, { value }]) => [fact, value])),
    ...builtIn(state, incident, at, plan),
  };
}

function builtIn(
  state: Needs,
  incident: Incident,
  at: string,
  plan: CrisisPlan,
): Record<keyof typeof BUILT_IN_FACTS, FactValue | undefined> {
  const name = incident.place?.municipality;
  const municipality = plan.municipalities.find((one) => one.name.nl === name)?.id;
  const day = dayInBrussels(Date.parse(at));
  const zone = municipality && zoneOf(plan.zones, municipalityId(municipality), day)?.id;
  const kinds = standing(state, incident.id).map(({ kind }) => kind);
  return {
    type: incident.type,
    priority: incident.priority,
    municipality,
    zone,
    ...clock(at),
    phase: phaseOf(state, incident.id),
    perimeter:
      (['exclusion', 'isolation', 'dissuasion'] as const).find((one) => kinds.includes(one)) ??
      'none',
    wind: windOf(state.wind, at),
    threat: threatOf(state, at),
  };
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
  ...{ weekday: 'short', hour: '2-digit' },
});

/** By the clock on the wall in Brussels: night is from 20:00 to 07:00. */
function clock(at: string): { night: boolean; weekend: boolean } {
  const parts = CLOCK.formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  return {
    night: hour >= 20 || hour < 7,
    weekend: part('weekday') === 'Sat' || part('weekday') === 'Sun',
  };
}

/** A measurement says something of the wind for so long. */
const RECENT_MS = 60 * 60_000;

/** Strongest recent gust, in km/h; the mean where a station tells no gusts. */
function windOf({ stations }: WindSlice, at: string): number | undefined {
  const recent = [...stations.values()].filter(
    ({ observed }) => Math.abs(Date.parse(at) - Date.parse(observed)) <= RECENT_MS,
  );
  if (recent.length === 0) return undefined;
  return Math.round(Math.max(...recent.map(({ gust, speed }) => gust ?? speed)) * 3.6);
}

/** Subjects beside this one that may not be there: read by what their rows say. */
type Beside = Readonly<Record<string, Readonly<Record<string, Table>> | undefined>>;
export const rowsOf = <Row>(state: object, subject: string, table: string): Row[] => [
  ...(((state as Beside)[subject]?.[table]?.values() ?? []) as Iterable<Row>),
];

interface PhaseRow {
  incident: string;
  phase: string;
  lifted?: object | undefined;
  superseded?: object | undefined;
}
/** Phases in force for an incident, the lowest first. */
export const phasesOf = (state: object, incident: string): string[] =>
  rowsOf<PhaseRow>(state, 'phase', 'phases')
    .filter((row) => row.incident === incident && !row.lifted && !row.superseded)
    .map(({ phase }) => phase)
    .sort((a, b) => PHASES.indexOf(a as never) - PHASES.indexOf(b as never));

const phaseOf = (state: object, incident: string): string =>
  phasesOf(state, incident)
    .filter((phase) => PHASES.includes(phase as never))
    .at(-1) ?? 'none';

/** Highest level that holds for the whole region at that moment. */
const threatOf = (state: object, at: string): number | undefined =>
  'threat' in state ? regionalThreat(state as { threat: ThreatSlice }, at)?.level : undefined;
