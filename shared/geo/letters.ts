/** Small letters without their marks: `É` and `e` are sought, compared and named alike. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
