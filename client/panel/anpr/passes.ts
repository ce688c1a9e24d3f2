import { metresBetween } from '../../../shared/geo/metres.ts';
import type { AnprSlice, PassageRow } from '../../../shared/subject/anpr/schema.ts';

let last: { of: AnprSlice['passages']; byAlert: ReadonlyMap<string, readonly PassageRow[]> };

/** Alert → its passages in the order in which they happened. Counted once per change, whoever asks. */
export function passagesByAlert(
  passages: AnprSlice['passages'],
): ReadonlyMap<string, readonly PassageRow[]> {
  if (last?.of === passages) return last.byAlert;
  const byAlert = new Map<string, PassageRow[]>();
  for (const one of passages.values()) {
    const rows = byAlert.get(one.alert);
    if (rows) rows.push(one);
    else byAlert.set(one.alert, [one]);
  }
  for (const rows of byAlert.values())
    rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  last = { of: passages, byAlert };
  return byAlert;
}

/** The passage that speaks best for the match: certain before possible, then the likeliest, then the latest. */
export const bestOf = (passages: readonly PassageRow[]): PassageRow | undefined =>
  passages.reduce<PassageRow | undefined>(
    (best, one) => (best && weight(best) > weight(one) ? best : one),
    undefined,
  );
const weight = ({ certainty, probability }: PassageRow): number =>
  (certainty === 'certain' ? 1 : 0) + probability;

/** What lies between two passages: seconds, and metres as the crow flies; the speed that this takes at least, km/h. */
export interface Leg {
  seconds: number;
  metres: number;
  /** Undefined where no time lies between them, or no way. */
  atLeast: number | undefined;
}

export function legBetween(
  from: Pick<PassageRow, 'last' | 'point'>,
  to: Pick<PassageRow, 'at' | 'point'>,
): Leg {
  const seconds = Math.max(0, (Date.parse(to.at) - Date.parse(from.last)) / 1000);
  const metres = metresBetween(from.point, to.point);
  const atLeast = seconds > 0 && metres > 50 ? Math.round((metres / seconds) * 3.6) : undefined;
  return { seconds, metres, atLeast };
}
