/** An archive of tiles, as `GET /api/map/field` tells of it. */
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
