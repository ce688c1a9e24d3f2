import { PHASES } from '../../shared/plan/step.ts';
import type { Findings } from './finding.ts';
import { meant } from './near.ts';
import { FILES, idsOf, type PlanFiles } from './read.ts';

/** The lists beside the workflows: types of incident, channels, phases. */
export function lintLists(
  files: PlanFiles,
  env: Readonly<Record<string, string | undefined>>,
  found: Findings,
): void {
  lintTypes(files, found);
  for (const { value, at } of files.channels) {
    const { id, kind, env: name } = value;
    if (kind === 'webhook' && name === undefined)
      found.mistake(
        at,
        `channel ${id}: a webhook needs "env", the variable that holds its address: BELFRY_${id.toUpperCase().replaceAll('-', '_')}_URL`,
      );
    else if (kind !== 'webhook' && name !== undefined)
      found.mistake(at, `channel ${id}: only a webhook has "env"`);
    else if (name !== undefined && !env[name])
      found.warning(at, `channel ${id}: ${name} is not set, so it is out of order and passed over`);
  }
  const phases = idsOf(files.phases);
  for (const id of PHASES)
    if (files.phases.length > 0 && !phases.includes(id))
      found.mistake({ file: FILES.phases }, `phase ${id} is missing: say who may decide it`);
  const scopes = new Map(files.functions.map(({ value }) => [value.id, value.scope]));
  for (const { value, at } of files.phases)
    for (const id of value.ofMunicipality ? value.functions : [])
      if ((scopes.get(id) ?? 'municipality') !== 'municipality')
        found.mistake(
          at,
          `phase ${value.id} is decided per municipality, and "${id}" is a function of the ${scopes.get(id)}`,
        );
}

function lintTypes({ workflows, incidentTypes }: PlanFiles, found: Findings): void {
  const known = idsOf(incidentTypes);
  const started = new Set<string>();
  for (const { head, source } of workflows)
    for (const [i, type] of (head?.types ?? []).entries()) {
      started.add(type);
      if (type !== '*' && known.length > 0 && !known.includes(type))
        found.mistake(
          source.at(['types', i]),
          `there is no type of incident "${type}" in ${FILES.incidentTypes}.${meant(type, known)}`,
        );
    }
  // A workflow that cannot be read may be the one.
  if (workflows.some(({ head }) => !head)) return;
  for (const { value, at } of incidentTypes)
    if (!started.has(value.id))
      found.warning(at, `type ${value.id} has no workflow of its own: name it in "types" of one`);
}
