import type { Geometry } from 'geojson';

/** A feature of the file whose geometry was read; what its properties mean is not told yet. */
export interface Thing {
  geometry: Geometry;
  properties: unknown;
  /** As the file has it, or from a property that is one. */
  id: string | undefined;
  /** How to name it to whoever made the file: `feature 3 (id 12, "Etterbeek")`. */
  told: string;
}
