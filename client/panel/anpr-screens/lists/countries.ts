import type { Lang } from '../../../../shared/refusal.ts';
import type { Option } from '../../../part/Field.tsx';

/** Whose plates pass in Brussels: neighbours and Europe (ISO 3166-1). Others come in by a file. */
const CODES = [
  ...['BE', 'FR', 'NL', 'DE', 'LU', 'GB'],
  ...['AL', 'AD', 'AT', 'BA', 'BG', 'BY', 'CH', 'CY', 'CZ', 'DK', 'EE', 'ES', 'FI', 'GR', 'HR'],
  ...['HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LV', 'MC', 'MD', 'ME', 'MK', 'MT', 'NO', 'PL', 'PT'],
  ...['RO', 'RS', 'RU', 'SE', 'SI', 'SK', 'SM', 'TR', 'UA', 'XK'],
];
const NEAR = 6;

/** Neighbours first, the others by name; one that is set already is among them whatever it is. */
export function countriesIn(lang: Lang, set: string): Option[] {
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const option = (code: string) => ({ value: code, label: `${names.of(code) ?? code} (${code})` });
  const far = CODES.slice(NEAR).map(option);
  far.sort((a, b) => a.label.localeCompare(b.label, lang));
  const all = [...CODES.slice(0, NEAR).map(option), ...far];
  return set === '' || CODES.includes(set) ? all : [...all, option(set)];
}
