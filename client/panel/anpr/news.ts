import i18next from 'i18next';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { isSettled } from '../../../shared/subject/anpr/status.ts';
import { ringAgain } from '../../announce.ts';
import { currentLang } from '../../i18n/lang.ts';
import { may } from '../../may.ts';
import { ring, type Urgency } from '../../sound.ts';
import { usePicture, type Picture } from '../../store.ts';
import { dropToasts, toast, useToasts } from '../../toast.ts';
import { useUi } from '../../ui.ts';
import { GO } from './go.ts';
import { cameraName, directionText, listOf, listTitle } from './names.ts';
import { bestOf, passagesByAlert } from './passes.ts';

/**
 * New alerts come to eye and ear of who handles them: each by the tune of its list, those of priority 1 and
 * 2 with a message that stays out of the way of what one does. Not what stood already when the console
 * joined. A flood is one sound, and one message per list; priority 1 always has one of its own.
 */
type Alerts = Picture['confirmed']['anpr']['alerts'];

/** A sound that says no more than the last one waits so long. */
const QUIET_MS = 4_000;
const LOUDNESS: readonly Urgency[] = ['notice', 'double', 'alarm'];
const TUNES: Readonly<Record<string, Urgency | undefined>> = {
  alarm: 'alarm',
  double: 'double',
  single: 'notice',
};

export function startAlertNews(): () => void {
  let before: Alerts | undefined;
  const hear = ({ mark, confirmed }: Pick<Picture, 'mark' | 'confirmed'>): void => {
    const { alerts } = confirmed.anpr;
    // Until it has joined, the picture is empty: what comes then stood already.
    if (mark === undefined || alerts === before) return;
    if (before && may('anpr.acknowledge')) tell(alerts, before);
    before = alerts;
    dropToasts(({ thing, head }) => thing?.kind === 'anpr' && isOver(alerts.get(thing.id), head));
  };
  hear(usePicture.getState());
  return usePicture.subscribe(hear);
}

const NEW = 'anpr.newHead';
const MANY = 'anpr.manyHead';
const AGAIN = 'anpr.againHead';

/** Somebody looks at it, or it is settled: no longer news. */
const isOver = (alert: AlertRow | undefined, head: string): boolean =>
  alert === undefined || isSettled(alert) || (head === NEW && alert.status !== 'new');

function tell(alerts: Alerts, before: Alerts): void {
  const fresh: AlertRow[] = [];
  const again: AlertRow[] = [];
  alerts.forEach((row, id) => {
    const was = before.get(id);
    if (was === row || isSettled(row)) return;
    if (!was && row.status === 'new') fresh.push(row);
    // One that nobody looked at was called out already.
    else if (was && was.passages < row.passages && row.priority <= 2 && row.status !== 'new')
      again.push(row);
  });
  const { selected } = useUi.getState();
  for (const row of fresh)
    if (row.priority <= 2 && row.id !== selected?.id) message(row, row.priority === 1);
  for (const row of again) if (row.id !== selected?.id) seenAgain(row);
  const tunes = fresh.map(tuneOf).filter((one) => one !== undefined);
  if (again.length > 0) tunes.push('notice');
  sound(tunes);
  if (fresh.some(({ priority }) => priority === 1)) ringAgain();
}

/** Of each list, how many lie under its one message. */
const told = new Map<string, { toast: string; count: number }>();

function message(row: AlertRow, alone: boolean): void {
  const here = told.get(row.list);
  const shown = here && useToasts.getState().toasts.some(({ id }) => id === here.toast);
  const count = !alone && shown ? here.count + 1 : 1;
  if (count > 1) dropToasts(({ id }) => id === here?.toast);
  const id = toast({
    ...{ tone: 'plain', priority: row.priority, text: textOf(row), keys: GO, stays: alone },
    ...{ head: count > 1 ? MANY : NEW, values: { list: titleOf(row), count } },
    thing: { kind: 'anpr', id: row.id },
  });
  if (!alone) told.set(row.list, { toast: id, count });
}

function seenAgain(row: AlertRow): void {
  dropToasts(({ thing, head }) => head === AGAIN && thing?.id === row.id);
  toast({
    ...{ tone: 'plain', priority: row.priority, text: textOf(row), keys: GO },
    ...{ head: AGAIN, values: { list: titleOf(row) } },
    thing: { kind: 'anpr', id: row.id },
  });
}

const titleOf = (row: AlertRow): string => listTitle(row, currentLang(), i18next.t);

/** Read out too: the plate is in it only for who is sent it. */
function textOf(row: AlertRow): string {
  const passages = passagesByAlert(usePicture.getState().confirmed.anpr.passages).get(row.id) ?? [];
  const latest = passages.at(-1);
  return [
    bestOf(passages)?.open?.listed,
    i18next.t(`anpr.${row.certainty}`),
    cameraName(row.lastCamera, currentLang()),
    latest && directionText(latest, i18next.t),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Who is not told of the list hears its priority. */
function tuneOf(row: AlertRow): Urgency | undefined {
  const list = listOf(row.list);
  if (list) return TUNES[list.tune];
  return row.priority === 1 ? 'alarm' : row.priority === 2 ? 'notice' : undefined;
}

let last: { at: number; tune: Urgency } | undefined;

function sound(tunes: readonly Urgency[]): void {
  const tune = LOUDNESS.findLast((one) => tunes.includes(one));
  if (!tune) return;
  const now = performance.now();
  const louder = !last || LOUDNESS.indexOf(tune) > LOUDNESS.indexOf(last.tune);
  if (last && now - last.at < QUIET_MS && !louder) return;
  last = { at: now, tune };
  ring(tune);
}
