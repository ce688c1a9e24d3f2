import type { Event, SeenEntry } from '../shared/entry.ts';
import type { State } from '../shared/folds.ts';
import { mayDo } from '../shared/role.ts';
import type { Incident } from '../shared/subject/incident/schema.ts';
import type { Report } from '../shared/subject/report/schema.ts';
import { currentLang } from './i18n/lang.ts';
import { forget, useOutbox } from './send.ts';
import { useSession } from './session.ts';
import { ring } from './sound.ts';
import { usePicture } from './store.ts';
import { dropToasts, toast, useToasts, type Toast } from './toast.ts';
import { useUi } from './ui.ts';

/**
 * What must not be overlooked comes to eye and ear: new things of priority 1 and 2 and hand-overs to
 * this person. Never what the person did, never what stood already when the console joined, and not
 * what was settled before we heard of it. Priority 1 rings again until looked at, three times at most.
 */
type News = Omit<Toast, 'id' | 'at'>;

const RING_AGAIN = 8_000;
const RINGS = 3;

/** Begins to announce from the picture as it is now; returns what ends it. */
export function startAnnouncing(): () => void {
  let heard = usePicture.getState().seq;
  const ends = [
    usePicture.subscribe(
      (p) => p.recent,
      (recent) => {
        const fresh = recent.filter((entry) => entry.seq > heard);
        heard = Math.max(heard, fresh.at(-1)?.seq ?? 0);
        tell(fresh.flatMap(newsOf));
      },
    ),
    usePicture.subscribe((p) => p.confirmed, dropSettled),
    useUi.subscribe(({ selected }, before) => {
      if (selected !== before.selected)
        dropToasts(({ thing }) => thing !== undefined && thing.id === selected?.id);
    }),
    useOutbox.subscribe(tellRefusals),
    flashTitle(),
  ];
  return () => ends.forEach((end) => end());
}

/** After a gap that was filled with a whole new state: what is there now and was not before. */
export function announceSince(before: State): void {
  const { confirmed } = usePicture.getState();
  const reports = confirmed.report.reports.valueSeq().filter((one) => {
    return one.status === 'new' && !before.report.reports.has(one.id);
  });
  const incidents = confirmed.incident.incidents.valueSeq().filter((one) => {
    return one.status !== 'closed' && !before.incident.incidents.has(one.id);
  });
  tell([
    ...reports.map((one) => thingNews('report', one, one.text)),
    ...incidents.map((one) => thingNews('incident', one, one.title)),
  ]);
}

function thingNews(kind: 'report' | 'incident', row: Report | Incident, what: string): News {
  const { id, priority, place } = row;
  const head = kind === 'report' ? 'shell.newReport' : 'shell.newIncident';
  const text = [what, place?.text, place?.municipality].filter(Boolean).join(' · ');
  return { tone: 'plain', priority, head, text, thing: { kind, id }, stays: priority === 1 };
}

function newsOf(entry: SeenEntry): News[] {
  const me = useSession.getState().me?.person.id;
  if (entry.actor.id === me) return [];
  return entry.events
    .map((event) => newsOfEvent(event, entry.actor.name, me))
    .filter((news) => news !== undefined);
}

function newsOfEvent({ type, id, data }: Event, by: string, me: string | undefined) {
  const { report, incident } = usePicture.getState().confirmed;
  const row = incident.incidents.get(id);
  switch (type) {
    case 'report.received':
    case 'report.updated': {
      const one = report.reports.get(id);
      if (one?.status !== 'new' || (type === 'report.updated' && !data['resurfaces'])) return;
      return thingNews('report', one, one.text);
    }
    case 'incident.opened':
    case 'incident.reopened':
      return row && row.status !== 'closed' ? thingNews('incident', row, row.title) : undefined;
    case 'incident.prioritised':
      if (!row || Number(data['before']) <= row.priority) return;
      return { ...thingNews('incident', row, row.title), head: 'shell.raised' };
    case 'incident.handedOver':
    case 'incident.assigned': {
      if (!row || row.owner?.id !== me || (data['to'] as { id?: string })?.id !== me) return;
      const head = type === 'incident.handedOver' ? 'shell.handedOver' : 'shell.assigned';
      const thing = { kind: 'incident', id } as const;
      const text = `${row.number} ${row.title}`;
      return { tone: 'plain', head, values: { by }, text, thing, stays: true } satisfies News;
    }
    case 'task.lapsed':
    case 'task.closed':
      return stepNews(type, data);
    case 'alarm.exhausted': {
      // Somebody must decide what happens now: whoever leads the shift.
      if (useSession.getState().me?.role !== 'supervisor') return;
      const about = incident.incidents.get(
        typeof data['incident'] === 'string' ? data['incident'] : '',
      );
      const thing = about && ({ kind: 'incident', id: about.id } as const);
      const text = about ? `${about.number} ${about.title}` : '';
      return {
        ...{ tone: 'bad', head: 'alarm.exhaustedHead', text, stays: true },
        ...(thing ? { thing } : {}),
      } satisfies News;
    }
    default:
      return;
  }
}

/** For who leads the shift: a priority step that is late, or was skipped. */
function stepNews(type: string, data: Event['data']): News | undefined {
  const rights = useSession.getState().me?.rights;
  const skipped = data['outcome'] === 'skipped' && data['priority'] === true;
  if (!rights || !mayDo(rights, 'task.note') || (type === 'task.closed' && !skipped)) return;
  const id = data['incident'] as string;
  const row = usePicture.getState().confirmed.incident.incidents.get(id);
  const title = data['title'] as { nl: string; fr: string };
  return {
    ...{ tone: 'bad', head: skipped ? 'task.skippedHead' : 'task.lateHead', stays: true },
    text: `${row?.number ?? ''} ${currentLang() === 'fr' ? title.fr : title.nl}`,
    thing: { kind: 'incident', id },
  };
}

/** A burst of a hundred is one sound, and no more messages than can be read. */
function tell(news: readonly News[]): void {
  const { selected } = useUi.getState();
  // Without a priority: said to this person by name, whatever they are looking at.
  const loud = news.filter(({ priority, thing }) => {
    return priority === undefined || (priority <= 2 && thing?.id !== selected?.id);
  });
  if (loud.length === 0) return;
  for (const one of loud) toast(one);
  const alarms = loud.some((one) => one.priority === 1);
  ring(alarms ? 'alarm' : 'notice');
  if (alarms) ringAgain();
}

let again: ReturnType<typeof setInterval> | undefined;
export function ringAgain(): void {
  clearInterval(again);
  let rung = 1;
  again = setInterval(() => {
    const waiting = useToasts.getState().toasts.some((one) => one.priority === 1);
    if (waiting && rung < RINGS) ring('alarm');
    rung += 1;
    if (!waiting || rung >= RINGS) clearInterval(again);
  }, RING_AGAIN);
}

/** Settled by somebody else: no longer news. */
function dropSettled(): void {
  const { report, incident } = usePicture.getState().confirmed;
  dropToasts(({ thing }) => {
    if (thing?.kind === 'report') return report.reports.get(thing.id)?.status !== 'new';
    if (thing?.kind === 'incident')
      return (incident.incidents.get(thing.id)?.status ?? 'closed') === 'closed';
    return false;
  });
}

const toldRefusals = new Set<string>();
function tellRefusals(): void {
  for (const { id, type, refused } of useOutbox.getState().waiting) {
    if (!refused || toldRefusals.has(id)) continue;
    toldRefusals.add(id);
    // A read mark is not something that anybody typed: nobody needs to hear of it.
    if (type === 'journal.read') {
      forget(id);
      continue;
    }
    toast({ tone: 'bad', head: 'shell.refusedOne', text: refused.message });
  }
}

/** The tab's title calls while something waits: seen from another tab or a minimised window. */
function flashTitle(): () => void {
  const plain = document.title;
  let on = false;
  const timer = setInterval(() => {
    const waiting = useToasts.getState().toasts.filter((one) => one.thing).length;
    on = waiting > 0 && !on;
    const title = on ? `(${waiting}) ⚠ BELFRY` : plain;
    if (document.title !== title) document.title = title;
  }, 1_000);
  return () => {
    clearInterval(timer);
    document.title = plain;
  };
}
