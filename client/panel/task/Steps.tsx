import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { IconButton } from '../../part/Button.tsx';
import { Empty } from '../../part/Empty.tsx';
import { useNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { useMay } from '../hooks.ts';
import { FactsStrip } from './FactsStrip.tsx';
import { ROW, takeRow, useHand } from './hand.ts';
import { groupsOf } from './rows.ts';
import { RunGroup } from './RunGroup.tsx';
import { Summary } from './Summary.tsx';
import css from './task.module.css';

/** What the plan wants done in this incident: by whom, in which order, and what became of it. */
export function Steps({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const task = usePicture((p) => p.shown.task);
  // By the half minute: what is late moves no faster.
  const now = useNow(10_000);
  const at = Math.floor(now / 10_000) * 10_000;
  const { id } = incident;
  const groups = useMemo(() => groupsOf({ task }, id, new Date(at).toISOString()), [task, id, at]);
  const list = useRef<HTMLDivElement>(null);
  useKeepFocus(
    list,
    groups.flatMap(({ now }) => now.map((row) => row.id)),
  );
  const open = incident.status !== 'closed';
  const hand = useHand((one) => one.row);
  const rows = groups.flatMap((group) => group.now);
  const first = rows.some((row) => row.id === hand) ? hand : rows[0]?.id;

  return (
    <section className={css.steps} aria-label={t('task.list')} data-testid="steps">
      <div className={css.bar}>
        <FactsStrip incident={incident} />
        {open && may('task.start') && (
          <IconButton
            size="small"
            kind="plain"
            icon="plus"
            label={`${t('task.add')} (+)`}
            onClick={() => openDialog({ name: 'task-add', incident: id })}
          />
        )}
      </div>
      <div ref={list} className={css.scroll}>
        {groups.length === 0 && <Empty title={t('task.none')}>{t('task.noneHint')}</Empty>}
        {groups.map((group) => (
          <RunGroup key={group.run.id} group={group} incident={incident} first={first} now={at} />
        ))}
        {groups.length > 0 && <Summary incident={id} />}
      </div>
    </section>
  );
}

/** A row that somebody else settled takes the keyboard with it: it goes to the row that took its place. */
function useKeepFocus(list: RefObject<HTMLDivElement | null>, ids: readonly string[]): void {
  const before = useRef<readonly string[]>(ids);
  const key = ids.join(' ');
  useEffect(() => {
    const old = before.current;
    before.current = ids;
    const { row } = useHand.getState();
    if (row === undefined || document.activeElement !== document.body) return;
    const at = old.indexOf(row);
    const there = list.current?.querySelector(`button[${ROW}="${CSS.escape(row)}"]`);
    if (at >= 0 && !there) takeRow(ids[Math.min(at, ids.length - 1)]);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says whether `ids` differ
  }, [key]);
}
