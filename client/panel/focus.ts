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
  requestAnimationFrame(() => {
    const place = document.getElementById(PART_ID);
    const row = place?.querySelector<HTMLElement>('[data-first], [tabindex="0"]');
    (row ?? place)?.focus();
  });
}

/** The list that holds the selected row, else the first. */
export function focusQueue(): void {
  const row = document.querySelector('[data-testid=queue] [role=option][aria-selected=true]');
  const list = row?.closest<HTMLElement>('[role=listbox]');
  (list ?? document.querySelector<HTMLElement>('[data-testid=queue] [role=listbox]'))?.focus();
}
