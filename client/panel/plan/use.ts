import { useMemo } from 'react';
import { usePicture } from '../../store.ts';

/** How a measure was used and practised, as far as this reader is sent it. */
export function useUse(measure: string) {
  const slice = usePicture((p) => p.shown.measure);
  return useMemo(() => {
    const uses = [...slice.uses.values()].filter((row) => row.measure === measure);
    const sum = (field: 'done' | 'skipped' | 'timed' | 'minutes' | 'late') =>
      uses.reduce((total, row) => total + row[field], 0);
    const rehearsals = [...slice.rehearsals.values()]
      .filter((row) => row.measures.includes(measure))
      .sort((a, b) => (a.day < b.day ? 1 : -1));
    const actions = [...slice.actions.values()].filter((row) => row.measure === measure);
    return {
      used: sum('done') + sum('skipped'),
      done: sum('done'),
      skipped: sum('skipped'),
      late: sum('late'),
      /** Mean, in minutes, of the steps whose time is known. */
      mean: sum('timed') > 0 ? sum('minutes') / sum('timed') : undefined,
      last: uses
        .map((row) => row.last)
        .sort()
        .at(-1),
      rehearsals,
      actions: actions.sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)),
      open: actions.filter((row) => row.state === 'open').length,
      indicators: [...slice.indicators.values()].filter(
        (row) => row.measure === measure && !row.dropped,
      ),
    };
  }, [slice, measure]);
}
