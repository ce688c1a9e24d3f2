import type { Geometry } from 'geojson';
import { z } from 'zod';
import { Point, text } from '../value.ts';
import { GeoId } from './borders.ts';
import type { GeoFeature } from './feature.ts';
import { KINDS, type KindName } from './kind.ts';

/** One file of `config/geo`: things with names in both languages, placed by points or by named junctions. */

/** English is left out where it has no name of its own. */
export const Names = z.strictObject({ nl: text(120), fr: text(120), en: text(120).optional() });
/** A position, or the name of a junction or of a point in the same file. */
const Stop = z.union([GeoId, Point]);
type Stop = z.infer<typeof Stop>;

const common = {
  id: GeoId,
  name: Names,
  also: z.array(text(120)).optional(),
  manager: GeoId.optional(),
};
const places = {
  point: { at: Point },
  line: { along: z.array(Stop).min(2).optional(), lines: z.array(z.array(Stop).min(2)).optional() },
  area: { ring: z.array(Stop).min(3).optional(), rings: z.array(z.array(Stop).min(3)).optional() },
  place: { at: Point.optional(), ring: z.array(Stop).min(3).optional() },
  none: {},
};

const Any = z.looseObject({ ...common, kind: z.enum(Object.keys(KINDS) as [KindName]) });
const schemas = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { shape, own }]) => [
    kind,
    z.strictObject({ ...common, kind: z.literal(kind), ...places[shape], ...own }),
  ]),
) as unknown as Record<KindName, z.ZodType>;

export const BaseFile = z.strictObject({
  junctions: z.record(GeoId, Point).default({}),
  features: z.array(
    // The kind first: a mistake is then told about the one kind that was meant, not about all of them.
    Any.superRefine((feature, context) => {
      const told = schemas[feature.kind].safeParse(feature);
      for (const issue of told.error?.issues ?? [])
        context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
    }),
  ),
});
export type BaseFile = z.infer<typeof BaseFile>;

/** Both official names, once where they are the same: what a reader of English sees. */
export const bothNames = (name: { nl: string; fr: string; en?: string | undefined }) => ({
  nl: name.nl,
  fr: name.fr,
  en: name.en ?? (name.nl === name.fr ? name.nl : `${name.nl} / ${name.fr}`),
});

interface Placed {
  at?: Point;
  along?: Stop[];
  lines?: Stop[][];
  ring?: Stop[];
  rings?: Stop[][];
}

/**
 * The things of a file as GeoJSON; `Managers` have no geometry and are left to `managersOf`. A name in
 * a line that nothing bears is told in `mistakes`, with the thing's id.
 */
export function featuresOf(file: BaseFile): { features: GeoFeature[]; mistakes: string[] } {
  const mistakes: string[] = [];
  const named = new Map(Object.entries(file.junctions));
  for (const { id, at } of file.features as unknown as ({ id: string } & Placed)[])
    if (at) named.set(id, at);

  const features: GeoFeature[] = [];
  for (const feature of file.features) {
    const { id, kind, name, at, along, ring, rings, ...other } = feature as typeof feature & Placed;
    const { shape } = KINDS[kind];
    if (shape === 'none') continue;
    // A metro station has `lines` too: those that stop there.
    const { lines, ...bare } = other;
    const drawn = shape === 'line' ? lines : undefined;
    const rest = shape === 'line' ? bare : other;
    const to = (stops: Stop[]): Point[] =>
      stops.map((stop) => {
        if (typeof stop !== 'string') return stop;
        const point = named.get(stop);
        if (!point) mistakes.push(`${id}: no junction '${stop}'`);
        return point ?? [0, 0];
      });
    const closed = (stops: Stop[]) => to([...stops, stops[0]!]);
    const geometry: Geometry | undefined =
      ring || rings
        ? areaOf([...(ring ? [ring] : []), ...(rings ?? [])].map(closed))
        : along || drawn
          ? linesOf([...(along ? [along] : []), ...(drawn ?? [])].map(to))
          : at && { type: 'Point', coordinates: at };
    if (!geometry) {
      mistakes.push(`${id}: has no place`);
      continue;
    }
    const own = geometry.type === 'Point' || !at ? rest : { ...rest, at };
    features.push({
      type: 'Feature',
      id,
      geometry,
      properties: { ...own, id, kind, ...bothNames(name) } as GeoFeature['properties'],
    });
  }
  return { features, mistakes };
}

const linesOf = (lines: Point[][]): Geometry =>
  lines.length === 1
    ? { type: 'LineString', coordinates: lines[0]! }
    : { type: 'MultiLineString', coordinates: lines };
const areaOf = (rings: Point[][]): Geometry =>
  rings.length === 1
    ? { type: 'Polygon', coordinates: [rings[0]!] }
    : { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) };

/** Who runs things: id → names, what they do, and where they are reached day and night. */
export interface Manager {
  id: string;
  nl: string;
  fr: string;
  en: string;
  role: { nl: string; fr: string };
  phone: string;
}

export function managersOf(file: BaseFile): Manager[] {
  return file.features
    .filter((feature) => feature.kind === 'manager')
    .map((feature) => {
      const { role, phone } = feature as unknown as Pick<Manager, 'role' | 'phone'>;
      return { id: feature.id, ...bothNames(feature.name), role, phone };
    });
}
