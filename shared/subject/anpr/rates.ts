import type { AlertRow } from './schema.ts';

/**
 * How much an operator is alarmed, after EEMUA publication 191 (alarm systems): alarms per operator per ten
 * minutes. Its bands: at most one in ten minutes is very likely acceptable, one in five manageable, more
 * demands too much; ten and more is a flood, in which nobody can follow every single one.
 */
export const BANDS = ['acceptable', 'manageable', 'demanding', 'flood'] as const;
export type Band = (typeof BANDS)[number];

export const bandOf = (perTenMinutes: number): Band =>
  perTenMinutes <= 1
    ? 'acceptable'
    : perTenMinutes <= 2
      ? 'manageable'
      : perTenMinutes < 10
        ? 'demanding'
        : 'flood';

export interface AlarmRates {
  /** Alerts per operator per ten minutes, mean of the last hour. */
  mean: number;
  band: Band;
  /** The same in the worst ten minutes of that hour, and in the last ten. */
  peak: number;
  peakBand: Band;
  now: number;
  nowBand: Band;
  /** Alerts of the last hour, of all operators together. */
  raised: number;
  /** Open alerts that nobody has looked at, however old. */
  standing: number;
  /** Of the alerts that people judged in the last hour (verified or rejected), the share rejected; undefined of none. */
  rejected: number | undefined;
}

const TEN_MS = 600_000;
const HOUR_MS = 3_600_000;

/** `operators`: how many share the work; fewer than one counts as one. Passages of a known alert are no new alarm. */
export function alarmRates(alerts: Iterable<AlertRow>, now: string, operators: number): AlarmRates {
  const until = Date.parse(now);
  const people = Math.max(1, operators);
  const inHour = (at: string | undefined): boolean => {
    const ms = at === undefined ? Number.NaN : Date.parse(at);
    return ms > until - HOUR_MS && ms <= until;
  };
  const times: number[] = [];
  let [standing, judged, rejected] = [0, 0, 0];
  for (const row of alerts) {
    if (inHour(row.raised)) times.push(Date.parse(row.raised));
    if (row.status === 'new') standing += 1;
    if (row.rejected ? inHour(row.rejected.at) : inHour(row.verified?.at)) {
      judged += 1;
      if (row.rejected) rejected += 1;
    }
  }
  times.sort((a, b) => a - b);
  const mean = times.length / 6 / people;
  const peak = mostWithin(times, TEN_MS) / people;
  const latest = times.filter((ms) => ms > until - TEN_MS).length / people;
  return {
    ...{ mean, band: bandOf(mean) },
    ...{ peak, peakBand: bandOf(peak), now: latest, nowBand: bandOf(latest) },
    ...{ raised: times.length, standing },
    rejected: judged === 0 ? undefined : rejected / judged,
  };
}

/** The most of these sorted times that lie in one stretch shorter than `span`. */
function mostWithin(times: readonly number[], span: number): number {
  let [most, first] = [0, 0];
  times.forEach((ms, i) => {
    while (ms - times[first]! >= span) first += 1;
    most = Math.max(most, i - first + 1);
  });
  return most;
}
