import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { cleanText, Priority, type Point } from '../../shared/value.ts';
import { checked, type Mapped } from './record.ts';
import { BELGIUM, isInside } from './position.ts';
import { readTime } from './time.ts';

/**
 * DATEX II situation publications, version 2 and 3 (CEN/TS 16157, EN 16157-3), in any envelope. One
 * situation is one report: its records say the same thing from several sides (an accident, the lane
 * that it closes), and an operator wants them together.
 */
const Words = z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() });
const Kind = z.strictObject({
  type: z.string(),
  priority: Priority.optional(),
  name: Words,
  /** By the value of a more precise field of the record: `vehicleOnFire`. */
  finer: z
    .record(
      z.string(),
      z.strictObject({ type: z.string().optional(), priority: Priority.optional(), name: Words }),
    )
    .default({}),
});
export const DatexMapping = z.strictObject({
  id: z.literal('datex'),
  title: Words,
  zone: z.string().default('Europe/Brussels'),
  /** Record type (`Accident`) → our incident type, priority and words. */
  kinds: z.record(z.string(), Kind),
  other: Kind,
});
export type DatexMapping = z.infer<typeof DatexMapping>;

type Node = Record<string, unknown>;
const MAX_DEPTH = 60;
const MAX_SITUATIONS = 5_000;
const ARRAYS = new Set([
  'situation',
  'situationRecord',
  'value',
  'comment',
  'generalPublicComment',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: true,
  isArray: (name) => ARRAYS.has(name),
});

export type Datex = { ok: true; items: Mapped[] } | { ok: false; refusal: Refusal };

/** All situations of a message, as report data. A message without situations (a heartbeat) has no items. */
export function readDatex(xml: string, mapping: DatexMapping): Datex {
  const broken: Datex = { ok: false, refusal: refuse('xml-broken') };
  const text = xml.replace(/^\ufeff/, '').trimStart();
  // Entities of one's own are how XML bombs and file readers are made; DATEX II has none.
  if (!text.startsWith('<') || /<!(DOCTYPE|ENTITY)/i.test(text)) return broken;
  if (tooDeep(text)) return broken;
  let tree: unknown;
  try {
    tree = parser.parse(text, true);
  } catch {
    return broken;
  }
  const publication = findPublication(tree);
  if (!publication) return broken;
  const published = textOf(publication['publicationTime']);
  const lang = attribute(publication, 'lang');
  const situations = nodes(publication['situation']).slice(0, MAX_SITUATIONS);
  return { ok: true, items: situations.map((one) => fromSituation(one, mapping, published, lang)) };
}

/** Counts nesting before anything is built. Quoted `>` are rare enough: a wrong count refuses at worst. */
function tooDeep(xml: string): boolean {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<\/?[A-Za-z_][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** `payloadPublication` (v2) or `payload` (v3), wherever an envelope (SOAP, exchange) put it. */
function findPublication(node: unknown, depth = 0): Node | undefined {
  if (typeof node !== 'object' || node === null || depth > 8) return undefined;
  for (const [name, child] of Object.entries(node)) {
    if ((name === 'payloadPublication' || name === 'payload') && isNode(child)) return child;
    const found = findPublication(Array.isArray(child) ? child[0] : child, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function fromSituation(
  situation: Node,
  mapping: DatexMapping,
  published: string | undefined,
  lang: string | undefined,
): Mapped {
  const id = cleanText(attribute(situation, 'id') ?? '', 200);
  if (!id)
    return { ok: false, refusal: refuse('record-unusable', 'situation.id', { field: 'id' }) };
  const records = nodes(situation['situationRecord']);
  if (records.length === 0)
    return {
      ok: false,
      refusal: refuse('record-unusable', 'situationRecord', { field: 'situationRecord' }),
    };
  const kinds = records.map((record) => kindOf(record, mapping));
  const gravest = kinds.reduce((a, b) => (b.priority < a.priority ? b : a));

  const texts = commentsOf(records, lang);
  const composed = (lang_: 'nl' | 'fr' | 'en') =>
    [...new Set(kinds.map((kind) => kind.name[lang_]))].join(' · ');
  const words =
    Object.keys(texts).length > 0
      ? texts
      : { nl: composed('nl'), fr: composed('fr'), en: composed('en') };
  const text = words['nl'] ?? words['fr'] ?? words['en'] ?? Object.values(words)[0]!;

  const version = records
    .map((one) => textOf(one['situationRecordVersionTime']) ?? '')
    .sort()
    .at(-1);
  const validity = records.map((one) => (isNode(one['validity']) ? one['validity'] : {}));
  const times = validity.map((one) =>
    isNode(one['validityTimeSpecification']) ? one['validityTimeSpecification'] : {},
  );
  const begun =
    times.map((one) => textOf(one['overallStartTime'])).find((one) => one) ??
    textOf(records[0]!['situationRecordCreationTime']);
  const occurred = begun === undefined ? undefined : readTime(begun, 'iso', mapping.zone);
  const instant = (stamp: string | undefined) =>
    stamp === undefined ? undefined : readTime(stamp, 'iso', mapping.zone)?.at;
  const now = instant(published);
  const over = records.every((record, i) => {
    const end = instant(textOf(times[i]!['overallEndTime']));
    return isEnded(record) || (end !== undefined && now !== undefined && end < now);
  });

  const point = firstPoint(records);
  const where = records.map((record) => alertC(record)).find((one) => one);
  const place = { ...(point ? { point } : {}), ...(where && !point ? { text: where } : {}) };
  return checked({
    feed: mapping.id,
    record: id,
    // Instants sort as text; the source's own stamps with their zones do not.
    ...(instant(version) ? { version: instant(version) } : {}),
    type: gravest.type,
    priority: gravest.priority,
    text,
    texts: words,
    ...(Object.keys(place).length > 0 ? { place } : {}),
    ...(occurred ? { occurred } : {}),
    ...(over ? { over } : {}),
  });
}

function kindOf(record: Node, mapping: DatexMapping) {
  const name = (attribute(record, 'type') ?? '').replace(/^.*:/, '');
  const kind = mapping.kinds[name] ?? mapping.other;
  const finer = Object.values(record)
    .map((value) => (typeof value === 'string' ? kind.finer[value] : undefined))
    .find((one) => one);
  return {
    type: finer?.type ?? kind.type,
    priority: finer?.priority ?? kind.priority ?? 3,
    name: finer?.name ?? kind.name,
  };
}

/** The public comments by language; several of one language follow each other. */
function commentsOf(
  records: readonly Node[],
  fallback: string | undefined,
): Record<string, string> {
  const texts = new Map<string, string[]>();
  for (const record of records)
    for (const outer of nodes(record['generalPublicComment']))
      for (const comment of nodes(outer['comment']))
        for (const value of values(comment['values'])) {
          const lang = (attribute(value, 'lang') ?? fallback ?? 'und').toLowerCase().slice(0, 2);
          const said = texts.get(lang) ?? [];
          const text = textOf(value) ?? '';
          if (text && !said.includes(text)) texts.set(lang, [...said, text]);
        }
  return Object.fromEntries(
    [...texts]
      .map(([lang, said]) => [lang, cleanText(said.join('\n\n'), 4_000)])
      .filter(([, text]) => text),
  );
}

const values = (node: unknown): unknown[] => {
  const list = isNode(node) ? node['value'] : undefined;
  return Array.isArray(list) ? list : list === undefined ? [] : [list];
};

function isEnded(record: Node): boolean {
  const validity = isNode(record['validity'])
    ? textOf(record['validity']['validityStatus'])
    : undefined;
  const life = isNode(record['management'])
    ? record['management']['lifeCycleManagement']
    : record['lifeCycleManagement'];
  const ended =
    isNode(life) && (textOf(life['end']) === 'true' || textOf(life['cancel']) === 'true');
  return ended || validity === 'suspended' || validity === 'ended';
}

/** The first coordinates in a record's location, in whichever of DATEX II's ways: WGS 84 / ETRS 89, degrees. */
function firstPoint(node: unknown, depth = 0): Point | undefined {
  if (typeof node !== 'object' || node === null || depth > 20) return undefined;
  if (isNode(node)) {
    const [lat, lon] = [Number(textOf(node['latitude'])), Number(textOf(node['longitude']))];
    if (textOf(node['latitude']) && isInside([lon, lat], BELGIUM)) return [lon, lat];
    for (const name of ['pos', 'posList']) {
      const [first, second] = (textOf(node[name]) ?? '').split(/\s+/).map(Number);
      // GML gives latitude first, but not every source has heard of it.
      if (first === undefined || second === undefined) continue;
      if (isInside([second, first], BELGIUM)) return [second, first];
      if (isInside([first, second], BELGIUM)) return [first, second];
    }
  }
  for (const child of Object.values(node)) {
    const point = firstPoint(child, depth + 1);
    if (point) return point;
  }
  return undefined;
}

/** An Alert-C location without coordinates, for a person who has the table: country, table, point, direction, metres. */
function alertC(node: unknown, depth = 0): string | undefined {
  if (typeof node !== 'object' || node === null || depth > 12) return undefined;
  if (isNode(node) && node['alertCLocationTableNumber'] !== undefined) {
    const points = Object.entries(node)
      .filter(([name]) => /Primary|Secondary/.test(name))
      .map(([, one]) => {
        const location =
          isNode(one) && isNode(one['alertCLocation'])
            ? textOf(one['alertCLocation']['specificLocation'])
            : undefined;
        const offset =
          isNode(one) && isNode(one['offsetDistance'])
            ? textOf(one['offsetDistance']['offsetDistance'])
            : undefined;
        return location && (offset ? `${location} + ${offset} m` : location);
      })
      .filter((one) => one);
    const direction = isNode(node['alertCDirection'])
      ? textOf(node['alertCDirection']['alertCDirectionCoded'])
      : undefined;
    const table = `Alert-C ${textOf(node['alertCLocationCountryCode']) ?? '?'}/${textOf(node['alertCLocationTableNumber'])}`;
    return cleanText([table, points.join(' – '), direction].filter(Boolean).join(' · '), 200);
  }
  for (const child of Object.values(node)) {
    const found = alertC(child, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodes = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(isNode);

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return isNode(value) ? textOf(value['#text']) : undefined;
}

const attribute = (node: unknown, name: string): string | undefined =>
  isNode(node) ? textOf(node[`@${name}`]) : undefined;
