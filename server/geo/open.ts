import type { Layer } from '../../shared/geo/layer.ts';
import { readBuiltIn } from './base.ts';
import { openDesk } from './desk.ts';
import { openField, type Field, type FieldMap } from './field.ts';
import { isDrawn, openGround, type GroundStore } from './ground.ts';
import { openImported } from './imported.ts';
import { geoFolder } from './manifest.ts';

/** All that the server knows of places: the ground, with what was imported over it, and the field base map. */
export interface Geo {
  ground: GroundStore;
  field: Field;
  /** Of the region, as the console names them. */
  municipalities: { nis: string; nl: string; fr: string }[];
  close(): void;
}

export async function openGeo(options: {
  /** Folders of the configuration, and of the embedded log. */
  config: string;
  data: string;
  layers: readonly Layer[];
  fieldMap: FieldMap;
  warn(message: string, error?: unknown): void;
}): Promise<Geo> {
  const { config, data, layers, fieldMap, warn } = options;
  const builtIn = readBuiltIn(config, layers);
  const folder = geoFolder(data);
  const imported = await openImported(folder, warn, undefined, isDrawn);
  const field = await openField({ config: fieldMap, imported, warn });
  const desk = openDesk({
    now: () => ({ config, folder, editions: imported.editions() }),
    onChange: imported.onChange,
    warn,
  });
  const ground = openGround(builtIn, imported, desk);
  return {
    ground,
    field,
    municipalities: builtIn.municipalities.map(({ nis, name: { nl, fr } }) => ({
      ...{ nis: String(nis), nl, fr },
    })),
    close() {
      desk.close();
      field.close();
      ground.close();
    },
  };
}
