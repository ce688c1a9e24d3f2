import type { Action } from './action.ts';
import { panelActions } from './panel/actions.ts';
import { shellActions } from './panel/shell-actions.ts';

/** What needs the map comes after the first picture, as the map does. */
let ofRows: readonly Action[] = [];
let ofTheMap: readonly Action[] = [];

/**
 * Everything that can be done, in the order of the key list. Where two have the same key, the first
 * that can be done now has it: those of a row in hand before those of its incident.
 */
export const actions = (): readonly Action[] => [
  ...ofRows,
  ...panelActions,
  ...ofTheMap,
  ...shellActions,
];

/** Resolves when `actions()` has those of the map too; tried again while the server is away. */
export async function fetchMapActions(): Promise<void> {
  try {
    const [rows, { mapActions }] = await Promise.all([
      import('./row-actions.ts'),
      import('./map/actions.ts'),
    ]);
    ofRows = rows.rowActions;
    ofTheMap = mapActions;
  } catch {
    await new Promise((rest) => setTimeout(rest, 1_000));
    return fetchMapActions();
  }
}
