/**
 * Reading messages of many makes and firmwares: names are found whatever their case and hyphens, and with one
 * letter wrong or missing, since firmwares write `vehileType` and nobody can correct them.
 */
export interface Seen {
  value: unknown;
  /** Where it stood, in the sender's own spelling. */
  place: string;
}

type Names = Map<string, string>;
const known = new WeakMap<object, Names>();

/** The first path under which something stands that is not empty. `A.B[0].C`; of a list, its first. */
export function see(node: unknown, ...paths: readonly string[]): Seen | undefined {
  for (const path of paths) {
    const seen = follow(node, path);
    if (seen && !isNothing(seen.value)) return seen;
  }
  return undefined;
}

export const place = (node: unknown, ...paths: readonly string[]): string =>
  see(node, ...paths)?.place ?? paths[0] ?? '';

/** As text; objects of XML and of JSON made from XML by their content. */
export function words(node: unknown, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const seen = follow(node, path);
    const text = seen && textOf(seen.value);
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

/** `4.36`, `"4,36"`, `"97%"`, `"12 km/h"`. */
export function number(node: unknown, ...paths: readonly string[]): number | undefined {
  for (const path of paths) {
    const value = numberOf(follow(node, path)?.value);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const text = textOf(value);
  const told =
    text && /^[-+]?\d{1,20}(?:[.,]\d{1,20})?(?:e[-+]?\d{1,2})?(?=$|\s|[%a-z])/i.exec(text);
  const read = told ? Number(told[0].replace(',', '.')) : NaN;
  return Number.isFinite(read) ? read : undefined;
}

/** All that stands there, one or several. */
export function all(node: unknown, path: string): Seen[] {
  const seen = follow(node, path, true);
  if (!seen || isNothing(seen.value)) return [];
  if (!Array.isArray(seen.value)) return [seen];
  return seen.value.map((value, i) => ({ value, place: `${seen.place}.${i}` }));
}

export const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const join = (...parts: readonly string[]): string => parts.filter(Boolean).join('.');

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Where a node of XML, or JSON made from XML, has its text. */
const CONTENT = ['#text', '$', '_', '$t', 'value', 'content'];

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value.length > 0 && !Array.isArray(value[0]) ? textOf(value[0]) : undefined;
  if (!isNode(value)) return undefined;
  for (const name of CONTENT) {
    const inner = Object.hasOwn(value, name) ? value[name] : follow(value, name)?.value;
    if (typeof inner === 'string' || typeof inner === 'number') return textOf(inner);
  }
  return undefined;
}

function follow(node: unknown, path: string, listed = false): Seen | undefined {
  const steps = path.split('.');
  let here: unknown = node;
  const where: string[] = [];
  for (const [i, step] of steps.entries()) {
    if (Array.isArray(here)) {
      where.push('0');
      here = here[0];
    }
    if (!isNode(here)) return undefined;
    const name = nameIn(here, step);
    if (name === undefined) return undefined;
    where.push(name.replace(/^@/, ''));
    here = here[name];
    if (!listed && i === steps.length - 1 && Array.isArray(here) && !isNode(here[0])) break;
  }
  return { value: here, place: where.join('.') };
}

function nameIn(node: Record<string, unknown>, asked: string): string | undefined {
  if (Object.hasOwn(node, asked)) return asked;
  const names = namesOf(node);
  const plain = plainly(asked);
  const same = names.get(plain);
  if (same !== undefined || plain.length < 8) return same;
  for (const [other, name] of names) if (isNear(plain, other)) return name;
  return undefined;
}

/** No device has as many fields in one place; beyond, a name is found only as it is asked for. */
const MOST_NAMES = 1_000;

const wide = new WeakMap<object, boolean>();
function isWide(node: object): boolean {
  let is = wide.get(node);
  if (is === undefined) wide.set(node, (is = Object.keys(node).length > MOST_NAMES));
  return is;
}

function namesOf(node: object): Names {
  let names = known.get(node);
  if (!names) {
    names = new Map();
    for (const name of Object.keys(node).slice(0, MOST_NAMES)) {
      const plain = plainly(name);
      if (!names.has(plain)) names.set(plain, name);
    }
    known.set(node, names);
  }
  return names;
}

/** Capitals, hyphens, underscores, `@` and a namespace's prefix do not count. */
export const plainly = (name: string): string =>
  name
    .slice(name.lastIndexOf(':') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** One letter more, less, other or swapped. A digit is a number of something, never a mistake. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let back = 0;
  while (back < short.length - from && short.at(-1 - back) === long.at(-1 - back)) back += 1;
  const left = short.slice(from, short.length - back);
  const right = long.slice(from, long.length - back);
  if (/\d/.test(left + right)) return false;
  if (right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}

const DEEPEST = 40;
const MOST = 20_000;

/** Every object in a tree with its place, outermost first; at most 20,000, at most 40 deep, none of more than 1,000 fields. */
export function* nodesOf(tree: unknown): Generator<{
  node: Record<string, unknown>;
  place: string;
  above: readonly Record<string, unknown>[];
}> {
  let count = 0;
  const waiting: { value: unknown; place: string; above: readonly Record<string, unknown>[] }[] = [
    { value: tree, place: '', above: [] },
  ];
  while (waiting.length > 0) {
    const { value, place: where, above } = waiting.pop()!;
    if (typeof value !== 'object' || value === null || above.length > DEEPEST) continue;
    if (!Array.isArray(value) && isWide(value)) continue;
    if ((count += 1) > MOST) return;
    if (!Array.isArray(value))
      yield { node: value as Record<string, unknown>, place: where, above };
    const inner = Array.isArray(value) ? above : [...above, value as Record<string, unknown>];
    const entries = Object.entries(value).reverse();
    if (entries.length > MOST) entries.splice(0, entries.length - MOST);
    for (const [name, each] of entries)
      if (typeof each === 'object' && each !== null)
        waiting.push({ value: each, place: join(where, name), above: inner });
  }
}
