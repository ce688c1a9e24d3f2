import { useTranslation } from 'react-i18next';
import type { ListEntry } from '../../../../shared/anpr/list.ts';
import { serverNow } from '../../../part/time.ts';
import { ROW } from '../state.ts';
import { isOver, validityText } from './validity.ts';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

export const ROW_HEIGHT = 40;
export const HEAD_HEIGHT = 28;
export const HEADS = [
  ...['plate', 'country', 'vehicle', 'reason', 'instruction', 'validity', 'reference'],
] as const;

/** One vehicle. What is longer than its column is whole in its tip, and in its form. */
export function EntryRow({
  entry,
  index,
  start,
  held,
  edit,
}: {
  entry: ListEntry;
  index: number;
  start: number;
  held: boolean;
  edit: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const over = isOver(entry, serverNow());
  return (
    <div
      className={css.gridRow}
      role="row"
      aria-rowindex={index + 2}
      tabIndex={held ? 0 : -1}
      data-index={index}
      data-over={over || undefined}
      {...{ [ROW]: entry.id }}
      style={{ position: 'absolute', top: 0, transform: `translateY(${start}px)` }}
      onDoubleClick={edit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !edit) return;
        event.preventDefault();
        edit();
      }}
    >
      <span role="gridcell">
        <span className={frame.plate}>{entry.plate}</span>
      </span>
      <span role="gridcell">{entry.country ?? t('hotlist.anyCountry')}</span>
      <span role="gridcell" title={entry.vehicle}>
        {entry.vehicle}
      </span>
      <span role="gridcell" title={entry.reason}>
        {entry.reason}
      </span>
      <span role="gridcell" title={entry.instruction}>
        {entry.instruction}
      </span>
      <span role="gridcell" className={over ? frame.warn : undefined}>
        {validityText(entry, serverNow(), t)}
      </span>
      <span role="gridcell" title={entry.reference}>
        {entry.reference}
      </span>
    </div>
  );
}
