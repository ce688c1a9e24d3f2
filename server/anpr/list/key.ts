/**
 * Keys of the vault for lists: one for each list and month. No key lives longer than a year, and lists do:
 * what is still in use is kept anew under a younger key in time (`Lists.tidy`).
 */
export const keyOf = (list: string, at: string): string => `list:${list}:${at.slice(0, 7)}`;

/** A year after the month in which it was made began. */
export function expiryOf(key: string): string {
  const month = /(\d{4})-(\d\d)$/.exec(key);
  return new Date(Date.UTC(Number(month?.[1]) + 1, Number(month?.[2]) - 1)).toISOString();
}

/** Months after which what is under it is kept anew: half of its life is left for a machine that stands still. */
const OLD_MONTHS = 6;
export function isOld(key: string, now: string): boolean {
  const [then, today] = [key.slice(-7), now.slice(0, 7)].map((month) => {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return year * 12 + number;
  });
  return today! - then! >= OLD_MONTHS;
}
