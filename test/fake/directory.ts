import { z } from 'zod';
import { fold, TABLE } from '../../shared/subject/directory/evolve.ts';
import type { DirectorySlice } from '../../shared/subject/directory/schema.ts';
import { Category, Channel, PlanFunction } from '../../shared/plan/directory.ts';
import { NO_PLAN } from '../../shared/plan/none.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { Municipalities, Zones } from '../../shared/geo/municipality.ts';
import { readYaml } from '../../server/config.ts';
import { readDirectory, type DirectoryFiles } from '../../server/directory/files.ts';

/** The directory and what the plan knows of it, as they are shipped. */
export const SHIPPED: CrisisPlan = {
  ...NO_PLAN,
  categories: readYaml('config', 'plan/categories.yaml', z.array(Category)),
  functions: readYaml('config', 'directory/functions.yaml', z.array(PlanFunction)),
  channels: readYaml('config', 'channels.yaml', z.array(Channel)),
  zones: readYaml('config', 'geo/zones.yaml', Zones).zones,
  municipalities: readYaml('config', 'geo/municipalities.yaml', Municipalities).municipalities.map(
    ({ id, name }) => ({ id, name }),
  ),
};

export const FILES: DirectoryFiles = readDirectory('config');

/** Records as rows, as if each had been saved. */
export function sliceOf(files: Partial<DirectoryFiles>): DirectorySlice {
  const written = { seq: 1, at: '2026-01-01T00:00:00.000Z', by: 'Belfry' };
  const tables = Object.values(TABLE).map((table) => [
    table,
    fold.initial[table].withMutations((open) => {
      for (const record of files[table] ?? [])
        open.set(record.id, { ...record, ...written } as never);
    }),
  ]);
  return Object.fromEntries(tables) as DirectorySlice;
}

export const SHIPPED_SLICE = sliceOf(FILES);
