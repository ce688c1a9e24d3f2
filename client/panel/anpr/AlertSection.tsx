import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow, PassageRow } from '../../../shared/subject/anpr/schema.ts';
import { finds } from '../../../shared/select.ts';
import { openAlerts, settledAlerts } from '../../../shared/subject/anpr/select.ts';
import { may } from '../../may.ts';
import { Kbd } from '../../part/Kbd.tsx';
import { PriorityMark } from '../../part/PriorityMark.tsx';
import { usePicture } from '../../store.ts';
import { useUi, type Ui } from '../../ui.ts';
import { focusDetail } from '../focus.ts';
import { useHeld } from '../held.ts';
import { useWaiting } from '../hooks.ts';
import { letGo, setAlertsShown, useHand } from '../walk.ts';
import { AlertLine, GroupLine, LINE_HEIGHT } from './AlertLine.tsx';
import { acknowledge, alertInHand, alertNow, isNew, isOpen } from './do.ts';
import { GO } from './go.ts';
import { startAlertNews } from './news.ts';
import { useAnprNames } from './names.ts';
import { bestOf, passagesByAlert } from './passes.ts';
import { RateStrip } from './RateStrip.tsx';
import { foldFloods, folds, groupOf, type AlertItem } from './rows.ts';
import { toggleGroup, useLooking } from './state.ts';
import queue from '../queue.module.css';
import css from './anpr.module.css';

const NONE: readonly PassageRow[] = [];
const HEADING = 28;
const STRIP = 24;

/** Alerts of plate cameras, above everything else in the queue: the most urgent first, floods folded. */
export function AlertSection() {
  const tab = useUi((ui) => ui.tab);
  useEffect(startAlertNews, []);
  // What is held of one tab is not of the other.
  return <Section key={tab} tab={tab} />;
}

function Section({ tab }: { tab: Ui['tab'] }) {
  const { t } = useTranslation();
  const id = useId();
  const selected = useUi((ui) => ui.selected);
  const on = useHand((hand) => hand.on);
  const waiting = useWaiting();
  const names = useAnprNames();
  const passages = passagesByAlert(usePicture((p) => p.shown.anpr.passages));
  const items = useItems(tab, names.list, names.camera);
  const { rows, fresh } = useHeld(items, on, current);
  const scroll = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => rows[index]?.item.row.id ?? index,
    overscan: 4,
  });

  useEffect(() => {
    setAlertsShown(rows.map(({ item, gone }) => ({ kind: item.kind, id: item.row.id, gone })));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is held follows from these two
  }, [items, on]);
  useEffect(() => () => setAlertsShown([]), []);

  const at = rows.findIndex(({ item }) => item.row.id === selected?.id);
  useEffect(() => {
    const { scrollOffset, scrollRect } = list;
    // Counted, not measured: asking the browser would make it lay out the whole screen at every key.
    if (at < 0 || scrollOffset === null || !scrollRect || !scroll.current) return;
    const top = at * LINE_HEIGHT;
    if (top < scrollOffset) scroll.current.scrollTop = top;
    const below = top + LINE_HEIGHT - scrollRect.height;
    if (below > scrollOffset) scroll.current.scrollTop = below;
    // Only when another row is selected: not when the list moves under a person who looks elsewhere.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected?.id]);

  // Chosen on the map or from a message, it may lie in a folded group.
  useEffect(() => {
    const alert = selected?.kind === 'anpr' ? alertNow(selected.id) : undefined;
    if (alert && isFolded(alert)) toggleGroup(groupOf(alert), true);
  }, [selected]);

  const size = HEADING + STRIP + Math.max(0.4, rows.length) * LINE_HEIGHT;
  const room = {
    '--wants': `${size}px`,
    '--least': `min(${size}px, var(--share))`,
  } as CSSProperties;
  const [count, urgent] = useMemo(
    () => [
      items.reduce((sum, one) => sum + weight(one), 0),
      items.filter(({ kind, row }) => kind === 'anpr' && row.priority === 1).length,
    ],
    [items],
  );
  return (
    <div className={queue.section} style={room} data-testid="queue-alerts" onKeyDown={keys}>
      <div className={queue.heading}>
        <h3 id={`${id}-h`}>{t(tab === 'active' ? 'anpr.section' : 'anpr.settled')}</h3>
        {tab === 'active' && urgent > 0 && (
          <span className={css.urgent}>
            <PriorityMark priority={1} size={14} /> {urgent}
          </span>
        )}
        <Kbd keys={GO} />
        <span className={queue.count} role="status">
          <span className="visually-hidden">{t('anpr.section')}: </span>
          {count}
        </span>
      </div>
      {tab === 'active' && <RateStrip />}
      {fresh.length > 0 && (
        <button type="button" className={queue.held} data-held="alerts" onClick={letGo}>
          <PriorityMark priority={Math.min(...fresh.map(({ row }) => row.priority))} size={14} />
          {t('queue.held', { count: fresh.length })}
        </button>
      )}
      <div
        ref={scroll}
        className={queue.scroll}
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-h`}
        aria-activedescendant={at >= 0 ? `queue-${selected?.id}` : undefined}
      >
        {rows.length === 0 && (
          <p role="option" aria-disabled aria-selected={false} className={css.none}>
            {t(tab === 'active' ? 'anpr.none' : 'anpr.noneSettled')}
          </p>
        )}
        <div className={queue.rows} role="presentation" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key: row, start }) => {
            const one = rows[index];
            if (!one) return null;
            const placed = {
              ...{ start, names, position: index + 1, total: rows.length },
              selected: one.item.row.id === selected?.id,
            };
            if (one.item.kind === 'anpr-group')
              return <GroupLine key={row} group={one.item.row} {...placed} />;
            return (
              <AlertLine
                key={row}
                alert={one.item.row}
                passages={passages.get(one.item.row.id) ?? NONE}
                gone={one.gone}
                inGroup={one.item.inGroup}
                waiting={waiting.has(one.item.row.id)}
                {...placed}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** An open alert whose group is a flood and stands closed. */
function isFolded(alert: AlertRow): boolean {
  const id = groupOf(alert);
  if (!isOpen(alert) || useLooking.getState().opened.has(id)) return false;
  const { alerts } = usePicture.getState().shown.anpr;
  return folds(
    alert,
    alerts.count((one) => groupOf(one) === id && isOpen(one)),
  );
}

const weight = (item: AlertItem): number =>
  item.kind === 'anpr-group' ? (item.row.opened ? 0 : item.row.alerts.length) : 1;

/** The rows of the tab, as filtered by the search field: by list, camera, and the plate where one sees it. */
function useItems(
  tab: Ui['tab'],
  list: ReturnType<typeof useAnprNames>['list'],
  camera: (id: string) => string,
): AlertItem[] {
  const search = useDeferredValue(useUi((ui) => ui.search));
  const slice = usePicture((p) => p.shown.anpr);
  const opened = useLooking((l) => l.opened);
  return useMemo(() => {
    const alerts = tab === 'active' ? openAlerts(slice) : settledAlerts(slice);
    const passages = passagesByAlert(slice.passages);
    const found = search
      ? alerts.filter((one) => {
          const open = bestOf(passages.get(one.id) ?? [])?.open;
          const words = [open?.listed, open?.raw, open?.plate, open?.reason, open?.vehicle];
          return finds(search, [list(one), camera(one.lastCamera), camera(one.camera), ...words]);
        })
      : alerts;
    if (tab === 'active') return foldFloods(found, opened);
    return found.map((row) => ({ kind: 'anpr', row, inGroup: false }));
  }, [slice, tab, search, opened, list, camera]);
}

/** The item as it is now, wherever it has gone to; a group that dissolved is no row any more. */
function current(item: AlertItem): AlertItem | undefined {
  if (item.kind === 'anpr-group') return undefined;
  const row = alertNow(item.row.id);
  return row && { ...item, row };
}

/** Within the list: Enter acknowledges a new alert, opens and closes a group; arrows to the side too. */
function keys(event: KeyboardEvent<HTMLElement>): void {
  const { selected } = useUi.getState();
  const alert = alertInHand();
  if (selected?.kind === 'anpr-group' && event.key === 'Enter') toggleGroup(selected.id);
  else if (selected?.kind === 'anpr-group' && event.key === 'ArrowRight')
    toggleGroup(selected.id, true);
  else if (selected?.kind === 'anpr-group' && event.key === 'ArrowLeft')
    toggleGroup(selected.id, false);
  else if (event.key === 'Enter' && alert && isNew(alert) && may('anpr.acknowledge'))
    acknowledge(alert);
  else if (event.key === 'Enter' && alert) focusDetail();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
