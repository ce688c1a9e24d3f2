import type { HandOver, ItemKind, ShiftItem, ShiftSlice } from './schema.ts';

/** Pure questions about hand-overs, for decisions and screens alike. */
type Of = { shift: ShiftSlice };

const KIND_ORDER: readonly ItemKind[] = [
  ...(['note', 'threat', 'phase', 'incident', 'step', 'order', 'meeting', 'channel'] as const),
];

/** Lines of a hand-over, by kind, then as they were put in. */
export const itemsOf = ({ shift }: Of, id: string): ShiftItem[] =>
  [...shift.items.values()]
    .filter((row) => row.shift === id)
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
        a.incident.localeCompare(b.incident) ||
        a.id.localeCompare(b.id, 'en', { numeric: true }),
    );

export const isOpen = ({ accepted, takenBack }: HandOver): boolean => !accepted && !takenBack;

const newestFirst = (a: HandOver, b: HandOver) => b.seq - a.seq || (a.id < b.id ? -1 : 1);

/** Nobody has accepted them yet: the newest first. */
export const openHandOvers = ({ shift }: Of): HandOver[] =>
  [...shift.handOvers.values()].filter(isOpen).sort(newestFirst);

export const settledHandOvers = ({ shift }: Of): HandOver[] =>
  [...shift.handOvers.values()].filter((row) => !isOpen(row)).sort(newestFirst);
