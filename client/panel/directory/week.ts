import { addDays, msOf, weekdayOf } from '../../../shared/plan/clock.ts';
import type { Duty } from '../../../shared/plan/directory.ts';
import { onDuty, samePost, shiftsOf, type Post } from '../../../shared/plan/on-duty.ts';
import type { DirectorySlice, DutyRow } from '../../../shared/subject/directory/schema.ts';

/** Who is on duty, by the clock on the wall in Brussels: a week of one post, and now and next. Pure. */

export interface PostOf extends Post {
  function: string;
}

/** One text for one post. */
export const postKey = (post: PostOf): string =>
  [post.function, post.municipality, post.zone, post.manager].map((one) => one ?? '').join('|');

const postOf = ({ function: held, municipality, zone, manager }: Duty): PostOf => ({
  function: held,
  ...(municipality ? { municipality } : {}),
  ...(zone ? { zone } : {}),
  ...(manager ? { manager } : {}),
});

/** Posts that somebody is on duty for at some time. */
export const postsOf = ({ duties }: DirectorySlice): PostOf[] => [
  ...new Map([...duties.values()].map((duty) => [postKey(duty), postOf(duty)])).values(),
];

export const dutiesOf = ({ duties }: DirectorySlice, post: PostOf): DutyRow[] =>
  [...duties.values()].filter((duty) => samePost(duty, post));

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

export interface Slot {
  /** Undefined: nobody is on duty, the holder is called. */
  duty: DutyRow | undefined;
  /** ms, within the day. */
  from: number;
  until: number;
  /** Between two moments, and not every week. */
  replaces: boolean;
}
export interface WeekDay {
  day: string;
  slots: Slot[];
}

/** Seven days from Monday: who is on duty from when to when, without a gap; a replacement goes before the pattern. */
export function weekOf(directory: DirectorySlice, post: PostOf, monday: string): WeekDay[] {
  const duties = dutiesOf(directory, post);
  return Array.from({ length: 7 }, (_, i) => {
    const day = addDays(monday, i);
    const [begin, end] = [msOf(day, 0), msOf(addDays(day, 1), 0)];
    const cuts = duties.flatMap((duty) => shiftsOf(duty, begin, end).flat());
    const edges = [...new Set([begin, end, ...cuts.filter((ms) => ms > begin && ms < end)])].sort(
      (a, b) => a - b,
    );
    const slots: Slot[] = [];
    for (const [n, from] of edges.slice(0, -1).entries()) {
      const until = edges[n + 1]!;
      const duty = onDuty(directory, post.function, placeOf(post), iso(from))[0]?.duty;
      const last = slots.at(-1);
      if (last && last.duty?.id === duty?.id) last.until = until;
      else slots.push({ duty, from, until, replaces: duty !== undefined && !duty.weekly });
    }
    return { day, slots };
  });
}

export interface OnDuty {
  contact: string;
  /** ISO 8601. */
  at: string;
}

/** Who is on duty (`at`: until when), and who comes then (`at`: from when), within eight days. */
export function nowAndNext(
  directory: DirectorySlice,
  post: PostOf,
  at: string,
): { now?: OnDuty; next?: OnDuty } {
  const who = (moment: string) => onDuty(directory, post.function, placeOf(post), moment)[0]?.duty;
  const ms = Date.parse(at);
  const end = ms + 8 * 86_400_000;
  const edges = dutiesOf(directory, post)
    .flatMap((duty) => shiftsOf(duty, ms, end).flat())
    .filter((edge) => edge > ms && edge < end)
    .sort((a, b) => a - b)
    .map(iso);
  const holder = who(at)?.contact;
  const over = edges.find((edge) => who(edge)?.contact !== holder);
  const begins = edges.find((edge) => {
    const next = who(edge)?.contact;
    return next !== undefined && next !== holder;
  });
  const next = begins === undefined ? undefined : who(begins)?.contact;
  return {
    ...(holder === undefined ? {} : { now: { contact: holder, at: over ?? iso(end) } }),
    ...(next === undefined || begins === undefined ? {} : { next: { contact: next, at: begins } }),
  };
}

const placeOf = ({ municipality, zone, manager }: PostOf): Post => ({
  municipality,
  zone,
  manager,
});
const iso = (ms: number): string => new Date(ms).toISOString();
