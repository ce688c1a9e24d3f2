import { create } from 'zustand';
import type { Place } from '../shared/value.ts';
import { persist } from 'zustand/middleware';

/**
 * What this console is looking at: never sent, kept in this browser, so that a reload or a lost
 * connection brings back the same view. Sound and theme belong to the desk, not to the person.
 */
export interface Ui {
  /** The thing in the detail pane. */
  selected: Selected | undefined;
  /** Reports ticked in the queue, to merge or dismiss together. */
  ticked: readonly string[];
  tab: 'active' | 'settled';
  /** What stands in the place of queue, map and detail; not kept. */
  screen: ScreenName;
  /** The part of the screen of number plates; whose each is: `panel/anpr-screens/tabs.ts`. */
  anprTab: AnprTab;
  /** What of the selected incident is shown. */
  part: PartName;
  search: string;
  theme: 'dark' | 'light';
  /** Automatic logbook entries are shown. */
  auto: boolean;
  volume: number;
  tune: 'bell' | 'pulse' | 'chime';
  /** Until when the sound is off, ISO 8601. */
  mutedUntil: string | undefined;
  /** The open dialog, by name; not kept. */
  dialog: Dialog | undefined;
  /** The map waits for a click that sets a place: for this incident, or for the form that is open. */
  placing: { for: 'form' | { incident: string } } | undefined;
  /**
   * The point that was clicked for the form that is open, and the municipality's Dutch name where it is
   * known: the form takes it and clears it. For an incident the map sends `incident.locate` itself.
   */
  placed: { point: [number, number]; in?: string } | undefined;
}

/** `anpr`: an alert of a plate camera; `anpr-group`: a flood of them, by `<list>:<priority>`. */
export interface Selected {
  kind: 'incident' | 'report' | 'anpr' | 'anpr-group';
  id: string;
}

export type ScreenName = 'console' | 'directory' | 'plan' | 'storm' | 'channels' | 'anpr';
export type AnprTab = 'lists' | 'lookback' | 'cameras' | 'access';
export type PartName = 'steps' | 'logbook' | 'calls' | 'coordination';

export type Dialog =
  | {
      name:
        | 'palette'
        | 'keys'
        | 'sound'
        | 'accounts'
        | 'outbox'
        | 'password'
        | 'print'
        | 'plan-refused';
    }
  | { name: 'open-incident'; report?: string; place?: Place }
  | { name: 'file-report' }
  | { name: 'merge'; reports: readonly string[] }
  | { name: 'dismiss'; reports: readonly string[] }
  | { name: 'perimeter-order' | 'perimeter-lift'; perimeter: string }
  | { name: 'camera'; incident: string; camera: string }
  | { name: 'alarm-start' | 'task-add'; incident: string }
  | { name: 'alarm-stop'; alarm: string }
  | { name: 'channel-test' | 'channel-set'; channel: string }
  | { name: 'phase-declare' | 'post-place' | 'post-lead'; incident: string }
  | { name: 'post-seat' | 'post-meet' | 'post-talk'; incident: string }
  | { name: 'phase-lift'; phase: string }
  | { name: 'post-adjourn' | 'post-cancel' | 'post-hold'; meeting: string }
  | { name: 'threat-set' | 'threats' | 'shift' | 'shift-give' }
  | { name: 'threat-end'; threat: string }
  | { name: 'shift-back'; shift: string }
  | { name: 'anpr-reject'; alerts: readonly string[] }
  | {
      name: 'anpr-reopen' | 'anpr-link' | 'anpr-open' | 'anpr-dispatch' | 'anpr-close';
      alert: string;
    }
  | {
      name:
        'close' | 'reopen' | 'hand-over' | 'assign' | 'link' | 'restrict' | 'retitle' | 'locate';
      incident: string;
    };

export const useUi = create<Ui>()(
  persist<Ui, [], [], Partial<Ui>>(
    (): Ui => ({
      selected: undefined,
      ticked: [],
      tab: 'active',
      screen: 'console',
      anprTab: 'lists',
      part: 'steps',
      search: '',
      theme: 'dark',
      auto: true,
      volume: 0.6,
      tune: 'bell',
      mutedUntil: undefined,
      dialog: undefined,
      placing: undefined,
      placed: undefined,
    }),
    {
      name: 'belfry.ui',
      partialize: ({
        dialog: _dialog,
        placing: _placing,
        placed: _placed,
        ticked: _ticked,
        screen: _screen,
        ...kept
      }) => kept,
    },
  ),
);

export const setUi = (patch: Partial<Ui>): void => void useUi.setState(patch);
export const openDialog = (dialog: Dialog): void => void useUi.setState({ dialog });
export const closeDialog = (): void => void useUi.setState({ dialog: undefined });
export const select = (kind: Selected['kind'], id: string): void =>
  void useUi.setState({ selected: { kind, id } });
