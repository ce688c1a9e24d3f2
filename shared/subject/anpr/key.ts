/** Keys of the tables of plate alerts. */
export const passageKey = (alert: string, number: number): string => `${alert}|${number}`;
export const companionKey = (alert: string, vehicle: string): string => `${alert}|${vehicle}`;
export const entryKey = (list: string, entry: string): string => `${list}|${entry}`;
export const listKey = (list: string, version: number): string => `${list}@${version}`;
