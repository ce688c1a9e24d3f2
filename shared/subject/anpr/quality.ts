import type { AlertRow, AnprSlice, QualityRow } from './schema.ts';

/** Days that are counted, the last one included. */
const DAYS = 31;
const DAY_MS = 86_400_000;

/** Judged: verified or rejected by a person. It counts at the camera of the first passage, on its day. */
interface Verdict {
  camera: string;
  day: string;
  falseRead: boolean;
}

function verdictOf({ camera, rejected, verified }: AlertRow): Verdict | undefined {
  const at = rejected?.at ?? verified?.at;
  if (at === undefined) return undefined;
  return { camera, day: at.slice(0, 10), falseRead: rejected?.reason === 'false-read' };
}

/** The counts after an alert went from one state to the next: what it counted as before is taken back. */
export function recount(
  quality: AnprSlice['quality'],
  before: AlertRow,
  after: AlertRow,
): AnprSlice['quality'] {
  const [old, now] = [verdictOf(before), verdictOf(after)];
  if (old?.day === now?.day && old?.falseRead === now?.falseRead) return quality;
  return quality.withMutations((open) => {
    for (const [verdict, by] of [
      [old, -1],
      [now, 1],
    ] as const)
      // prettier-ignore
      if (verdict) open.set(verdict.camera, counted(open.get(verdict.camera), verdict, by));
  });
}

function counted(row: QualityRow | undefined, verdict: Verdict, by: 1 | -1): QualityRow {
  const { camera, day, falseRead } = verdict;
  const days = row?.days ?? [];
  const known = days.find((one) => one.day === day) ?? { day, judged: 0, falseReads: 0 };
  const next = {
    day,
    judged: known.judged + by,
    falseReads: known.falseReads + (falseRead ? by : 0),
  };
  const all = [...days.filter((one) => one.day !== day), ...(next.judged > 0 ? [next] : [])];
  return { id: camera, days: all.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-DAYS) };
}

/** Hits of a camera that a person judged in the 30 days before `at`, and how many were false reads. */
export function qualityOf(
  { quality }: Pick<AnprSlice, 'quality'>,
  camera: string,
  at: string,
): { judged: number; falseReads: number } {
  const from = new Date(Date.parse(at) - 30 * DAY_MS).toISOString().slice(0, 10);
  const days = (quality.get(camera)?.days ?? []).filter(({ day }) => day >= from);
  return {
    judged: days.reduce((sum, { judged }) => sum + judged, 0),
    falseReads: days.reduce((sum, { falseReads }) => sum + falseReads, 0),
  };
}
