import { joined } from './seed.ts';

/** How the overview table names partners → our category; what is no plain name of one is kept in its words. */
const CATEGORIES: Readonly<Record<string, string>> = {
  'federale overheidsdiensten': 'federal',
  'overheidsdiensten van de federale overheid': 'federal',
  federale: 'federal',
  'gewestelijke organismen': 'regional',
  'gewestelijke overheidsdiensten': 'regional',
  gewesten: 'regional',
  'organismes régionaux': 'regional',
  gemeenschappen: 'communities',
  gemeenten: 'municipal',
  communes: 'municipal',
  parket: 'prosecutor',
  'geïntegreerde politie': 'police',
  pz: 'police',
  zp: 'police',
  opleidingsinstituten: 'training',
  verenigingen: 'associations',
  associations: 'associations',
};

/** Somebody in particular: kept by name, and in its category where it has one. */
const OTHERS: Readonly<Record<string, string | undefined>> = {
  'fod justitie': 'federal',
  cibg: 'regional',
  'openbaar ministerie': 'prosecutor',
  'verenigingen die eigenaars vertegenwoordigen': 'associations',
  energieleveranciers: undefined,
  webhosts: undefined,
  unia: undefined,
  igvm: undefined,
  auditoraat: undefined,
  onderzoeksinstituten: undefined,
  'college van procureurs-generaal': undefined,
  'de academische wereld': undefined,
  'de tewerkstellings- en opleidingssector': undefined,
  'sectoren gezondheidszorg en slachtofferhulp': undefined,
};

/** Without capitals and hyphens: whether a line broke at one cannot be known. */
export const plainName = (name: string): string =>
  name.toLowerCase().replace(/(?<=\p{L})-(?=\p{L})/gu, '');

const KNOWN = new Map(
  [...Object.entries(CATEGORIES), ...Object.entries(OTHERS)].map(([name, category]) => [
    plainName(name),
    { category, kept: name in OTHERS },
  ]),
);
/** The longest first: `federale` begins other names. */
const NAMES = [...KNOWN.keys()].sort((a, b) => b.length - a.length);

export interface Partners {
  categories: Set<string>;
  /** Plain names, in the order of the table. */
  others: Set<string>;
}

/**
 * The partners among a measure's lines of the table: in a paragraph of their own, or on the measure's last
 * line after its full stop or semicolon; some bullets have partners of their own. Throws where there are none.
 */
export function partnersOf(id: string, lines: readonly string[]): Partners {
  const found: Partners = { categories: new Set(), others: new Set() };
  for (const paragraph of lines.join('\n').split(/\n(?:[ \t]*\n)+|\n(?=\s*- )/)) {
    const line = joined(paragraph.split('\n'));
    const ends = [...line.matchAll(/[;.] (?=\p{Lu})/gu)].map(({ index }) => line.slice(index + 2));
    const names = [line, ...ends].map(namesIn).find((list) => list !== undefined);
    for (const name of names ?? []) {
      const { category, kept } = KNOWN.get(name)!;
      if (category !== undefined) found.categories.add(category);
      if (kept) found.others.add(name);
    }
  }
  if (found.categories.size + found.others.size === 0) throw new Error(`${id}: no partners`);
  return found;
}

/** The names that a line is made of; undefined when anything else stands in it. What is in brackets is left out. */
function namesIn(line: string): string[] | undefined {
  const names: string[] = [];
  let rest = plainName(line.replace(/ \([^)]*\)/g, '').trim());
  while (rest !== '') {
    const name = NAMES.find(
      (one) => rest.startsWith(one) && /^(,| en |$)/.test(rest.slice(one.length)),
    );
    if (name === undefined) return undefined;
    names.push(name);
    rest = rest.slice(name.length).replace(/^(, ?| en )/, '');
  }
  return names;
}
