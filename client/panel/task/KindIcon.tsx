import type { StepKind } from '../../../shared/plan/step.ts';
import type { TaskState } from '../../../shared/subject/task/schema.ts';
import css from './task.module.css';

/** A step's kind while it is to do, and its end when it is settled: 16×16, drawn like the icons of the shell. */
const KINDS: Readonly<Record<StepKind, string>> = {
  do: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z',
  call: 'M3.4 2.5h2.3l1 3-1.5 1a8 8 0 0 0 4.3 4.3l1-1.5 3 1v2.3a1 1 0 0 1-1.1 1A11 11 0 0 1 2.4 3.6a1 1 0 0 1 1-1.1Z',
  notify: 'M4 11V7a4 4 0 0 1 8 0v4l1.3 1.5H2.7ZM6.8 14.3h2.4',
  message: 'M2 3.5h12v7.5H8l-3 2.5V11H2Z',
  decide: 'M8 14V9.5L3.5 5M8 9.5 12.5 5M3.5 8V5h3M12.5 8V5h-3',
  ask: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1C8.4 8.6 8 9 8 10M8 12.6v.1',
  map: 'M8 14.5s4.8-4.4 4.8-8a4.8 4.8 0 0 0-9.6 0c0 3.6 4.8 8 4.8 8ZM8 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
};
const ENDS: Readonly<Partial<Record<TaskState, string>>> = {
  done: 'm3 8.5 3.3 3.3L13 5',
  skipped: 'm3.5 4 4 4-4 4m5-8 4 4-4 4',
  dropped: 'm4 4 8 8m0-8-8 8',
  waiting: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9.5V8l2.4 1.6',
};

export function KindIcon({ kind, state }: { kind: StepKind; state: TaskState }) {
  return (
    <svg
      className={css.kind}
      data-state={state}
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={ENDS[state] ?? KINDS[kind]} />
    </svg>
  );
}
