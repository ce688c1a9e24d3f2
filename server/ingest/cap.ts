import { createHash } from 'node:crypto';
import { z } from 'zod';
import { plainLetters } from '../../shared/geo/letters.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import type { AnyCommand } from '../../shared/subject.ts';
import { COLOURS } from '../../shared/subject/site/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import { readYaml } from '../config.ts';
import { readTime } from './time.ts';
import { cutOut, isNode, nodes, parseXml, textOf, type Node } from './xml.ts';

/**
 * Weather warnings in the Common Alerting Protocol (OASIS CAP 1.1 and 1.2), alone or several in any
 * envelope (Atom, EDXL). Agencies take liberties with the schema: what can be read is read.
 */
const Colour = z.enum(COLOURS);
export const CapFeed = z.strictObject({
  id: z.literal('cap'),
  title: z.strictObject({ nl: z.string(), fr: z.string(), en: z.string() }),
  areas: z.array(z.string().min(1)).min(1),
  wind: z.array(z.string().min(1)).min(1),
  colours: z.partialRecord(z.enum(['Minor', 'Moderate', 'Severe', 'Extreme']), Colour),
});
export type CapFeed = z.infer<typeof CapFeed>;

/** `config/feeds/cap.yaml`. Throws `ConfigMistake`. */
export const readCapFeed = (config: string): CapFeed => readYaml(config, 'feeds/cap.yaml', CapFeed);

/** An alert is some ten kB; polygons of whole countries make some of them a few hundred. */
const LIMIT = { alerts: 1_000, alert: 2_000_000, rest: 4_000_000 };
/** A warning without an end is one for this long (hours). */
const USUAL_HOURS = 12;

/** One alert as what is to be done with it; without commands, it is none of ours. */
export type CapItem =
  { ok: true; data: AnyCommand[] | undefined } | { ok: false; refusal: Refusal };
export type Cap = { ok: true; items: Iterable<CapItem> } | { ok: false; refusal: Refusal };

export function readCap(xml: string, feed: CapFeed): Cap {
  const text = xml.replace(/^\ufeff/, '').trimStart();
  const cut = text.startsWith('<') ? cutOut(text, 'alert') : undefined;
  if (!cut) return { ok: false, refusal: refuse('xml-broken') };
  if (cut.parts.length > LIMIT.alerts || cut.rest.length > LIMIT.rest)
    return { ok: false, refusal: refuse('too-large') };
  return { ok: true, items: cut.parts.map((part) => itemOf(part, feed)) };
}

function itemOf(part: string, feed: CapFeed): CapItem {
  if (part.length > LIMIT.alert) return { ok: false, refusal: refuse('too-large') };
  const tree = parseXml(part);
  const [alert] = isNode(tree) ? nodes(tree['alert']) : [];
  if (!alert) return { ok: false, refusal: refuse('xml-broken') };
  const identifier = textOf(alert['identifier']);
  if (!identifier) return { ok: false, refusal: refuse('invalid', 'identifier') };
  // Exercises, tests and drafts never enter among the real ones (P3).
  if (textOf(alert['status']) !== 'Actual') return { ok: true, data: undefined };
  const type = textOf(alert['msgType']);
  const ended =
    type === 'Update' || type === 'Cancel' ? referredTo(textOf(alert['references'])) : [];
  const commands: AnyCommand[] = ended.map((id) => ({
    id: keyOf(`end ${id} ${identifier}`),
    type: 'site.endWarning',
    data: { warning: keyOf(id), ...(type === 'Cancel' ? { reason: 'CAP Cancel' } : {}) },
  }));
  if (type !== 'Cancel') {
    const warning = warningOf(alert, feed);
    if (warning) commands.push({ id: keyOf(identifier), type: 'site.warn', data: warning });
  }
  return { ok: true, data: commands.length > 0 ? commands : undefined };
}

/** The warning's id on the board: the same alert is the same warning, however often it is sent. */
const keyOf = (identifier: string): string =>
  `cap-${createHash('sha256').update(identifier).digest('hex').slice(0, 24)}`;

/** `references`: `sender,identifier,sent`, several with blanks between (CAP 1.2 §3.2.1). */
const referredTo = (references: string | undefined): string[] =>
  (references ?? '').split(/\s+/).flatMap((one) => one.split(',')[1] || []);

/** The gravest of its infos that is about wind here. */
function warningOf(alert: Node, feed: CapFeed): Record<string, unknown> | undefined {
  const sent = timeOf(alert['sent']);
  const sender = textOf(alert['sender']) ?? 'CAP';
  const found = nodes(alert['info'])
    .filter((info) => isWind(info, feed) && isHere(info, feed))
    .flatMap((info) => {
      const colour = colourOf(info, feed);
      const from = timeOf(info['onset']) ?? timeOf(info['effective']) ?? sent;
      if (!colour || !from) return [];
      const until =
        timeOf(info['expires']) ??
        new Date(Date.parse(from) + USUAL_HOURS * 3_600_000).toISOString();
      const told = [textOf(info['headline']), textOf(info['description'])].filter(Boolean);
      const text = cleanText(told.join('\n'), 1000);
      const gust = gustIn(
        `${told.join(' ')} ${valuesOf(info)
          .map(([, value]) => value)
          .join(' ')}`,
      );
      return [
        {
          ...{ colour, from, until, source: cleanText(textOf(info['senderName']) ?? sender, 120) },
          ...(gust === undefined ? {} : { gust }),
          ...(text ? { text } : {}),
        },
      ];
    });
  const rank = ({ colour, gust }: (typeof found)[number]) =>
    COLOURS.indexOf(colour) * 1_000 + (gust ?? 0);
  return found.sort((a, b) => rank(b) - rank(a))[0];
}

const timeOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text ? readTime(text, 'iso', 'Europe/Brussels')?.at : undefined;
};

/** `parameter`, `eventCode` and `geocode` as pairs. */
const valuesOf = (node: Node): [name: string, value: string][] =>
  ['parameter', 'eventCode', 'geocode']
    .flatMap((name) => nodes(node[name]))
    .map((pair) => [textOf(pair['valueName']) ?? '', textOf([pair['value']].flat()[0]) ?? '']);

const mentions = (text: string, words: readonly string[]): boolean => {
  const told = plainLetters(text);
  return words.some((word) => told.includes(plainLetters(word)));
};

function isWind(info: Node, feed: CapFeed): boolean {
  const type = valuesOf(info).find(([name]) => name === 'awareness_type')?.[1] ?? '';
  return mentions(
    `${textOf(info['event']) ?? ''} ${textOf(info['headline']) ?? ''} ${type}`,
    feed.wind,
  );
}

function isHere(info: Node, feed: CapFeed): boolean {
  return nodes(info['area']).some((area) => {
    const codes = valuesOf(area).map(([, value]) => value);
    return mentions([textOf(area['areaDesc']) ?? '', ...codes].join(' '), feed.areas);
  });
}

/** Meteoalarm's `awareness_level`: `3; orange; Severe`; else by severity. */
function colourOf(info: Node, feed: CapFeed): (typeof COLOURS)[number] | undefined {
  const level = valuesOf(info).find(([name]) => name === 'awareness_level')?.[1] ?? '';
  const own = COLOURS.find((colour) => level.toLowerCase().includes(colour));
  if (own || level) return own;
  return feed.colours[(textOf(info['severity']) ?? '') as keyof CapFeed['colours']];
}

/** The strongest figure in km/h that the text names: "rukwinden van 90 tot 100 km/u". */
function gustIn(text: string): number | undefined {
  const figures = [...text.matchAll(/(\d{2,3})\s*\[?(?:km\s*\/?\s*[hu]\b|kph)/gi)]
    .map(([, figure]) => Number(figure))
    .filter((figure) => figure >= 20 && figure <= 400);
  return figures.length > 0 ? Math.max(...figures) : undefined;
}
