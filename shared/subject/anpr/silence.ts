import { passageKey } from './key.ts';
import { KEPT_PASSAGES, PARKED_MINUTES, SILENT_MINUTES } from './limits.ts';
import type { AlertRow, AnprCommand, AnprSlice, PassageRow } from './schema.ts';

/**
 * Which further hits an alert takes up, and which a settled one silences. A hit that nothing takes up
 * raises an alert: in doubt, somebody looks.
 *
 * - Open: takes up every hit for its entry. Before the same camera, in the same direction, within
 *   `PARKED_MINUTES` of the last time there, it is a car that stands.
 * - Closed, or rejected as `not-the-vehicle`: silences the car that still stands there, no other camera.
 * - Rejected as `parked` or `test`: the same for `SILENT_MINUTES`.
 * - Rejected as `false-read`: silences further *possible* hits of that camera for `SILENT_MINUTES`. A
 *   certain one is never silenced by a false read, and no other camera is.
 * - Rejected as `list-outdated`: silences the entry everywhere for `SILENT_MINUTES` after the rejection,
 *   while the list has the version that was found outdated.
 *
 * But for the last, a hit that is more certain than what was settled is never silenced.
 */
export type Pass = (AnprCommand & { type: 'anpr.raise' })['data']['pass'];
type Slice = Pick<AnprSlice, 'passages'>;

const MINUTE_MS = 60_000;

export const isSurer = (pass: Pick<Pass, 'certainty'>, row: Pick<AlertRow, 'certainty'>): boolean =>
  pass.certainty === 'certain' && row.certainty === 'possible';

/** Passages of an alert that the state has, the latest first. */
export function* passagesOf({ passages }: Slice, row: AlertRow): Generator<PassageRow> {
  const oldest = Math.max(1, row.passages - KEPT_PASSAGES + 1);
  for (let n = row.passages; n >= oldest; n -= 1) {
    const one = passages.get(passageKey(row.id, n));
    if (one) yield one;
  }
}

/** Its number in the alert: 1 is the first. */
export const numberOf = ({ id, alert }: PassageRow): number => Number(id.slice(alert.length + 1));

/** The passage that this one continues: same camera and direction, not longer ago than that. */
export function standingAt(
  slice: Slice,
  row: AlertRow,
  { camera, direction, at }: Pass,
  minutes = PARKED_MINUTES,
): PassageRow | undefined {
  for (const one of passagesOf(slice, row)) {
    if (one.camera !== camera || one.direction !== direction) continue;
    const away = Math.max(
      Date.parse(at) - Date.parse(one.last),
      Date.parse(one.at) - Date.parse(at),
    );
    if (away <= minutes * MINUTE_MS) return one;
  }
  return undefined;
}

/** What a settled alert makes of a further hit: `stood` at one of its passages, nothing at all, or it does not silence. */
export function silencing(
  slice: Slice,
  row: AlertRow,
  { pass, version }: Pick<(AnprCommand & { type: 'anpr.raise' })['data'], 'pass' | 'version'>,
  now: string,
): PassageRow | 'nothing' | undefined {
  const { rejected } = row;
  if (rejected?.reason === 'list-outdated') {
    const since = Date.parse(now) - Date.parse(rejected.at);
    return version === row.version && since <= SILENT_MINUTES * MINUTE_MS ? 'nothing' : undefined;
  }
  if (isSurer(pass, row)) return undefined;
  if (rejected?.reason === 'false-read' && pass.certainty === 'certain') return undefined;
  const short = rejected === undefined || rejected.reason === 'not-the-vehicle';
  return standingAt(slice, row, pass, short ? PARKED_MINUTES : SILENT_MINUTES);
}
