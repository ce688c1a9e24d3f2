/** Where the keyboard goes. Panels are found by id: the shell decides where they stand. */
export const SEARCH_ID = 'queue-search';
export const DETAIL_ID = 'detail';
export const WRITE_ID = 'write-entry';

const focus = (id: string): void => document.getElementById(id)?.focus();

export const focusSearch = (): void => focus(SEARCH_ID);
export const focusDetail = (): void => focus(DETAIL_ID);
export const focusWrite = (): void => focus(WRITE_ID);

/** The list that holds the selected row, else the first. */
export function focusQueue(): void {
  const row = document.querySelector('[data-testid=queue] [role=option][aria-selected=true]');
  const list = row?.closest<HTMLElement>('[role=listbox]');
  (list ?? document.querySelector<HTMLElement>('[data-testid=queue] [role=listbox]'))?.focus();
}
