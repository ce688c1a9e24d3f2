import { create } from 'zustand';
import { dayInBrussels } from '../../../shared/day.ts';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import type { PostOf } from './week.ts';
import type { Key } from './tree.ts';

/** What the screen of the directory is at, and what buttons and keys do with it. Not kept over a reload; drafts are. */

export const TABS = ['records', 'duties', 'due', 'tester'] as const;
export type Tab = (typeof TABS)[number];

export type Asking =
  | { what: 'import' | 'paper' }
  | { what: 'duty'; duty?: string; post?: PostOf | undefined }
  | { what: 'remove'; kind: 'organisation' | 'contact' | 'duty'; id: string };

interface Directory {
  tab: Tab;
  chosen: Key | undefined;
  /** The record is a form now; `new`: one that is not there yet. */
  edits: 'chosen' | { new: Key['kind']; organisation?: string } | undefined;
  asking: Asking | undefined;
}
export const useDirectory = create<Directory>()(() => ({
  ...{ tab: 'records', chosen: undefined, edits: undefined, asking: undefined },
}));
export const setDirectory = (patch: Partial<Directory>): void => void useDirectory.setState(patch);

export const ask = (asking: Asking | undefined): void => setDirectory({ asking });
export const choose = (chosen: Key): void => setDirectory({ chosen, edits: undefined });
/** Shows a record, from another part of the screen. */
export const show = (chosen: Key): void =>
  setDirectory({ tab: 'records', chosen, edits: undefined });

export const today = (): string => dayInBrussels(serverNow());

/** Marks a row that stands for a record: `<kind>/<id>`. */
export const ROW = 'data-record';
export const rowKey = ({ kind, id }: Key): string => `${kind}/${id}`;

/** The record whose row has the keyboard, else the one that is shown. */
export function recordInHand(): Key | undefined {
  const told = document.activeElement?.closest(`[${ROW}]`)?.getAttribute(ROW);
  const { tab, chosen } = useDirectory.getState();
  if (!told) return tab === 'records' ? chosen : undefined;
  const [kind = '', id = ''] = told.split(/\/(.*)/s);
  return kind === 'organisation' || kind === 'contact' ? { kind, id } : undefined;
}

export const rowOf = ({ kind, id }: Key) => {
  const { organisations, contacts } = usePicture.getState().shown.directory;
  return kind === 'organisation' ? organisations.get(id) : contacts.get(id);
};

/** A new contact; of the organisation in hand, if there is one. */
export function beginContact(): void {
  const key = recordInHand();
  const { contacts } = usePicture.getState().shown.directory;
  const organisation = key?.kind === 'contact' ? contacts.get(key.id)?.organisation : key?.id;
  setDirectory({ edits: { new: 'contact', ...(organisation ? { organisation } : {}) } });
}

/** The yearly look: right as of today. The keyboard goes on to the row that takes its place. */
export function check(key: Key): void {
  const rows = dueRows();
  const at = rows.findIndex((row) => row.getAttribute(ROW) === rowKey(key));
  const held = at >= 0 && rows[at]?.contains(document.activeElement);
  send('directory.check', { kind: key.kind, ids: [key.id] });
  if (held)
    requestAnimationFrame(() => {
      const left = dueRows();
      left[Math.min(at, left.length - 1)]?.focus();
    });
}

const dueRows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-testid=directory-due] button[${ROW}]`),
];

export function stepDue(by: number): void {
  const rows = dueRows();
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** To the field or list with which a part of the screen begins. */
export function focusFirst(selector: string): void {
  // It may be drawn only now.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
