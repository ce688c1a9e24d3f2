/** The field base map as the server tells of it: `GET /api/map/field`. */

/** An archive of tiles. */
export interface FieldSource {
  id: string;
  /** Address of the archive. */
  url: string;
  tiles: 'vector' | 'raster';
  /** Names of the layers in its tiles. */
  layers: string[];
  minzoom: number;
  maxzoom: number;
  /** West, south, east, north, degrees. */
  bounds: [number, number, number, number];
  /** Whom to name on the map; plain text. */
  attribution: string;
}

export interface FieldTold {
  sources: FieldSource[];
  /** Address of a style. */
  style?: string;
}
