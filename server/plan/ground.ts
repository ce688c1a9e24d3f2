import { BaseFile } from '../../shared/geo/base.ts';
import {
  Municipalities,
  Zones,
  type Municipality,
  type Zone,
} from '../../shared/geo/municipality.ts';
import type { GreenSite } from '../../shared/plan/site.ts';
import { readYaml } from '../config.ts';

/** What the plan needs of the map; the rest of it, and its borders, are read where it is drawn. */
export interface PlanGround {
  municipalities: readonly Municipality[];
  zones: Zone[];
  sites: GreenSite[];
}

/** Throws `ConfigMistake`. */
export function readGround(folder: string): PlanGround {
  const { features } = readYaml(folder, 'geo/green.yaml', BaseFile);
  return {
    municipalities: readYaml(folder, 'geo/municipalities.yaml', Municipalities).municipalities,
    zones: readYaml(folder, 'geo/zones.yaml', Zones).zones,
    sites: features.flatMap(siteOf),
  };
}

/** Green spaces that their manager closes in wind (measure M6.6). */
function siteOf(feature: BaseFile['features'][number]): GreenSite[] {
  const { id, name, manager } = feature;
  const { closeAt } = (feature['wind'] ?? {}) as { closeAt?: number };
  if (closeAt === undefined) return [];
  return [{ id, name, ...(manager === undefined ? {} : { manager }), closeAt }];
}
