import { create } from 'zustand';
import { usePicture } from '../../store.ts';
import { rowId, type Row } from './rows.ts';

/** The step that is in hand, and what is being asked about it. Marked in the page by `data-task`. */
export type FormName = 'close' | 'answer' | 'decide' | 'skip' | 'delegate' | 'reopen';

export interface Hand {
  row: string | undefined;
  form: FormName | undefined;
  /** The explanation of the row is folded away. */
  brief: boolean;
}

export const useHand = create<Hand>()(() => ({ row: undefined, form: undefined, brief: false }));

export const ROW = 'data-task';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`button[${ROW}]`)];
const rowOf = (element: Element | null): string | null | undefined =>
  element?.closest(`[${ROW}]`)?.getAttribute(ROW);

/** The row that has the keyboard, itself or by what stands in it. */
export const focusedRow = (): string | undefined => rowOf(document.activeElement) ?? undefined;
/** Only the row itself, not what stands in it. */
export const onRow = (): boolean => document.activeElement?.matches(`button[${ROW}]`) ?? false;

export function takeRow(id: string | undefined): void {
  const row = rows().find((one) => one.getAttribute(ROW) === id);
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** The rows before and after the one in hand, on the screen as it is. */
export function stepRow(by: number): void {
  const all = rows();
  const at = all.findIndex((row) => row.getAttribute(ROW) === focusedRow());
  takeRow(all[at + by]?.getAttribute(ROW) ?? undefined);
}

/** The row that takes its place when this one is settled: it goes to the folded ones. */
export function leaveRow(id: string): void {
  const all = rows();
  const at = all.findIndex((row) => row.getAttribute(ROW) === id);
  const next = all[at + 1] ?? all[at - 1];
  useHand.setState({ form: undefined });
  if (next) takeRow(next.getAttribute(ROW) ?? undefined);
}

export const openForm = (row: string, form: FormName): void => useHand.setState({ row, form });

/** Back to the row. */
export function closeForm(): void {
  const { row } = useHand.getState();
  useHand.setState({ form: undefined });
  takeRow(row);
}

/** Run, step and task of a row by its id, as they are now. */
export function findRow(id: string | undefined): Pick<Row, 'id' | 'run' | 'task'> | undefined {
  const { runs } = usePicture.getState().shown.task;
  for (const run of id === undefined ? [] : runs.values())
    for (const [step, task] of Object.entries(run.tasks))
      if (rowId(run.id, step) === id) return { id, run, task };
  return undefined;
}
