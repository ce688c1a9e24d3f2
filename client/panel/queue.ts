import { useDeferredValue, useMemo } from 'react';
import { finds, type QueueItem } from '../../shared/select.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import type { Report } from '../../shared/subject/report/schema.ts';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';
import { useNames, useOpenIncidents, useOpenReports, useSettled, type Names } from './hooks.ts';
import { useLate } from './late.ts';
import { placeWords } from './place.ts';

/** The rows of the queue, as filtered by the search field. */
export function useQueue() {
  const search = useDeferredValue(useUi((ui) => ui.search));
  const names = useNames();
  const reports = useOpenReports();
  const incidents = useOpenIncidents();
  const settled = useSettled();
  const open = useMemo(() => reports.map(reportItem), [reports]);
  const late = useLate();
  const running = useMemo(() => lateFirst(incidents, late).map(incidentItem), [incidents, late]);
  const filter = useMemo(
    () => (items: QueueItem[]) =>
      search ? items.filter((item) => finds(search, wordsOf(item, names))) : items,
    [search, names],
  );
  return {
    search,
    reports: useMemo(() => filter(open), [filter, open]),
    incidents: useMemo(() => filter(running), [filter, running]),
    settled: useMemo(() => filter(settled), [filter, settled]),
    counts: { active: open.length + running.length, settled: settled.length },
  };
}

/** Where steps are late it rises, within its priority. The order is otherwise as it was. */
export const lateFirst = (
  incidents: readonly Incident[],
  late: ReadonlyMap<string, number>,
): Incident[] =>
  [...incidents].sort(
    (a, b) => a.priority - b.priority || Number(late.has(b.id)) - Number(late.has(a.id)),
  );

const reportItem = (row: Report): QueueItem => ({
  kind: 'report',
  at: row.received,
  priority: row.priority,
  row,
});
const incidentItem = (row: Incident): QueueItem => ({
  kind: 'incident',
  at: row.opened.at,
  priority: row.priority,
  row,
});

function wordsOf(item: QueueItem, names: Names): (string | undefined)[] {
  const { row } = item;
  const common = [names.type(row.type), placeWords(row.place)];
  return item.kind === 'report'
    ? [
        ...common,
        item.row.text,
        ...Object.values(item.row.texts ?? {}),
        item.row.feed,
        item.row.record,
      ]
    : [...common, item.row.number, item.row.title, item.row.owner?.name];
}

/** The item as it is now, wherever it has gone to; undefined when it is not to be seen any more. */
export function currentItem({ kind, row }: QueueItem): QueueItem | undefined {
  const { shown } = usePicture.getState();
  if (kind === 'incident') {
    const incident = shown.incident.incidents.get(row.id);
    return incident && incidentItem(incident);
  }
  const report = shown.report.reports.get(row.id);
  return report && reportItem(report);
}
