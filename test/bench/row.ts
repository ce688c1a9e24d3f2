/** One line of the table: a figure beside its limit, both from the same run. */
export interface BenchRow {
  what: string;
  figure: string;
  beside: string;
  ratio: string;
  budget: string;
  /** Undefined where there is no budget. */
  ok: boolean | undefined;
}

const short = (n: number): string =>
  n >= 10_000 ? `${Math.round(n / 1_000)} k` : n >= 100 ? n.toFixed(0) : n.toPrecision(3);

/** More is better, measured against a limit of the same run; `least` is the budget as a ratio. */
export function rateRow(
  what: string,
  figure: number,
  unit: string,
  [beside, limit]: readonly [string, number],
  least?: number,
): BenchRow {
  const ratio = figure / limit;
  return {
    what,
    figure: `${short(figure)} ${unit}`,
    beside: `${short(limit)} ${beside}`,
    ratio: `× ${ratio.toPrecision(2)}`,
    budget: least === undefined ? '' : `≥ × ${least}`,
    ok: least === undefined ? undefined : ratio >= least,
  };
}

/** Less is better; `most` is the budget in milliseconds. */
export function timeRow(what: string, ms: number, most?: number, beside = ''): BenchRow {
  return {
    what,
    figure: `${short(ms)} ms`,
    beside,
    ratio: most === undefined ? '' : `× ${(ms / most).toPrecision(2)}`,
    budget: most === undefined ? '' : `< ${most} ms`,
    ok: most === undefined ? undefined : ms < most,
  };
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
