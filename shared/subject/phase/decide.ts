import type { PhaseRule } from '../../plan/step.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision, type Table } from '../../subject.ts';
import { incidentFor } from '../incident/decide.ts';
import type { Incident, IncidentSlice } from '../incident/schema.ts';
import { checkDecider, type Directory } from './decider.ts';
import { decisionEntry } from './say.ts';
import type { Phase, PhaseCommand, PhaseSlice } from './schema.ts';
import { inForce, notLifted, rankOf } from './select.ts';

export interface Needs {
  phase: PhaseSlice;
  incident: IncidentSlice;
  journal: { entries: Table };
  perimeter: { perimeters: Table<{ incident: string; lifted?: object | undefined }> };
  task: { facts: Table<{ values: Readonly<Record<string, { value: unknown }>> }> };
  /** Absent in a space that has no directory. */
  directory?: Directory;
}

type Declare = PhaseCommand & { type: 'phase.declare' };
type Lift = PhaseCommand & { type: 'phase.lift' };

export function decide(state: Needs, command: PhaseCommand, context: Context): Decision {
  const { occurred } = command.data;
  if (state.journal.entries.has(command.id)) return reject(refuse('id-taken'));
  if (occurred && Date.parse(occurred) > Date.parse(context.at) + 60_000)
    return reject(refuse('time-ahead', 'data.occurred'));
  return command.type === 'phase.declare'
    ? declare(state, command, context)
    : lift(state, command, context);
}

function declare(state: Needs, { id, data }: Declare, context: Context): Decision {
  const { phase, parameters, reason, occurred } = data;
  if (state.phase.phases.has(id)) return reject(refuse('id-taken'));
  const incident = incidentFor(state, data.incident, context);
  if (!incident) return reject(refuse('incident-unknown', 'data.incident'));
  if (incident.status === 'closed') return reject(refuse('incident-closed', 'data.incident'));
  const rule = context.plan.crisis.phases.find((one) => one.id === phase);
  if (!rule) return reject(refuse('phase-unknown', 'data.phase'));
  if (!rule.functions.includes(data.function))
    return reject(refuse('phase-not-theirs', 'data.function'));
  const strange = parameters.findIndex((one) => !rule.parameters.some(({ id }) => id === one));
  if (strange >= 0) return reject(refuse('parameter-unknown', `data.parameters.${strange}`));
  const where = municipalityFor(state, incident, rule, data.municipality, context);
  if (typeof where === 'object') return where;
  const wrong = fits(state, incident.id, data, where);
  if (wrong) return wrong;

  const office = { function: data.function, municipality: where };
  const by = checkDecider(state.directory, data.decider, office, occurred ?? context.at);
  if ('code' in by) return reject(by);
  const below = inForce(state, incident.id)
    .filter((row) => rankOf(row.phase) > 0 && rankOf(row.phase) < rankOf(phase))
    .map((row) => row.id);
  const told = {
    ...{ incident: incident.id, phase },
    ...(where === undefined ? {} : { municipality: where }),
    ...{ by, reason },
    ...(occurred ? { occurred } : {}),
  };
  const { crisis } = context.plan;
  const { restrictions } = incident;
  return accept(
    fact(
      'phase.declared',
      id,
      { ...told, parameters, ...(below.length > 0 ? { supersedes: below } : {}) },
      restrictions,
    ),
    decisionEntry({ ...told, id, rule, what: 'declared', parameters }, crisis, restrictions),
  );
}

/** The municipality that a phase is of, by its short id; undefined for those of no municipality. */
function municipalityFor(
  state: Needs,
  incident: Incident,
  rule: PhaseRule,
  given: string | undefined,
  { plan }: Context,
): string | undefined | Decision {
  if (!rule.ofMunicipality)
    return given === undefined
      ? undefined
      : reject(refuse('phase-no-municipality', 'data.municipality'));
  const { municipalities } = plan.crisis;
  const own = municipalities.find(({ name }) => name.nl === incident.place?.municipality)?.id;
  const wanted = given ?? own;
  if (wanted === undefined) return reject(refuse('phase-municipality-needed', 'data.municipality'));
  if (!municipalities.some(({ id }) => id === wanted))
    return reject(refuse('phase-municipality-unknown', 'data.municipality'));
  if (own !== undefined && wanted !== own && !reachesOver(state, incident.id))
    return reject(refuse('phase-elsewhere', 'data.municipality'));
  return wanted;
}

/**
 * Whether more than the incident's own municipality may be concerned: it was told so, or a perimeter
 * stands, which may reach over the border (where borders run is not known here).
 */
export const reachesOver = (
  { task, perimeter }: Pick<Needs, 'task' | 'perimeter'>,
  incident: string,
): boolean =>
  task.facts.get(incident)?.values['several-municipalities']?.value === true ||
  perimeter.perimeters.some((row) => row.incident === incident && !row.lifted);

/** Not twice, and not below one that is in force. */
function fits(
  state: Needs,
  incident: string,
  { phase }: Declare['data'],
  municipality: string | undefined,
): Decision | undefined {
  const standing = inForce(state, incident);
  if (standing.some((row) => row.phase === phase && row.municipality === municipality))
    return reject(refuse('phase-stands', 'data.phase'));
  if (rankOf(phase) > 0 && standing.some((row) => rankOf(row.phase) > rankOf(phase)))
    return reject(refuse('phase-lower', 'data.phase'));
  return undefined;
}

/** By the function that declared it; what it had overtaken ends with it. */
function lift(state: Needs, { id, data }: Lift, context: Context): Decision {
  const row = state.phase.phases.get(data.phase);
  if (!row || !context.sees(row)) return reject(refuse('phase-row-unknown', 'data.phase'));
  if (row.lifted) return reject(refuse('phase-lifted', 'data.phase'));
  if (data.function !== row.by.function)
    return reject(refuse('phase-not-declared-by', 'data.function'));
  const { reason, occurred } = data;
  const office = { function: row.by.function, municipality: row.municipality };
  const by = checkDecider(state.directory, data.decider, office, occurred ?? context.at);
  if ('code' in by) return reject(by);
  const below =
    row.superseded || rankOf(row.phase) === 0
      ? []
      : notLifted(state, row.incident).filter((one) => one.superseded && one.id !== row.id);
  const toldOf = ({ incident, phase, municipality }: Phase) => ({
    ...{ incident, phase },
    ...(municipality === undefined ? {} : { municipality }),
    ...{ by, reason },
    ...(occurred ? { occurred } : {}),
  });
  const { crisis } = context.plan;
  // The plan of today may not have it any more: it is lifted all the same.
  const rule = crisis.phases.find((one) => one.id === row.phase) ?? nameless(row.phase);
  return accept(
    fact('phase.lifted', row.id, toldOf(row), row.restrictions),
    ...below.map((one) =>
      fact('phase.lifted', one.id, { ...toldOf(one), with: row.id }, one.restrictions),
    ),
    decisionEntry({ ...toldOf(row), id, rule, what: 'lifted' }, crisis, row.restrictions),
  );
}

const nameless = (id: Phase['phase']): PhaseRule => ({
  ...{ id, name: { nl: id, fr: id, en: id }, functions: [id], ofMunicipality: false },
  ...{ source: '', parameters: [] },
});
