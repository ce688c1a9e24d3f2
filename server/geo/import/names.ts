import { cleanText } from '../../../shared/clean.ts';

/** Names from whatever the source calls its columns: UrbIS of both generations, OpenStreetMap, BeSt, GeoNames. */
export interface Names {
  nl: string;
  fr: string;
  en?: string;
}

/** Columns by their name in lower case without anything but letters and digits: `NAME_DUT`, `name:nl` → `namedut`, `namenl`. */
export type Columns = ReadonlyMap<string, unknown>;

const LONGEST = 200;
const MOST_COLUMNS = 200;

export function columnsOf(properties: unknown): Columns {
  const columns = new Map<string, unknown>();
  if (typeof properties !== 'object' || properties === null) return columns;
  for (const [key, value] of Object.entries(properties).slice(0, MOST_COLUMNS)) {
    const bare = key.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!columns.has(bare)) columns.set(bare, value);
  }
  return columns;
}

/** The first of these columns that says anything, as text of at most 200 characters. */
export function textOf(columns: Columns, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = columns.get(name);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = cleanText(String(value), LONGEST).replace(/\n/g, ' ');
    if (text) return text;
  }
  return undefined;
}

const NL = ['nl', 'dut', 'ned'];
const FR = ['fr', 'fre', 'fra'];
const EN = ['en', 'eng'];
const withEnd = (stems: readonly string[], ends: readonly string[]) =>
  stems.flatMap((stem) => ends.flatMap((end) => [`${stem}${end}`, `${end}${stem}`]));

/** Columns that hold a name: `strname` stands for `STRNAMEDUT`, `strname_fr`, `nl_strname`, and itself. */
export interface Stems {
  nl: string[];
  fr: string[];
  en: string[];
  bare: string[];
}
export const stems = (...bare: string[]): Stems => ({
  nl: withEnd(bare, NL),
  fr: withEnd(bare, FR),
  en: withEnd(bare, EN),
  bare,
});
export const NAME = stems('name', 'naam', 'nom', 'title', 'label', 'officialname');
export const STREET = stems('strname', 'streetname', 'addrstreet', 'street', 'straatnaam');

/** Names in both languages; one name for both is parted. */
export function namesUnder(columns: Columns, under: Stems): Names | undefined {
  const nl = textOf(columns, under.nl);
  const fr = textOf(columns, under.fr);
  const en = textOf(columns, under.en);
  const both = nl && fr ? { nl, fr } : partNames(nl ?? fr ?? textOf(columns, under.bare) ?? en);
  return both && (en ? { ...both, en } : both);
}

export const namesOf = (columns: Columns): Names | undefined => namesUnder(columns, NAME);

/** How Brussels' streets begin in French and end in Dutch: enough to see which half is which. */
const FRENCH =
  /^(rue|avenue|boulevard|chauss[ée]e|place|square|all[ée]e|chemin|dr[èe]ve|clos|impasse|quai|rond-point|sentier|galerie|passage|venelle|cours|porte|pont|tunnel|parvis|mont[ée]e|esplanade|cit[ée]|r[ée]sidence|carrefour|petite|grande?|vieille|vieux|nouvelle)\b/i;
const DUTCH =
  /(straat|laan|lei|steenweg|plein|plaats|weg|pad|dreef|gang|kaai|kade|gaarde|galerij|poort|brug|tunnel|hof|park|markt|berg|voorplein|wijk|square|rondpunt|singel|veld|dal)$/i;

/**
 * "Avenue Louise - Louizalaan", as OpenStreetMap writes Brussels: French, then Dutch; turned round
 * where the words say so. A name in one language stands for both.
 */
export function partNames(name: string | undefined): Names | undefined {
  if (!name) return undefined;
  const parts = name.split(/ +[-–—/|] +/);
  if (parts.length % 2 === 1) return { nl: name, fr: name };
  const half = parts.length / 2;
  const [first, second] = [parts.slice(0, half).join(' - '), parts.slice(half).join(' - ')];
  if (!first || !second) return { nl: name, fr: name };
  const turned = !FRENCH.test(first) && FRENCH.test(second) && DUTCH.test(first);
  return turned ? { nl: first, fr: second } : { nl: second, fr: first };
}
