import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BaseFile, featuresOf, managersOf, type Manager } from '../../shared/geo/base.ts';
import { BorderFile, tile } from '../../shared/geo/borders.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import { Layers, type Layer } from '../../shared/geo/layer.ts';
import {
  Municipalities,
  municipalityFeatures,
  Zones,
  type Municipality,
  type Zone,
} from '../../shared/geo/municipality.ts';
import { ConfigMistake, readYaml } from '../config.ts';

/** The built-in map, `config/geo`, read once at start. A mistake stops the start and is named. */
export interface BuiltIn {
  features: GeoFeature[];
  municipalities: Municipality[];
  zones: Zone[];
  layers: Layer[];
  managers: Map<string, Manager>;
}

/** Files that have a schema of their own. */
const OWN = ['municipalities.yaml', 'zones.yaml', 'layers.yaml'];

/** `known`: the layers, where they were read already. */
export function readBuiltIn(configFolder: string, known?: readonly Layer[]): BuiltIn {
  const { municipalities } = readYaml(configFolder, 'geo/municipalities.yaml', Municipalities);
  const { zones } = readYaml(configFolder, 'geo/zones.yaml', Zones);
  const layers = known ? [...known] : readYaml(configFolder, 'geo/layers.yaml', Layers).layers;
  const borders = yamlIn(configFolder, 'geo/borders').map((path) =>
    readYaml(configFolder, path, BorderFile),
  );
  const { rings, mistakes } = tile(borders);
  const [open] = mistakes;
  if (open) throw new ConfigMistake(`config/geo/borders: ${open}`);

  const features = municipalityFeatures(municipalities, rings);
  const managers = new Map<string, Manager>();
  const places = yamlIn(configFolder, 'geo').filter((path) => !OWN.includes(path.slice(4)));
  for (const path of [...places, ...yamlIn(configFolder, 'geo/layer')]) {
    const file = readYaml(configFolder, path, BaseFile);
    for (const manager of managersOf(file)) managers.set(manager.id, manager);
    const read = featuresOf(file);
    if (read.mistakes[0]) throw new ConfigMistake(`config/${path}: ${read.mistakes[0]}`);
    features.push(...read.features);
  }
  const seen = new Set<string>();
  for (const { id, properties } of features) {
    if (seen.has(id)) throw new ConfigMistake(`config/geo: two things are called '${id}'`);
    seen.add(id);
    for (const who of [properties.manager, properties['owner'] as string | undefined])
      if (who !== undefined && !managers.has(who))
        throw new ConfigMistake(`config/geo: ${id} is run by '${who}', whom managers.yaml lacks`);
  }
  return { features, municipalities, zones, layers, managers };
}

/** YAML files of a folder by name, as paths under `config/`. */
const yamlIn = (configFolder: string, folder: string): string[] =>
  readdirSync(join(configFolder, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);
