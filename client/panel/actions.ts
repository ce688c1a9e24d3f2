import { may } from '../may.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import type { Priority } from '../../shared/value.ts';
import type { Action } from '../action.ts';
import { usePicture } from '../store.ts';
import { openDialog, setUi, useUi } from '../ui.ts';
import {
  acceptHandOver,
  advance,
  isForMe,
  prioritise,
  reopenReport,
  reportsInHand,
  selectedIncident,
  takeIt,
} from './do.ts';
import { focusDetail, focusQueue, focusSearch, focusWrite } from './focus.ts';
import { step, toggleTick } from './walk.ts';

/** What the panels offer to keys and palette. Only what the role may and what makes sense now. */

const queue = (action: Omit<Action, 'group'>): Action => ({ group: 'queue.groupQueue', ...action });

const report = (action: Omit<Action, 'group'>): Action => ({
  group: 'queue.groupReport',
  ...action,
});

/** About the selected incident, while it is as `fits` says. */
function incident(
  action: Pick<Action, 'id' | 'label' | 'keys'> & {
    /** The command that the role must be allowed to send. */
    type: string;
    fits?: (incident: Incident) => boolean;
    run: (incident: Incident) => void;
  },
): Action {
  const { type, fits = isOpen, run, ...rest } = action;
  return {
    group: 'incident.group',
    ...rest,
    when: () => {
      const selected = selectedIncident();
      return selected !== undefined && may(type) && fits(selected);
    },
    run: () => {
      const selected = selectedIncident();
      if (selected) run(selected);
    },
  };
}

const isOpen = (one: Incident): boolean => one.status !== 'closed';
const isClosed = (one: Incident): boolean => one.status === 'closed';
const always = () => true;

function settledReport(): string | undefined {
  const { selected } = useUi.getState();
  const id = selected?.kind === 'report' ? selected.id : undefined;
  const row = id === undefined ? undefined : usePicture.getState().shown.report.reports.get(id);
  return row && row.status !== 'new' ? row.id : undefined;
}

export const panelActions: Action[] = [
  queue({ id: 'queue.next', label: 'queue.next', keys: 'j', run: () => step(1) }),
  queue({ id: 'queue.previous', label: 'queue.previous', keys: 'k', run: () => step(-1) }),
  queue({ id: 'queue.search', label: 'queue.search', keys: '/', run: focusSearch }),
  queue({ id: 'queue.focus', label: 'queue.focusQueue', keys: 'q', run: focusQueue }),
  queue({
    id: 'queue.detail',
    label: 'queue.focusDetail',
    keys: 'Enter',
    // Anywhere else, Enter belongs to what has the focus.
    when: () => useUi.getState().selected !== undefined && document.activeElement === document.body,
    run: focusDetail,
  }),
  queue({
    id: 'queue.deselect',
    label: 'queue.deselect',
    keys: 'Escape',
    when: () => {
      const { selected, ticked, placing } = useUi.getState();
      return !placing && (selected !== undefined || ticked.length > 0);
    },
    run: () => setUi(useUi.getState().ticked.length > 0 ? { ticked: [] } : { selected: undefined }),
  }),
  queue({
    id: 'queue.active',
    label: 'queue.showActive',
    when: () => useUi.getState().tab !== 'active',
    run: () => setUi({ tab: 'active' }),
  }),
  queue({
    id: 'queue.settled',
    label: 'queue.showSettled',
    when: () => useUi.getState().tab !== 'settled',
    run: () => setUi({ tab: 'settled' }),
  }),

  report({
    id: 'report.file',
    label: 'queue.file',
    keys: 'r',
    when: () => may('report.file'),
    run: () => openDialog({ name: 'file-report' }),
  }),
  report({
    id: 'report.tick',
    label: 'queue.tick',
    keys: 'x',
    when: () => useUi.getState().selected?.kind === 'report' && settledReport() === undefined,
    run: () => toggleTick(useUi.getState().selected?.id ?? ''),
  }),
  report({
    id: 'report.merge',
    label: 'queue.mergeLong',
    keys: 'm',
    when: () => may('incident.merge') && reportsInHand().length > 0,
    run: () => openDialog({ name: 'merge', reports: reportsInHand() }),
  }),
  report({
    id: 'report.promote',
    label: 'queue.promoteLong',
    keys: 'p',
    when: () => may('incident.open') && reportsInHand().length === 1,
    run: () => {
      const [id] = reportsInHand();
      if (id !== undefined) openDialog({ name: 'open-incident', report: id });
    },
  }),
  report({
    id: 'report.dismiss',
    label: 'queue.dismissLong',
    keys: 'd',
    when: () => may('report.dismiss') && reportsInHand().length > 0,
    run: () => openDialog({ name: 'dismiss', reports: reportsInHand() }),
  }),
  report({
    id: 'report.reopen',
    label: 'queue.reopen',
    keys: 'o',
    when: () => may('report.reopen') && settledReport() !== undefined,
    run: () => reopenReport(settledReport() ?? ''),
  }),

  {
    id: 'incident.open',
    group: 'incident.group',
    label: 'incident.open',
    keys: 'n',
    when: () => may('incident.open'),
    run: () => openDialog({ name: 'open-incident' }),
  },
  ...([1, 2, 3, 4] as const).map((priority: Priority) =>
    incident({
      id: `incident.priority${priority}`,
      label: `incident.setPriority${priority}`,
      keys: String(priority),
      type: 'incident.prioritise',
      run: (one) => prioritise(one, priority),
    }),
  ),
  incident({
    id: 'incident.advance',
    label: 'incident.advance',
    keys: 's',
    type: 'incident.progress',
    fits: (one) => one.status === 'open' || one.status === 'active',
    run: advance,
  }),
  incident({
    id: 'incident.take',
    label: 'incident.assignMe',
    keys: 'a',
    type: 'incident.assign',
    run: takeIt,
  }),
  incident({
    id: 'incident.accept',
    label: 'incident.acceptLong',
    keys: 'y',
    type: 'incident.accept',
    fits: isForMe,
    run: acceptHandOver,
  }),
  incident({
    id: 'incident.locateOnMap',
    label: 'incident.locateOnMap',
    keys: 'g',
    type: 'incident.locate',
    run: ({ id }) => setUi({ placing: { for: { incident: id } } }),
  }),
  ...(
    [
      ['assign', 'incident.assignTo', 'Shift+A', 'incident.assign', isOpen],
      ['hand-over', 'incident.handOver', 'h', 'incident.handOver', isOpen],
      ['retitle', 'incident.retitle', 't', 'incident.retitle', isOpen],
      ['locate', 'incident.locate', 'e', 'incident.locate', isOpen],
      ['link', 'incident.linkLong', 'l', 'incident.link', always],
      ['restrict', 'incident.restrictLong', 'i', 'incident.restrict', always],
      ['close', 'incident.closeLong', 'c', 'incident.close', isOpen],
      ['reopen', 'incident.reopenLong', 'o', 'incident.reopen', isClosed],
    ] as const
  ).map(([name, label, keys, type, fits]) =>
    incident({
      id: `incident.${name}`,
      label,
      keys,
      type,
      fits,
      run: ({ id }) => openDialog({ name, incident: id }),
    }),
  ),

  {
    id: 'journal.write',
    group: 'journal.group',
    label: 'journal.write',
    keys: 'w',
    when: () => may('journal.write') && useUi.getState().selected?.kind !== 'report',
    run: focusWrite,
  },
  {
    id: 'journal.auto',
    group: 'journal.group',
    label: 'journal.toggleAuto',
    run: () => setUi({ auto: !useUi.getState().auto }),
  },
];
