import { create } from 'zustand';
import type { Ui } from '../ui.ts';
import { setUi, useUi } from '../ui.ts';

/**
 * Walking the queue by keyboard. The order on the screen is kept here, so that `j` goes to the row
 * that a person sees next, also while the order is held.
 */
export type Thing = NonNullable<Ui['selected']>;

/** A row on the screen; `gone` ones have been dealt with and are passed over. */
type Row = Thing & { gone: boolean };

let shown: readonly Row[] = [];
let below: readonly Row[] = [];
let alerts: readonly Row[] = [];
export function setShown(order: readonly Row[]): void {
  below = order;
  shown = [...alerts, ...below];
}
/** Alerts of plate cameras stand above everything else. */
export function setAlertsShown(order: readonly Row[]): void {
  alerts = order;
  shown = [...alerts, ...below];
}

/** A hand is on the queue: its order is held (see `QueuePanel`). */
export const useHand = create<{ on: boolean }>()(() => ({ on: false }));
let lift: ReturnType<typeof setTimeout> | undefined;
/** How long after the last movement new rows stay out of the way. */
const HOLD = 3_000;

export function touchQueue(): void {
  clearTimeout(lift);
  lift = setTimeout(() => useHand.setState({ on: false }), HOLD);
  if (!useHand.getState().on) useHand.setState({ on: true });
}

export function letGo(): void {
  clearTimeout(lift);
  useHand.setState({ on: false });
}

export function step(by: 1 | -1): void {
  touchQueue();
  const { selected } = useUi.getState();
  const at = shown.findIndex((one) => one.id === selected?.id);
  const ahead = by > 0 ? shown.slice(at + 1) : shown.slice(0, at < 0 ? undefined : at).reverse();
  choose(ahead.find((one) => !one.gone));
}

/** When these leave the queue, the next row comes under the hand: the one after, else the one before. */
export function stepPast(ids: readonly string[]): void {
  const { selected } = useUi.getState();
  if (!selected || !ids.includes(selected.id)) return;
  const at = shown.findIndex((one) => one.id === selected.id);
  const stays = (one: Row) => !one.gone && !ids.includes(one.id);
  choose(shown.slice(at + 1).find(stays) ?? shown.slice(0, at).findLast(stays));
}

function choose(row: Row | undefined): void {
  if (row) setUi({ selected: { kind: row.kind, id: row.id } });
}

export function toggleTick(id: string): void {
  const { ticked } = useUi.getState();
  setUi({ ticked: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id] });
}
