import { setUi, useUi, type PartName } from '../ui.ts';

/** Where the keyboard goes. Panels are found by id: the shell decides where they stand. */
export const SEARCH_ID = 'queue-search';
export const DETAIL_ID = 'detail';
export const WRITE_ID = 'write-entry';

const focus = (id: string): void => document.getElementById(id)?.focus();

export const focusSearch = (): void => focus(SEARCH_ID);
export const focusDetail = (): void => focus(DETAIL_ID);
export function focusWrite(): void {
  const { selected, part } = useUi.getState();
  if (selected?.kind === 'incident' && part !== 'logbook') setUi({ part: 'logbook' });
  // It may be drawn only now.
  if (document.getElementById(WRITE_ID)) focus(WRITE_ID);
  else requestAnimationFrame(() => focus(WRITE_ID));
}

/** Id of the place where a part of the incident stands; its first row takes the keyboard. */
export const PART_ID = 'incident-part';

export function openPart(part: PartName): void {
  setUi({ screen: 'console', part });
  let tries = 120;
  // Its code may still be on the way: the keyboard waits in its place, unless it is taken elsewhere.
  const enter = (): void => {
    const place = document.getElementById(PART_ID);
    const rows = [...(place?.querySelectorAll<HTMLElement>('[data-first]') ?? [])];
    // The part before stays in the page, hidden, until the code of this one is there.
    const row = rows.find((one) => one.checkVisibility());
    if (row) return row.focus();
    if (tries === 120) place?.focus();
    tries -= 1;
    if (tries > 0 && place && document.activeElement === place) requestAnimationFrame(enter);
    else if (document.activeElement === place)
      place?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  requestAnimationFrame(enter);
}

/** The list that holds the selected row, else the first. */
export function focusQueue(): void {
  const row = document.querySelector('[data-testid=queue] [role=option][aria-selected=true]');
  const list = row?.closest<HTMLElement>('[role=listbox]');
  (list ?? document.querySelector<HTMLElement>('[data-testid=queue] [role=listbox]'))?.focus();
}
