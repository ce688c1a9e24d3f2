import { may } from '../../may.ts';
import type { Action } from '../../action.ts';
import { useUi } from '../../ui.ts';
import {
  ask,
  beginContact,
  check,
  focusFirst,
  recordInHand,
  rowOf,
  setDirectory,
  stepDue,
  TABS,
  today,
  useDirectory,
  type Tab,
} from './state.ts';

const here = (...tabs: Tab[]): boolean =>
  useUi.getState().screen === 'directory' &&
  (tabs.length === 0 || tabs.includes(useDirectory.getState().tab));
const reads = (): boolean => useDirectory.getState().edits === undefined;
const action = (one: Omit<Action, 'group'>): Action => ({ group: 'directory.group', ...one });

/** Where the keyboard goes when a part of the screen is opened by its key. */
const FIRST: Readonly<Record<Tab, string>> = {
  records: '[data-testid=directory-search]',
  duties: '[data-testid=directory-search]',
  due: '[data-testid=directory-due] button[data-record]',
  tester: '[data-testid=directory-tester] select',
};

/** The record in hand can be said to be right as of today. */
function checkable() {
  const key = here('records', 'due') && reads() ? recordInHand() : undefined;
  const row = key && rowOf(key);
  return row && row.checked !== today() ? key : undefined;
}

/** Keys of the screen of the directory. */
export const directoryActions: readonly Action[] = [
  ...TABS.map((tab, i) =>
    action({
      ...{ id: `directory.${tab}`, label: `directory.tab-${tab}`, keys: String(i + 1) },
      when: () => here(),
      run: () => {
        setDirectory({ tab });
        focusFirst(FIRST[tab]);
      },
    }),
  ),
  action({
    ...{ id: 'directory.search', label: 'directory.search', keys: '/' },
    when: () => here('records', 'duties'),
    run: () => focusFirst('[data-testid=directory-search]'),
  }),
  action({
    ...{ id: 'directory.check', label: 'directory.checkLong', keys: 'v' },
    when: () => may('directory.check') && checkable() !== undefined,
    run: () => {
      const key = checkable();
      if (key) check(key);
    },
  }),
  action({
    ...{ id: 'directory.edit', label: 'directory.editLong', keys: 'e' },
    when: () => here('records') && reads() && may('directory.save') && recordInHand() !== undefined,
    run: () => {
      const key = recordInHand();
      if (key) setDirectory({ chosen: key, edits: 'chosen' });
    },
  }),
  action({
    ...{ id: 'directory.leave', label: 'directory.leave', keys: 'Escape' },
    when: () => here('records') && !reads(),
    run: () => {
      setDirectory({ edits: undefined });
      focusFirst('[data-testid=directory-record]');
    },
  }),
  action({
    ...{ id: 'directory.newContact', label: 'directory.newContact', keys: 'n' },
    when: () => here('records') && reads() && may('directory.save'),
    run: beginContact,
  }),
  action({
    ...{ id: 'directory.newOrganisation', label: 'directory.newOrganisation', keys: 'o' },
    when: () => here('records') && reads() && may('directory.save'),
    run: () => setDirectory({ edits: { new: 'organisation' } }),
  }),
  action({
    ...{ id: 'directory.newDuty', label: 'directory.newDuty', keys: 'n' },
    when: () => here('duties') && may('directory.save'),
    run: () => document.querySelector<HTMLElement>('[data-testid=directory-new-duty]')?.click(),
  }),
  ...([1, -1] as const).map((by) =>
    action({
      id: `directory.step${by}`,
      label: by > 0 ? 'directory.next' : 'directory.previous',
      keys: by > 0 ? 'ArrowDown' : 'ArrowUp',
      when: () =>
        here('due') && document.activeElement?.closest('[data-testid=directory-due]') !== null,
      run: () => stepDue(by),
    }),
  ),
  action({
    ...{ id: 'directory.import', label: 'directory.importTitle', keys: 'i' },
    when: () => here() && may('directory.import'),
    run: () => ask({ what: 'import' }),
  }),
  action({
    ...{ id: 'directory.paper', label: 'directory.paper', keys: 'p' },
    when: () => here(),
    run: () => ask({ what: 'paper' }),
  }),
];
