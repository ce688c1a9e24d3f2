/** The day, `months` after another, on which something must be done again: `YYYY-MM-DD`. */
export function dueDay(last: string, months: number): string {
  const [year, month, day] = last.split('-').map(Number) as [number, number, number];
  // The last day of a short month, rather than a day of the next.
  const end = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month - 1 + months, Math.min(day, end)));
  return due.toISOString().slice(0, 10);
}
