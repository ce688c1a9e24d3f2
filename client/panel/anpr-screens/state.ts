import { create } from 'zustand';
import type { ListEntry } from '../../../shared/anpr/list.ts';
import type { LookRow } from '../../../shared/anpr/lookback.ts';
import { useSession } from '../../session.ts';
import { setUi, useUi, type AnprTab } from '../../ui.ts';
import { tabFor } from './tabs.ts';

/** What the screen of number plates is at, and what buttons and keys do with it. Nothing of it is kept over a reload. */

export type Asking =
  | { what: 'import'; list: string; file?: File }
  /** `base`: the version of the list in which the entry was read. */
  | { what: 'entry'; list: string; entry?: ListEntry; base?: number }
  | { what: 'remove'; list: string; entry: ListEntry; base: number }
  | { what: 'export'; access: string; seq: number; as: 'file' | 'paper' }
  | { what: 'picture'; access: string; seq: number; row: LookRow };

interface Plates {
  /** The list that is shown. */
  list: string | undefined;
  part: 'entries' | 'definition';
  /** A list that is not there yet is being written. */
  making: boolean;
  asking: Asking | undefined;
  /** Id of the look whose answer stands on the screen. */
  access: string | undefined;
  /** Its number in the access log; means something only beside `access`. */
  seq: number;
}
export const usePlates = create<Plates>()(() => ({
  ...{
    list: undefined,
    part: 'entries',
    making: false,
    asking: undefined,
    access: undefined,
    seq: 0,
  },
}));
export const setPlates = (patch: Partial<Plates>): void => void usePlates.setState(patch);
export const ask = (asking: Asking | undefined): void => setPlates({ asking });
export const stopAsking = (): void => ask(undefined);
export const showList = (list: string): void => setPlates({ list, making: false });

export const tabNow = (): AnprTab | undefined =>
  tabFor(useSession.getState().me?.rights, useUi.getState().anprTab);
export const openTab = (tab: AnprTab): void => setUi({ anprTab: tab });

/** Marks a row that stands for an entry of a list, or for a passage. */
export const ROW = 'data-row';

/** Id of the row that has the keyboard. */
export const rowInHand = (): string | undefined =>
  document.activeElement?.closest(`[${ROW}]`)?.getAttribute(ROW) ?? undefined;

/** To the field or list with which a part of the screen begins; it may be drawn only in a moment. */
export function focusFirst(selector: string): void {
  let tries = 20;
  const enter = (): void => {
    const place = document.querySelector<HTMLElement>(selector);
    tries -= 1;
    if (place) place.focus();
    else if (tries > 0) requestAnimationFrame(enter);
  };
  requestAnimationFrame(enter);
}
