import { readBuiltIn } from './base.ts';
import { openField, type Field, type FieldMap } from './field.ts';
import { openGround, type GroundStore } from './ground.ts';
import { openImported } from './imported.ts';
import { geoFolder } from './manifest.ts';

/** All that the server knows of places: the ground, with what was imported over it, and the field base map. */
export interface Geo {
  ground: GroundStore;
  field: Field;
  close(): void;
}

export async function openGeo(options: {
  /** Folders of the configuration, and of the embedded log. */
  config: string;
  data: string;
  fieldMap: FieldMap;
  warn(message: string, error?: unknown): void;
}): Promise<Geo> {
  const { config, data, fieldMap, warn } = options;
  const builtIn = readBuiltIn(config);
  const imported = await openImported(geoFolder(data), warn);
  const field = await openField({ config: fieldMap, imported, warn });
  const ground = openGround(builtIn, imported);
  return {
    ground,
    field,
    close() {
      field.close();
      ground.close();
    },
  };
}
