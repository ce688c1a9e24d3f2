import { z } from 'zod';
import { ConfigMistake } from '../config.ts';
import {
  Category,
  Channel,
  Contact,
  Duty,
  Organisation,
  PlanFunction,
} from '../../shared/plan/directory.ts';
import type { Theme } from '../../shared/plan/measure.ts';
import { PhaseRule } from '../../shared/plan/step.ts';
import { IncidentType } from '../../shared/settings.ts';
import { readGround, type PlanGround } from './ground.ts';
import type { Findings, Place } from './finding.ts';
import { readThemes } from './measures.ts';
import { fitted } from './shape.ts';
import { readSource, yamlUnder, type Source } from './source.ts';
import { readWorkflows, type Written } from './workflow.ts';

/** A value of a file, and where it stands. */
export interface Listed<T> {
  value: T;
  source: Source;
  at: Place;
}

/** All files of the plan, as far as they can be read; what cannot is told in the findings. */
export interface PlanFiles {
  themes: readonly Theme[];
  incidentTypes: readonly Listed<IncidentType>[];
  categories: readonly Listed<Category>[];
  functions: readonly Listed<PlanFunction>[];
  channels: readonly Listed<Channel>[];
  phases: readonly Listed<PhaseRule>[];
  organisations: readonly Listed<Organisation>[];
  contacts: readonly Listed<Contact>[];
  duties: readonly Listed<Duty>[];
  workflows: readonly Written[];
  /** Undefined when the map cannot be read. */
  ground: PlanGround | undefined;
}

export const FILES = {
  incidentTypes: 'plan/incident-types.yaml',
  categories: 'plan/categories.yaml',
  functions: 'directory/functions.yaml',
  channels: 'channels.yaml',
  phases: 'plan/phases.yaml',
} as const;

export function readPlanFiles(folder: string, found: Findings): PlanFiles {
  const one = <T extends z.ZodType>(file: string, schema: T) =>
    listed(readSource(folder, file, found), schema, found);
  const categories = one(FILES.categories, Category);
  return {
    themes: orTold(found, 'plan/measures', () => readThemes(folder, values(categories))) ?? [],
    ground: orTold(found, 'geo', () => readGround(folder)),
    categories,
    incidentTypes: one(FILES.incidentTypes, IncidentType),
    functions: one(FILES.functions, PlanFunction),
    channels: one(FILES.channels, Channel),
    phases: one(FILES.phases, PhaseRule),
    ...directory(folder, found),
    workflows: readWorkflows(folder, found),
  };
}

export const values = <T>(list: readonly Listed<T>[]): T[] => list.map(({ value }) => value);
export const idsOf = (list: readonly Listed<{ id: string }>[]): string[] =>
  list.map(({ value }) => value.id);

/** Records of the directory as they are shipped: files and folders by these names; there may be none. */
function directory(folder: string, found: Findings) {
  const files = yamlUnder(folder, 'directory');
  const all = <T extends z.ZodType<{ id: string }>>(name: string, schema: T) => {
    const sources = files
      .filter((file) => file.startsWith(`directory/${name}`))
      .map((file) => readSource(folder, file, found));
    const list = sources.flatMap((source) => listed(source, schema, found));
    repeated(list, found);
    return list;
  };
  return {
    organisations: all('organisations', Organisation),
    contacts: all('contacts', Contact),
    duties: all('duties', Duty),
  };
}

/** The items of a file that is a list; each by itself, so that one that is wrong hides no other. */
function listed<T extends z.ZodType>(
  source: Source | undefined,
  schema: T,
  found: Findings,
): Listed<z.infer<T>>[] {
  if (!source) return [];
  const items = fitted({ source, schema: z.array(z.unknown()).min(1) }, found) ?? [];
  const list = items.flatMap((_, i) => {
    const value = fitted({ source, schema, path: [i] }, found);
    return value === undefined ? [] : [{ value, source, at: source.at([i]) }];
  });
  repeated(list as Listed<{ id?: string }>[], found);
  return list;
}

function repeated(list: readonly Listed<{ id?: string }>[], found: Findings): void {
  const seen = new Map<string, Place>();
  for (const { value, at } of list) {
    if (value.id === undefined) continue;
    const first = seen.get(value.id);
    if (!first) seen.set(value.id, at);
    else if (first !== at)
      found.mistake(
        at,
        `"${value.id}" is also in ${first.file}:${first.line}: give it an id of its own`,
      );
  }
}

/** What another reader makes of a file; its mistake becomes one of ours. */
function orTold<T>(found: Findings, where: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigMistake)) throw error;
    const [, file = where, message = error.message] =
      /^(?:config\/)?(\S+\.yaml): ?([\s\S]*)$/.exec(error.message) ?? [];
    found.mistake({ file }, message.trim());
    return undefined;
  }
}
