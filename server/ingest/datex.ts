import { z } from 'zod';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { cleanText } from '../../shared/clean.ts';
import { Priority } from '../../shared/value.ts';
import { ConfigMistake, readYaml } from '../config.ts';
import { alertC, firstPoint } from './datex-place.ts';
import { trafficOf } from './datex-traffic.ts';
import { recordId } from './key.ts';
import { checked, type Mapped } from './record.ts';
import { readTime } from './time.ts';
import { attribute, cutOut, isNode, nodes, parseXml, textOf, type Node } from './xml.ts';

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

/** `config/feeds/datex.yaml`. `types`: the incident types that exist. Throws `ConfigMistake`. */
export function readDatexMapping(config: string, types: ReadonlyMap<string, Priority>) {
  const file = 'feeds/datex.yaml';
  const mapping = readYaml(config, file, DatexMapping);
  for (const [name, kind] of [...Object.entries(mapping.kinds), ['other', mapping.other] as const])
    for (const { type } of [kind, ...Object.values(kind.finer)])
      if (type !== undefined && !types.has(type))
        throw new ConfigMistake(`${file}: kinds.${name}: there is no incident type "${type}"`);
  return mapping;
}

/** A situation of a real centre is at most some 100 kB; beyond these, a message is refused and said so. */
const LIMIT = { situations: 100_000, situation: 1_000_000, rest: 1_000_000 };

export type Datex = { ok: true; items: Iterable<Mapped> } | { ok: false; refusal: Refusal };

/** All situations of a message, each read as it is asked for. A message without situations (a heartbeat) has no items. */
export function readDatex(xml: string, mapping: DatexMapping): Datex {
  const text = xml.replace(/^\ufeff/, '').trimStart();
  const cut = text.startsWith('<') ? cutOut(text, 'situation') : undefined;
  if (!cut) return { ok: false, refusal: refuse('xml-broken') };
  const { rest, parts } = cut;
  const marks = parts.length * '<situation at="100000"/>'.length;
  if (parts.length > LIMIT.situations || rest.length > LIMIT.rest + marks)
    return { ok: false, refusal: refuse('too-large') };
  const publications = findPublications(parseXml(rest));
  if (!publications) return { ok: false, refusal: refuse('xml-broken') };
  return { ok: true, items: situationsOf(publications, parts, mapping) };
}

function* situationsOf(
  publications: readonly Node[],
  parts: readonly string[],
  mapping: DatexMapping,
): Generator<Mapped> {
  for (const publication of publications) {
    const published = textOf(publication['publicationTime']);
    const lang = attribute(publication, 'lang');
    for (const mark of nodes(publication['situation'])) {
      const part = parts[Number(attribute(mark, 'at') ?? NaN)] ?? '';
      const tree = part.length > LIMIT.situation ? undefined : parseXml(part);
      const [situation] = isNode(tree) ? nodes(tree['situation']) : [];
      if (situation) yield fromSituation(situation, mapping, published, lang);
      else if (part.length > LIMIT.situation) yield refused('too-large', 'situation');
      else yield refused('xml-broken', 'situation');
    }
  }
}

const refused = (...about: Parameters<typeof refuse>): Mapped => ({
  ok: false,
  refusal: refuse(...about),
});

const PAYLOADS = new Set(['payloadPublication', 'payload']);
const MESSAGES = new Set(['d2LogicalModel', 'messageContainer', 'exchangeInformation']);

/**
 * `payloadPublication` (v2) or `payload` (v3, one or several), wherever an envelope (SOAP, exchange)
 * put them. None in a DATEX II message: a heartbeat. Undefined: no DATEX II.
 */
function findPublications(node: unknown, depth = 0): Node[] | undefined {
  if (!isNode(node) || depth > 8) return undefined;
  let found: Node[] | undefined;
  for (const [name, child] of Object.entries(node)) {
    const here = PAYLOADS.has(name)
      ? nodes(child)
      : (nodes(child)
          .map((one) => findPublications(one, depth + 1))
          .find((one) => one) ?? (MESSAGES.has(name) ? [] : undefined));
    if (here) found = [...(found ?? []), ...here];
  }
  return found;
}

/** What is played or tried out elsewhere never enters as real. */
const NOT_REAL = new Set(['securityexercise', 'technicalexercise', 'test']);

function fromSituation(
  situation: Node,
  mapping: DatexMapping,
  published: string | undefined,
  lang: string | undefined,
): Mapped {
  const id = recordId(attribute(situation, 'id') ?? '');
  if (!id) return refused('record-unusable', 'situation.id', { field: 'id' });
  const [header] = nodes(situation['headerInformation']);
  if (NOT_REAL.has((textOf(header?.['informationStatus']) ?? '').toLowerCase()))
    return refused('not-real', 'situation.headerInformation.informationStatus');
  const records = nodes(situation['situationRecord']);
  if (records.length === 0)
    return refused('record-unusable', 'situationRecord', { field: 'situationRecord' });
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

  const moment = (stamp: unknown) => {
    const written = textOf(stamp);
    return written === undefined ? undefined : readTime(written, 'iso', mapping.zone);
  };
  // Instants sort as text; the source's own stamps with their zones do not.
  const version = [situation['situationVersionTime']]
    .concat(records.map((one) => one['situationRecordVersionTime']))
    .map((stamp) => moment(stamp)?.at ?? '')
    .sort()
    .at(-1);
  const times = records.map((record) => {
    const [validity] = nodes(record['validity']);
    return nodes(validity?.['validityTimeSpecification'])[0] ?? {};
  });
  const occurred =
    times.map((one) => moment(one['overallStartTime'])).find((one) => one) ??
    moment(records[0]!['situationRecordCreationTime']);
  const now = moment(published)?.at;
  const starts = times.map((one) => moment(one['overallStartTime'])?.at ?? '').sort();
  const ends = times.map((one) => moment(one['overallEndTime'])?.at ?? '').sort();
  const over = records.every((record, i) => {
    const end = moment(times[i]!['overallEndTime'])?.at;
    return isEnded(record) || (end !== undefined && now !== undefined && end < now);
  });

  const point = firstPoint(records);
  const where = point ? undefined : records.map((record) => alertC(record)).find((one) => one);
  const place = { ...(point ? { point } : {}), ...(where ? { text: where } : {}) };
  // It holds from the first start to the last end; a record that names none is without one.
  const traffic = trafficOf(records, records[kinds.indexOf(gravest)]!, point, {
    ...(starts[0] ? { from: starts[0] } : {}),
    ...(ends[0] ? { until: ends.at(-1) } : {}),
  });
  return checked({
    feed: mapping.id,
    record: id,
    ...(version ? { version } : {}),
    type: gravest.type,
    priority: gravest.priority,
    text,
    texts: words,
    ...(Object.keys(place).length > 0 ? { place } : {}),
    ...(occurred ? { occurred } : {}),
    ...(over ? { over } : {}),
    ...(traffic ? { traffic } : {}),
  });
}

/** A record may have several finer values (an accident with a bus and a fuel leak): the gravest counts. */
function kindOf(record: Node, mapping: DatexMapping) {
  const name = (attribute(record, 'type') ?? '').replace(/^.*:/, '');
  const kind = own(mapping.kinds, name) ?? mapping.other;
  const finer = Object.values(record)
    .flat()
    .map((value) => own(kind.finer, textOf(value) ?? ''))
    .filter((one) => one !== undefined)
    .map((one) => ({
      type: one.type ?? kind.type,
      priority: one.priority ?? kind.priority ?? 3,
      name: one.name,
    }));
  const plain = { type: kind.type, priority: kind.priority ?? 3, name: kind.name };
  return finer.length === 0 ? plain : finer.reduce((a, b) => (b.priority < a.priority ? b : a));
}

/** `constructor` is no kind of record, whatever a plain object says. */
const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The public comments by language; several of one language follow each other. */
function commentsOf(
  records: readonly Node[],
  fallback: string | undefined,
): Record<string, string> {
  const texts = new Map<string, string[]>();
  for (const record of records)
    for (const outer of nodes(record['generalPublicComment']))
      for (const comment of nodes(outer['comment']))
        for (const value of nodes(comment['values']).flatMap((one) => one['value'])) {
          const tag = (attribute(value, 'lang') ?? fallback ?? '').toLowerCase();
          const lang = /^[a-z]{2,3}(?=$|[-_])/.exec(tag)?.[0] ?? 'und';
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

function isEnded(record: Node): boolean {
  const validity = nodes(record['validity']).map((one) => textOf(one['validityStatus']))[0];
  const [management] = nodes(record['management']);
  const [life] = nodes((management ?? record)['lifeCycleManagement']);
  const ended = textOf(life?.['end']) === 'true' || textOf(life?.['cancel']) === 'true';
  return ended || validity === 'suspended' || validity === 'ended';
}
