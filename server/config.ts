import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { FieldMap } from './geo/field.ts';
import { Layers, type Layer } from '../shared/geo/layer.ts';
import type { SubjectName } from '../shared/folds.ts';
import { subjects } from '../shared/registry.ts';
import { Roles } from '../shared/roles.ts';
import { IncidentType, MapSettings } from '../shared/settings.ts';

/** What the people of the centre edit, read once at start. A mistake stops the start and is named with file and place. */

const Belfry = z.strictObject({
  http: z
    .strictObject({
      port: z.int().min(0).max(65_535).default(8080),
      host: z.string().default('0.0.0.0'),
      behindTls: z.boolean().default(false),
      publicUrl: z
        .url({ protocol: /^https?$/ })
        .transform((url) => url.replace(/\/+$/, ''))
        .optional(),
    })
    .prefault({}),
  data: z.strictObject({ folder: z.string().default('data') }).prefault({}),
  session: z.strictObject({ hours: z.number().positive().max(720).default(12) }).prefault({}),
  link: z
    .strictObject({
      beatSeconds: z.number().min(0.2).max(2).default(1),
      tickMilliseconds: z.number().min(1).max(500).default(20),
    })
    .prefault({}),
  upkeep: z
    .strictObject({
      reportsHours: z.number().positive().default(24),
      incidentsDays: z.number().positive().default(7),
      shiftEntriesDays: z.number().positive().default(3),
      unitsHours: z.number().positive().default(24),
    })
    .prefault({}),
  positions: z
    .strictObject({
      staleSeconds: z.number().positive().default(60),
      longestMinutes: z.number().positive().default(60),
      goneMinutes: z.number().positive().default(30),
      trailSeconds: z.number().min(1).default(30),
      trailMetres: z.number().min(0).default(10),
    })
    .prefault({}),
  anpr: z
    .strictObject({
      readsDays: z.int().min(1).max(365).default(7),
      lookbackControllers: z.array(z.string().min(1).max(60)).default(['police']),
      looksPerHour: z.int().min(1).max(1_000).default(60),
      silentMinutes: z.number().positive().max(1_440).default(15),
      clockSeconds: z.number().positive().max(3_600).default(2),
      poorConfidence: z.number().min(0).max(1).default(0.7),
      poorFalseReads: z.number().min(0).max(1).default(0.2),
    })
    .prefault({}),
  map: z
    .strictObject({ ...MapSettings.shape, field: FieldMap })
    .prefault({ center: [4.3676, 50.8396], zoom: 10.9 }),
});
export type Belfry = z.infer<typeof Belfry>;

export interface Config {
  belfry: Belfry;
  roles: Roles;
  incidentTypes: IncidentType[];
  layers: Layer[];
}

/** A mistake in a file of `config/`, told so that its writer can mend it. */
export class ConfigMistake extends Error {
  override name = 'ConfigMistake';
}

export function readConfig(folder: string): Config {
  const belfry = readYaml(folder, 'belfry.yaml', Belfry);
  const roles = readYaml(folder, 'roles.yaml', Roles);
  const incidentTypes = readYaml(folder, 'plan/incident-types.yaml', z.array(IncidentType).min(1));
  const { layers } = readYaml(folder, 'geo/layers.yaml', Layers);
  const clearances = new Set([
    ...Object.keys(roles.restrictions),
    ...layers.flatMap(({ clearance }) => clearance ?? []),
    ...Object.values(subjects).flatMap((subject) => Object.values(subject.guarded)),
  ]);
  for (const [name, role] of Object.entries(roles.roles)) {
    const strange =
      role.sees.find((subject) => !(subject in subjects)) ??
      role.cleared.find((clearance) => !clearances.has(clearance));
    if (strange !== undefined)
      throw new ConfigMistake(`roles.yaml: roles.${name}: "${strange}" does not exist`);
    // Without what it follows, a subject would miss that something was restricted.
    for (const subject of role.sees)
      for (const other of subjects[subject as SubjectName].follows)
        if (!role.sees.includes(other))
          throw new ConfigMistake(`roles.yaml: roles.${name}: sees ${subject} without ${other}`);
  }
  if (!Object.values(roles.roles).some((role) => role.rights.includes('accounts')))
    throw new ConfigMistake('roles.yaml: no role has the right "accounts"');
  return { belfry, roles, incidentTypes, layers };
}

export function readYaml<T extends z.ZodType>(folder: string, file: string, schema: T): z.infer<T> {
  let plain: unknown;
  try {
    plain = parse(readFileSync(join(folder, file), 'utf8')) ?? {};
  } catch (error) {
    throw new ConfigMistake(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = schema.safeParse(plain);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    (one) => `  ${one.path.join('.') || '(whole)'}: ${one.message}`,
  );
  throw new ConfigMistake([`${file}:`, ...issues].join('\n'));
}
