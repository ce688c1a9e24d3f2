import type { Lang } from '../../../shared/refusal.ts';

/** Lengths and areas as people type and read them. */

/** Metres that a perimeter may measure: as `shared/geo/shape.ts` takes them. */
const LEAST = 5;
const MOST = 30_000;

/** `250`, `250 m`, `1,5 km`, `1 200`: metres; undefined when it is no length that can be drawn. */
export function readRadius(typed: string): number | undefined {
  const match = /^(\d[\d\s\u00a0\u202f]*)(?:[.,](\d{1,3}))?\s*(m|km)?$/i.exec(typed.trim());
  if (!match) return undefined;
  const [, whole = '', part = '', unit = 'm'] = match;
  const far = unit.toLowerCase() === 'km';
  // `1.200` metres has a mark for thousands: nobody types millimetres.
  const mark = !far && part.length === 3 ? '' : '.';
  const number = Number(`${whole.replace(/\D/g, '')}${mark}${part || '0'}`);
  const metres = Math.round(far ? number * 1000 : number);
  return metres >= LEAST && metres <= MOST ? metres : undefined;
}

/** As near as a hand on the map can mean it. */
export function roundRadius(metres: number): number {
  const step = metres < 100 ? 1 : metres < 500 ? 5 : metres < 2000 ? 10 : 50;
  return Math.min(MOST, Math.max(LEAST, Math.round(metres / step) * step));
}

const LOCALES: Readonly<Record<Lang, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };
export const numberText = (value: number, digits: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: digits }).format(value);

/** `12,4 m`, `250 m`, `12,5 km`: to the metre while it matters. */
export const lengthText = (metres: number, lang: Lang): string =>
  metres < 20
    ? `${numberText(metres, 1, lang)} m`
    : metres < 10_000
      ? `${numberText(Math.round(metres), 0, lang)} m`
      : `${numberText(metres / 1000, 2, lang)} km`;

/** `8 200 m²`, `0,2 km²`. */
export const areaText = (squareMetres: number, lang: Lang): string =>
  squareMetres < 100_000
    ? `${numberText(Number(squareMetres.toPrecision(3)), 0, lang)} m²`
    : `${numberText(squareMetres / 1e6, squareMetres < 1e6 ? 2 : 1, lang)} km²`;

/** An estimate is no count: two figures of it are told. */
export const peopleText = (people: number, lang: Lang): string =>
  numberText(people < 100 ? Math.round(people) : Number(people.toPrecision(2)), 0, lang);
