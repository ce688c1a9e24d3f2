import { refuse, type Refusal } from '../../shared/refusal.ts';
import {
  fixMaker,
  type Lifetime,
  type Places,
  type PositionFeed,
  type ReadFix,
} from './positions.ts';
import { attribute, cutOut, isNode, nodes, parseXml, type Node } from './xml.ts';

/**
 * Cursor on Target 2.0 (MITRE), as TAK devices send it: `<event>` elements, one or several in a body,
 * in an envelope or one after another. Only what has a place and a time becomes a position; what a
 * device does not know, it says by 9999999 or NaN.
 */
const PLACES: Places = {
  id: 'uid',
  lon: 'point.lon',
  lat: 'point.lat',
  at: 'time',
  stale: 'stale',
};
/** An event of 64 KiB is parsed in some 20 ms; those of TAK devices have one or two. */
const LIMIT = { events: 50_000, event: 64 * 1024, rest: 1_000_000 };
const UNKNOWN = 999_999;

/** The events of a body in their order, each read as it is asked for; or why it is refused as a whole. */
export type Cot = { ok: true; items: Iterable<ReadFix> } | { ok: false; refusal: Refusal };

export function cotReader(feed: PositionFeed, life: Lifetime, now: () => number) {
  const make = fixMaker(feed, life, now);

  function read(text: string): ReadFix {
    if (text.length > LIMIT.event) return { ok: false, refusal: refuse('too-large') };
    const tree = parseXml(text);
    const event = isNode(tree) ? tree['event'] : undefined;
    // An element without content and attributes is read as text: it lacks everything.
    if (event === undefined) return { ok: false, refusal: refuse('xml-broken') };
    const missing = (place: string): ReadFix => ({
      ok: false,
      refusal: refuse('record-unusable', place, { field: place }),
    });
    for (const name of ['uid', 'type', 'time', 'stale'])
      if (!attribute(event, name)) return missing(name);
    const type = attribute(event, 'type')!;
    if (feed.cot.skip.some((pattern) => isOfType(type, pattern)))
      return { ok: true, data: undefined };

    const { point, detail } = event as Node;
    if (point === undefined) return missing('point');
    for (const name of ['lat', 'lon']) if (!attribute(point, name)) return missing(`point.${name}`);
    const [first] = nodes(detail);
    const part = (name: string): Node | undefined => nodes(first?.[name])[0];
    const callsign = attribute(part('contact'), 'callsign');
    const facts = { type, callsign, team: attribute(part('__group'), 'name') };
    const rules = feed.cot.rules.filter((rule) => fits(rule, facts));
    const kind = rules.find((rule) => rule.kind)?.kind;
    // Atoms are things in a place; the rest are messages, drawings, tasks.
    if (!type.startsWith('a-') && !kind)
      return { ok: false, refusal: refuse('not-position', 'type') };
    const track = part('track');
    const course = number(track, 'course');
    const speed = known(number(track, 'speed'));
    const accuracy = known(number(point, 'ce'));
    return make(
      {
        id: attribute(event, 'uid'),
        callsign,
        kind: kind ?? 'other',
        discipline: rules.find((rule) => rule.discipline)?.discipline,
        lon: number(point, 'lon'),
        lat: number(point, 'lat'),
        height: known(number(point, 'hae'), -1_000),
        accuracy: accuracy === 0 ? undefined : accuracy,
        course: course !== undefined && course >= 0 && course <= 360 ? course : undefined,
        speed,
        at: attribute(event, 'time'),
        stale: attribute(event, 'stale'),
      },
      PLACES,
    );
  }

  return (xml: string): Cot => {
    const text = xml.replace(/^\ufeff/, '').trimStart();
    const cut = text.startsWith('<') ? cutOut(text, 'event') : undefined;
    if (!cut) return { ok: false, refusal: refuse('xml-broken') };
    const marks = cut.parts.length * '<event at="50000"/>'.length;
    if (cut.parts.length > LIMIT.events || cut.rest.length > LIMIT.rest + marks)
      return { ok: false, refusal: refuse('too-large') };
    const events = inOrder(cut.rest, cut.parts);
    if (events.length === 0)
      return { ok: false, refusal: refuse('record-unusable', 'event', { field: 'event' }) };
    return { ok: true, items: readEach(events) };
  };

  function* readEach(events: readonly string[]): Generator<ReadFix> {
    for (const event of events) yield read(event);
  }
}

/** What was cut out, and the events without content that were left standing. */
function inOrder(rest: string, parts: readonly string[]): string[] {
  const plain = rest.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, '');
  return [...plain.matchAll(/<event(?=[\s/])(?:[^<>"']|"[^"]*"|'[^']*')*\/>/g)].map(([tag]) => {
    const at = /^<event at="(\d+)"\/>$/.exec(tag)?.[1];
    return at === undefined ? tag : (parts[Number(at)] ?? tag);
  });
}

interface Facts {
  type: string;
  callsign: string | undefined;
  team: string | undefined;
}

const fits = (rule: PositionFeed['cot']['rules'][number], facts: Facts): boolean =>
  (rule.type === undefined || isOfType(facts.type, rule.type)) &&
  (rule.callsign === undefined || (facts.callsign ?? '').startsWith(rule.callsign)) &&
  (rule.team === undefined || facts.team === rule.team);

/** `a-f-A-M-F-Q-r` is of `a-.-A-M-F-Q`. */
function isOfType(type: string, pattern: string): boolean {
  const steps = type.split('-');
  return pattern.split('-').every((step, i) => step === '.' || step === steps[i]);
}

function number(node: unknown, name: string): number | undefined {
  const text = attribute(node, name);
  const value = text === undefined ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const known = (value: number | undefined, least = 0): number | undefined =>
  value !== undefined && value >= least && value < UNKNOWN ? value : undefined;
