/** The day on the wall in Brussels, `YYYY-MM-DD`: police zones and reviews go by it. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });
export const dayInBrussels = (ms: number): string => DAY.format(ms);
