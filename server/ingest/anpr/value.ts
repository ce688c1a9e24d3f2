import type { PlateRead } from '../../../shared/anpr/read.ts';
import { numberOf, textOf } from './tree.ts';

/** What makers write for the same things, as the read has it. */
export type Direction = PlateRead['direction'];

/** 0-1, 0-100, `"0.87"`, `"87%"`. `percent`: the maker counts to 100, so that 1 is one in a hundred. */
export function shareOf(value: unknown, scale: 'percent' | 'any' = 'any'): number | undefined {
  const count = numberOf(value);
  if (count === undefined || count < 0) return undefined;
  const percent = scale === 'percent' || count > 1 || (textOf(value) ?? '').endsWith('%');
  const share = percent ? count / 100 : count;
  return share <= 1 ? Number(share.toFixed(6)) : undefined;
}

const APPROACHING =
  /^(in|forward|obverse|front|down|come|coming|1)$|approach|toward|closer|incoming|inbound|come ?in|entering|^arriv/;
const LEAVING =
  /^(out|reverse|backward|back|rear|up|away|go|going|2)$|leav|away|depart|outgoing|outbound|go ?out|exit|reced/;

/** Towards the camera, or away from it; undefined where it does not say. */
export function directionOf(value: unknown): Direction {
  const word = textOf(value)?.toLowerCase();
  if (!word) return undefined;
  if (LEAVING.test(word)) return 'leaving';
  return APPROACHING.test(word) ? 'approaching' : undefined;
}

/** Of kilometres per hour, unless the text says miles. Zero is what cameras send that do not measure it. */
export function speedOf(value: unknown): number | undefined {
  const count = numberOf(value);
  if (count === undefined || count <= 0) return undefined;
  const text = (textOf(value) ?? '').toLowerCase();
  const metres = /mph|mi\/h/.test(text) ? count * 0.44704 : /m\/s/.test(text) ? count : count / 3.6;
  return metres <= 120 ? Number(metres.toFixed(2)) : undefined;
}

export function laneOf(value: unknown): number | undefined {
  const count = numberOf(/\d+/.exec(textOf(value) ?? '')?.[0]);
  return count !== undefined && Number.isInteger(count) && count >= 0 && count <= 32
    ? count
    : undefined;
}

const NO_WORD =
  /^(unknown|unknow|undefined|none|null|other|others|n\/?a|-+|0|unk|not ?recogni[sz]ed|any)$/i;

/** A word for kind, colour or make; undefined where it says that it does not know. */
export function wordOf(value: unknown): string | undefined {
  const text = textOf(value)?.replace(/\s+/g, ' ').trim();
  if (!text || NO_WORD.test(text) || /^-?\d+(\.\d+)?$/.test(text)) return undefined;
  return text.slice(0, 40);
}

export function vehicleOf(kind: unknown, colour: unknown, make: unknown): PlateRead['vehicle'] {
  const told = { kind: wordOf(kind), colour: wordOf(colour), make: wordOf(make) };
  const some = Object.fromEntries(Object.entries(told).filter(([, word]) => word !== undefined));
  return Object.keys(some).length > 0 ? some : undefined;
}

export function pointOf(lon: unknown, lat: unknown): readonly [number, number] | undefined {
  const [x, y] = [numberOf(lon), numberOf(lat)];
  if (x === undefined || y === undefined || Math.abs(x) > 180 || Math.abs(y) > 90) return undefined;
  // What has no fix yet says that it is in the Gulf of Guinea.
  return Math.abs(x) < 0.001 && Math.abs(y) < 0.001 ? undefined : [x, y];
}

/** What is there, in order, each once. */
export const names = (...all: readonly unknown[]): string[] => [
  ...new Set(
    all.flatMap((each) => {
      const text = textOf(each);
      return text && text.length <= 200 ? [text] : [];
    }),
  ),
];
