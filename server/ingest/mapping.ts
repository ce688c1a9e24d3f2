import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { Id, Priority } from '../../shared/value.ts';
import { ConfigMistake, readYaml } from '../config.ts';
import { BELGIUM, isKnownSystem, projector } from '../projection.ts';
import { isTimeFormat } from './time.ts';

/**
 * A feed's mapping, `config/feeds/<id>.yaml`: where in a source's own record the things stand that a
 * report is made of. A new source needs such a file and no code.
 */
const Path = z.string().min(1).max(200);
const Template = z.string().min(1).max(1_000);
const Words = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() });

const Time = z.strictObject({
  path: Path,
  format: z.string().default('iso').refine(isTimeFormat, {
    error: 'neither a named format nor a pattern with a year, such as dd/MM/yyyy HH:mm',
  }),
  zone: z
    .string()
    .default('Europe/Brussels')
    .refine((zone) => IANAZone.isValidZone(zone), { error: 'no such time zone' }),
});

const Position = z
  .strictObject({
    x: Path.optional(),
    y: Path.optional(),
    /** A GeoJSON geometry: its first coordinate. */
    geometry: Path.optional(),
    crs: z.string().default('EPSG:4326'),
    /** A system that Belfry does not know, in proj4's notation. */
    proj4: z.string().optional(),
    /** Points outside are left out, the report stays: west, south, east, north. */
    within: z.tuple([z.number(), z.number(), z.number(), z.number()]).default([...BELGIUM]),
  })
  .refine((one) => one.geometry !== undefined || (one.x !== undefined && one.y !== undefined), {
    error: 'needs x and y, or geometry',
  })
  .refine((one) => one.proj4 !== undefined || isKnownSystem(one.crs), {
    error: 'this coordinate system is not known: give its proj4 definition',
    path: ['crs'],
  })
  .refine((one) => one.proj4 === undefined || projects(one.proj4), {
    error: 'not a proj4 definition',
    path: ['proj4'],
  });

function projects(definition: string): boolean {
  try {
    return Number.isFinite(projector('', definition)(0, 0)[0]);
  } catch {
    return false;
  }
}

/** A value of the source, translated by a table; `default` for what the table does not name. */
const translated = <T extends z.ZodType>(to: T) =>
  z.strictObject({
    from: Template.optional(),
    map: z.record(z.string(), to).default({}),
    default: to.optional(),
  });

export const Mapping = z.strictObject({
  id: Id,
  title: Words,
  /**
   * The sender can mend its records: a time, position or priority that is given but makes no sense
   * refuses the record. Otherwise it is left out, and the report stands.
   */
  strict: z.boolean().default(false),
  /** Where the array of records stands in the body. Absent: the body is the array, or one record, or lines. */
  records: Path.optional(),
  record: z.strictObject({
    /** The record's own id; or, where the source gives none, a digest over these fields (`*`: all of them). */
    id: z.union([
      Template,
      z.strictObject({ digest: z.union([z.literal('*'), z.array(Path).min(1)]) }),
    ]),
    /** Must grow with every change: a number, an ISO time, or a time in a format of its own. */
    version: z.union([Path, Time]).optional(),
    time: Time.optional(),
    text: Template,
    /** The text in other languages, by language tag. */
    texts: z.record(z.string().max(12), Template).optional(),
    type: translated(z.string()).default({ map: {} }),
    priority: translated(Priority).default({ map: {} }),
    position: Position.optional(),
    place: Template.optional(),
    municipality: translated(z.string()).optional(),
    /** The source says that it is over when this has one of the values. */
    over: z.strictObject({ path: Path, values: z.array(z.string()) }).optional(),
    /** Records in which this has one of the values are passed over. */
    skip: z.strictObject({ path: Path, values: z.array(z.string()) }).optional(),
  }),
});
export type Mapping = z.infer<typeof Mapping>;

/** Files that say something else: adapters of their own read them. */
const OWN_FORMATS = ['datex.yaml', 'positions.yaml', 'cap.yaml', 'anpr.yaml'];

/** All mappings of a folder, by id. `types`: the incident types that exist, with the priority each proposes. */
export function readMappings(
  config: string,
  types: ReadonlyMap<string, Priority>,
): Map<string, Mapping> {
  const mappings = new Map<string, Mapping>();
  for (const file of readdirSync(join(config, 'feeds')).filter((name) => name.endsWith('.yaml'))) {
    if (OWN_FORMATS.includes(file)) continue;
    const mapping = readYaml(config, `feeds/${file}`, Mapping);
    if (`${mapping.id}.yaml` !== file)
      throw new ConfigMistake(`feeds/${file}: id: must be the file's name, "${file.slice(0, -5)}"`);
    const { map, default: other } = mapping.record.type;
    for (const type of [...Object.values(map), ...(other === undefined ? [] : [other])])
      if (!types.has(type))
        throw new ConfigMistake(`feeds/${file}: record.type: there is no incident type "${type}"`);
    mappings.set(mapping.id, mapping);
  }
  return mappings;
}
