import i18next from 'i18next';

/** Numbers and lengths as they are written on paper, in the reader's language. */
const number = (value: number): string =>
  new Intl.NumberFormat({ nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' }[i18next.language] ?? 'nl-BE', {
    maximumFractionDigits: 2,
  }).format(value);

/** `1 : 10.000` */
export const scaleText = (scale: number): string => `1 : ${number(scale)}`;

/** `250 m`, `2,5 km` */
export const lengthText = (metres: number): string =>
  metres < 1000 ? `${number(metres)} m` : `${number(metres / 1000)} km`;
