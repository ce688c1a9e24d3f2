import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../shared/select.ts';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { useUi } from '../ui.ts';
import type { Held } from './held.ts';
import { useMyId, useWaiting } from './hooks.ts';
import { QueueRow, ROW_HEIGHT } from './QueueRow.tsx';
import { letGo } from './walk.ts';
import css from './queue.module.css';

const HEADING = 28;

/** One list of the queue: only the rows in view exist, so that thousands cost nothing. */
export function QueueSection({
  name,
  heading,
  none,
  held,
  ticks = false,
}: {
  name: string;
  heading: string;
  none: string;
  held: Held<QueueItem>;
  ticks?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const me = useMyId();
  const waiting = useWaiting();
  const selected = useUi((ui) => ui.selected?.id);
  const ticked = useUi((ui) => ui.ticked);
  const { rows, fresh } = held;
  const scroll = useAnchor(rows);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.item.row.id ?? index,
    overscan: 6,
  });

  const at = rows.findIndex(({ item }) => item.row.id === selected);
  useEffect(() => {
    const { scrollOffset, scrollRect } = list;
    const top = at * ROW_HEIGHT;
    // Counted, not measured: asking the browser would make it lay out the whole screen at every key.
    if (at < 0 || scrollOffset === null || !scrollRect || !scroll.current) return;
    if (top < scrollOffset) scroll.current.scrollTop = top;
    const below = top + ROW_HEIGHT - scrollRect.height;
    if (below > scrollOffset) scroll.current.scrollTop = below;
    // Only when another row is selected: not when the list moves under a person who looks elsewhere.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const size = HEADING + Math.max(1, rows.length) * ROW_HEIGHT;
  const room = {
    '--wants': `${size}px`,
    '--least': `min(${size}px, var(--share))`,
  } as CSSProperties;
  const best = Math.min(...fresh.map((item) => item.priority));
  return (
    <div className={css.section} style={room} data-testid={`queue-${name}`}>
      <div className={css.heading}>
        <h3 id={`${id}-h`}>{heading}</h3>
        <span className={css.count}>{rows.length + fresh.length}</span>
      </div>
      {fresh.length > 0 && (
        <button type="button" className={css.held} onClick={letGo}>
          <PriorityMark priority={best} size={14} />
          {t('queue.held', { count: fresh.length })}
        </button>
      )}
      <div
        ref={scroll}
        className={css.scroll}
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-h`}
        aria-activedescendant={at >= 0 ? `queue-${selected}` : undefined}
      >
        {rows.length === 0 && (
          <p role="option" aria-disabled aria-selected={false} className={css.none}>
            {none}
          </p>
        )}
        <div className={css.rows} role="presentation" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            if (!row) return null;
            const { item, gone } = row;
            return (
              <QueueRow
                key={key}
                item={item}
                gone={gone}
                start={start}
                position={index + 1}
                total={rows.length}
                selected={item.row.id === selected}
                ticked={ticks ? ticked.includes(item.row.id) : undefined}
                waiting={waiting.has(item.row.id)}
                me={me}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Rows that come or go above what a person has scrolled to do not move what they look at. */
function useAnchor(rows: Held<QueueItem>['rows']) {
  const scroll = useRef<HTMLDivElement>(null);
  const before = useRef(rows);
  useLayoutEffect(() => {
    const element = scroll.current;
    const old = before.current;
    before.current = rows;
    if (!element || element.scrollTop === 0) return;
    const first = Math.floor(element.scrollTop / ROW_HEIGHT);
    // The first row in view that is still there keeps its place.
    for (let from = first; from < Math.min(old.length, first + 30); from++) {
      const to = rows.findIndex(({ item }) => item.row.id === old[from]?.item.row.id);
      if (to < 0) continue;
      if (to !== from) element.scrollTop += (to - from) * ROW_HEIGHT;
      return;
    }
  }, [rows]);
  return scroll;
}
