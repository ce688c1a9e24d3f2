import i18next from 'i18next';

/** What a thing on the ground is called in the reader's language; imported kinds have no word of ours. */
export function kindName(kind: string): string {
  const key = `place.kind-${kind}`;
  return i18next.exists(key) ? i18next.t(key) : i18next.t('place.kind-other');
}

/** `340 m`, `2,4 km`: as near as it matters. */
export function metresText(metres: number, lang: string): string {
  if (metres < 995) return `${Math.round(metres / 10) * 10} m`;
  const km = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(metres / 1000);
  return `${km} km`;
}
