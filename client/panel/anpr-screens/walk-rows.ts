import type { KeyboardEvent } from 'react';
import { stepTo } from '../../part/step.ts';

/** Arrows, pages, Home and End go from row to row of a table whose rows can have the keyboard. */
export function walkRows(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || !here.matches(selector)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = rows.indexOf(here);
  const ends: Record<string, number> = { Home: 0, End: rows.length - 1 };
  const to = ends[event.key] ?? stepTo(event.key, at, rows.length);
  if (to === undefined) return;
  event.preventDefault();
  rows[to]?.focus();
  rows[to]?.scrollIntoView({ block: 'nearest' });
}
