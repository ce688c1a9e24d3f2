import { may } from '../../may.ts';
import type { Action } from '../../action.ts';
import { useUi } from '../../ui.ts';
import { ask, inHand, markClosed, reopen, ROW, sitesInHand, toClose } from './do.ts';

const here = (): boolean => useUi.getState().screen === 'storm';
const action = (one: Omit<Action, 'group'>): Action => ({ group: 'storm.group', ...one });

function stepRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`[data-testid=storm] button[${ROW}]`)];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Keys of the board of green spaces; those of a row before those of the board. */
export const stormActions: readonly Action[] = [
  action({
    ...{ id: 'storm.closed', label: 'storm.markClosed', keys: 'c' },
    when: () => may('site.mark') && inHand('advised', 'closing').length > 0,
    run: () => markClosed(inHand('advised', 'closing')),
  }),
  action({
    ...{ id: 'storm.keep', label: 'storm.keepOpen', keys: 'k' },
    when: () => may('site.mark') && inHand('advised', 'closing').length > 0,
    run: () => ask({ what: 'keep', sites: inHand('advised', 'closing') }),
  }),
  action({
    ...{ id: 'storm.inspect', label: 'storm.inspect', keys: 'i' },
    when: () => may('site.inspect') && inHand('closed', 'inspected').length === 1,
    run: () => ask({ what: 'inspect', site: inHand('closed', 'inspected')[0]! }),
  }),
  action({
    ...{ id: 'storm.reopen', label: 'storm.reopen', keys: 'o' },
    when: () => may('site.reopen') && inHand('inspected').length > 0,
    run: () => reopen(inHand('inspected')),
  }),
  ...([1, -1] as const).map((by) =>
    action({
      id: `storm.step${by}`,
      label: by > 0 ? 'storm.next' : 'storm.previous',
      keys: by > 0 ? 'ArrowDown' : 'ArrowUp',
      when: () => here() && sitesInHand().length > 0,
      run: () => stepRow(by),
    }),
  ),
  action({
    ...{ id: 'storm.message', label: 'storm.message', keys: 'm' },
    when: () => here() && may('site.close') && toClose().sites.length > 0,
    run: () => ask({ what: 'message' }),
  }),
  action({
    ...{ id: 'storm.warn', label: 'storm.warn', keys: 'n' },
    when: () => here() && may('site.warn'),
    run: () => ask({ what: 'warn' }),
  }),
  action({
    ...{ id: 'storm.wind', label: 'storm.wind', keys: 'w' },
    when: () => here() && may('wind.observe'),
    run: () => ask({ what: 'wind' }),
  }),
];
