import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lang } from '../../shared/refusal.ts';
import { mayDo } from '../../shared/role.ts';
import {
  linkedTo,
  logbook,
  openIncidents,
  openReports,
  readersOf,
  reportsOf,
  settled,
} from '../../shared/select.ts';
import { useOutbox } from '../send.ts';
import { incidentType, useSession } from '../session.ts';
import { usePicture } from '../store.ts';

/**
 * What the panels read. Each hook takes one slice of the shown state, which keeps its identity until
 * something in it changes, and derives from it in `useMemo`: nothing here makes a new object on every
 * batch.
 */
const useReportSlice = () => usePicture((p) => p.shown.report);
const useIncidentSlice = () => usePicture((p) => p.shown.incident);
const useJournalSlice = () => usePicture((p) => p.shown.journal);

export const useReport = (id: string | undefined) =>
  usePicture((p) => (id === undefined ? undefined : p.shown.report.reports.get(id)));
export const useIncident = (id: string | undefined) =>
  usePicture((p) => (id === undefined ? undefined : p.shown.incident.incidents.get(id)));

export function useOpenReports() {
  const report = useReportSlice();
  return useMemo(() => openReports({ report }), [report]);
}

export function useOpenIncidents() {
  const incident = useIncidentSlice();
  return useMemo(() => openIncidents({ incident }), [incident]);
}

export function useSettled() {
  const report = useReportSlice();
  const incident = useIncidentSlice();
  return useMemo(() => settled({ report, incident }), [report, incident]);
}

export function useReportsOf(incident: string) {
  const report = useReportSlice();
  return useMemo(() => reportsOf({ report }, incident), [report, incident]);
}

export function useLinked(id: string) {
  const incident = useIncidentSlice();
  return useMemo(() => linkedTo({ incident }, id), [incident, id]);
}

export function useLogbook(incident: string | undefined) {
  const journal = useJournalSlice();
  return useMemo(() => logbook({ journal }, incident), [journal, incident]);
}

export function useReaders(incident: string) {
  const journal = useJournalSlice();
  return useMemo(() => readersOf({ journal }, incident), [journal, incident]);
}

/** Ids of things that a waiting command of this person makes or changes: not at the server yet. */
export function useWaiting(): ReadonlySet<string> {
  const waiting = useOutbox((o) => o.waiting);
  return useMemo(() => {
    const ids = waiting
      .filter((one) => one.seq === undefined && !one.refused && one.type !== 'journal.read')
      .flatMap((one) => {
        const { incident, report, entry, alert } = one.data as Record<string, unknown>;
        return [one.id, incident, report, entry, alert];
      });
    return new Set(ids.filter((id) => typeof id === 'string'));
  }, [waiting]);
}

/** Whether the role may send a command of this type: what it may not is not offered. */
export function useMay(): (type: string) => boolean {
  const rights = useSession((s) => s.me?.rights);
  return useCallback((type) => rights !== undefined && mayDo(rights, type), [rights]);
}

export const useMyId = (): string => useSession((s) => s.me?.person.id ?? '');

export function useLang(): Lang {
  const { i18n } = useTranslation();
  return i18n.language as Lang;
}

/** Names of the centre's own lists in the reader's language. */
export function useNames() {
  const settings = useSession((s) => s.settings);
  const lang = useLang();
  return useMemo(
    () => ({
      lang,
      type: (id: string | undefined) => incidentType(settings, id)?.name[lang] ?? id ?? '',
      restriction: (id: string) => settings?.restrictions[id]?.[lang] ?? id,
      role: (id: string) => settings?.roles[id]?.[lang] ?? id,
      feed: (id: string) => settings?.feeds[id]?.[lang] ?? id,
    }),
    [settings, lang],
  );
}
export type Names = ReturnType<typeof useNames>;

/** The restrictions that this person may put on a thing: those they are cleared for. */
export function useOwnRestrictions(): readonly string[] {
  const rights = useSession((s) => s.me?.rights);
  const settings = useSession((s) => s.settings);
  return useMemo(
    () => Object.keys(settings?.restrictions ?? {}).filter((one) => rights?.cleared.includes(one)),
    [rights, settings],
  );
}
