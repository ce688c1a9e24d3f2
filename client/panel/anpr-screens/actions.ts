import type { Action } from '../../action.ts';
import { useSession } from '../../session.ts';
import { useUi } from '../../ui.ts';
import { entryInHand } from './lists/in-hand.ts';
import { hasRight } from './right.ts';
import { ask, focusFirst, openTab, setPlates, tabNow, usePlates } from './state.ts';
import { TABS, tabsOf } from './tabs.ts';

const here = (...tabs: readonly string[]): boolean => {
  if (useUi.getState().screen !== 'anpr') return false;
  const tab = tabNow();
  return tab !== undefined && (tabs.length === 0 || tabs.includes(tab));
};
const action = (one: Omit<Action, 'group'>): Action => ({ group: 'plates.group', ...one });

/** Where the keyboard goes when a part is opened by its key: not into a field where one does not come to type. */
const FIRST = {
  lists: '[data-testid=hotlists] button',
  lookback: '[data-testid=look-form] select',
  cameras: '[data-testid=anpr-cameras] button',
  access: '[data-testid=access-find]',
} as const;

/** The list on the screen, where its entries are shown and may be changed. */
const listInHand = (): string | undefined => {
  const { list, making } = usePlates.getState();
  return here('lists') && hasRight('anpr-lists') && !making ? list : undefined;
};
const reads = (): boolean => usePlates.getState().part === 'entries';
const plate = (): boolean => useSession.getState().me?.rights.cleared.includes('plate') ?? false;

/** Keys of the screen of number plates. */
export const anprScreenActions: readonly Action[] = [
  ...TABS.map((_, i) =>
    action({
      ...{ id: `plates.tab${i + 1}`, label: `plates.toTab${i + 1}`, keys: String(i + 1) },
      when: () => here() && tabsOf(useSession.getState().me?.rights).length > i,
      run: () => {
        const tab = tabsOf(useSession.getState().me?.rights)[i];
        if (!tab) return;
        openTab(tab);
        focusFirst(FIRST[tab]);
      },
    }),
  ),
  action({
    ...{ id: 'plates.search', label: 'plates.search', keys: '/' },
    when: () => here('lists', 'cameras', 'access'),
    run: () => focusFirst('[data-testid=anpr-screen] :is(input[type=search], [data-search])'),
  }),
  action({
    ...{ id: 'plates.newEntry', label: 'hotlist.newEntry', keys: 'n' },
    when: () => plate() && listInHand() !== undefined && reads(),
    run: () => {
      const list = listInHand();
      if (list) ask({ what: 'entry', list });
    },
  }),
  action({
    ...{ id: 'plates.editEntry', label: 'hotlist.editEntry', keys: 'e' },
    when: () => listInHand() !== undefined && entryInHand() !== undefined,
    run: () => {
      const [list, held] = [listInHand(), entryInHand()];
      if (list && held) ask({ what: 'entry', list, ...held });
    },
  }),
  action({
    ...{ id: 'plates.removeEntry', label: 'hotlist.removeEntry', keys: 'Delete' },
    when: () => listInHand() !== undefined && entryInHand() !== undefined,
    run: () => {
      const [list, held] = [listInHand(), entryInHand()];
      if (list && held) ask({ what: 'remove', list, ...held });
    },
  }),
  action({
    ...{ id: 'plates.import', label: 'hotlist.import', keys: 'i' },
    when: () => plate() && listInHand() !== undefined,
    run: () => {
      const list = listInHand();
      if (list) ask({ what: 'import', list });
    },
  }),
  action({
    ...{ id: 'plates.definition', label: 'hotlist.definitionOrEntries', keys: 'd' },
    when: () => here('lists') && usePlates.getState().list !== undefined,
    run: () => setPlates({ part: reads() ? 'definition' : 'entries', making: false }),
  }),
  action({
    ...{ id: 'plates.newList', label: 'hotlist.newList', keys: 'l' },
    when: () => here('lists') && hasRight('anpr-lists'),
    run: () => setPlates({ making: true }),
  }),
  action({
    ...{ id: 'plates.leave', label: 'hotlist.leaveForm', keys: 'Escape' },
    when: () =>
      here('lists') &&
      !reads() &&
      document.activeElement?.closest('[data-testid=hotlist-form]') != null,
    run: () => focusFirst('[data-testid=hotlists] [aria-pressed=true]'),
  }),
  ...(
    [
      ['file', 'x', 'lookback.export'],
      ['paper', 'p', 'lookback.print'],
    ] as const
  ).map(([as, keys, label]) =>
    action({
      ...{ id: `plates.export-${as}`, label, keys },
      when: () => here('lookback') && usePlates.getState().access !== undefined,
      run: () => {
        const { access, seq } = usePlates.getState();
        if (access) ask({ what: 'export', access, seq, as });
      },
    }),
  ),
  action({
    ...{ id: 'plates.printAccess', label: 'plates.print', keys: 'p' },
    when: () => here('access'),
    run: () => print(),
  }),
];
