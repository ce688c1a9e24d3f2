import type { DirectorySlice, DutyRow } from '../subject/directory/schema.ts';
import { addDays, shiftOn, wallOf, type Shift } from './clock.ts';
import type { Duty } from './directory.ts';

/** A function at a place: what one person at a time is on duty for. */
export interface Post {
  municipality?: string | undefined;
  zone?: string | undefined;
  manager?: string | undefined;
}

export const samePost = (a: Post & { function: string }, b: Post & { function: string }): boolean =>
  a.function === b.function &&
  a.municipality === b.municipality &&
  a.zone === b.zone &&
  a.manager === b.manager;

/** The stretches of a duty that touch `[from, until)`, in order, in ms; each within the moments that bound it. */
export function shiftsOf({ from, until, weekly }: Duty, begin: number, end: number): Shift[] {
  const first = from === undefined ? -Infinity : Date.parse(from);
  const last = until === undefined ? Infinity : Date.parse(until);
  if (!weekly) return first < end && last > begin ? [[first, last]] : [];
  const shifts: Shift[] = [];
  const ends = wallOf(end).day;
  // From the day before: a night shift begins then.
  for (let day = addDays(wallOf(begin).day, -1); day <= ends; day = addDays(day, 1)) {
    const shift = shiftOn(weekly, day);
    if (!shift) continue;
    const [a, b] = [Math.max(shift[0], first), Math.min(shift[1], last)];
    if (a < b && a < end && b > begin) shifts.push([a, b]);
  }
  return shifts;
}

/** Who is on duty for a function at a place: replacements before the weekly pattern. `until`: ISO. */
export function onDuty(
  { duties }: DirectorySlice,
  id: string,
  post: Post,
  at: string,
): { duty: DutyRow; until: string }[] {
  const ms = Date.parse(at);
  const wanted = { function: id, ...post };
  return [...duties.values()]
    .filter((duty) => samePost(duty, wanted))
    .flatMap((duty) => {
      const [shift] = shiftsOf(duty, ms, ms + 1);
      return shift ? [{ duty, until: new Date(shift[1]).toISOString() }] : [];
    })
    .sort(
      (a, b) =>
        Number(!!a.duty.weekly) - Number(!!b.duty.weekly) || (a.duty.id < b.duty.id ? -1 : 1),
    );
}
