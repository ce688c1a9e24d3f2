import { notLifted } from '../phase/select.ts';
import type { Phase, PhaseSlice } from '../phase/schema.ts';
import { plannedMeetings } from '../post/select.ts';
import type { Meeting, PostSlice } from '../post/schema.ts';
import { threatsAt } from '../threat/select.ts';
import type { Threat, ThreatSlice } from '../threat/schema.ts';
import type { Incident, IncidentSlice } from '../incident/schema.ts';
import type { JournalEntry, JournalSlice } from '../journal/schema.ts';
import { openIncidents } from '../../select.ts';
import type { Table } from '../../subject.ts';

/** What the next shift must know, as it stands: things, which a screen puts into words. */
export type Matter =
  | { kind: 'incident'; incident: Incident }
  | { kind: 'phase'; incident: Incident; phase: Phase }
  | { kind: 'order'; incident: Incident | undefined; entry: JournalEntry }
  | { kind: 'step'; incident: Incident; run: string; step: string; due: string }
  | { kind: 'meeting'; incident: Incident; meeting: Meeting }
  | { kind: 'threat'; threat: Threat }
  | { kind: 'channel'; channel: string };

export interface Gathered {
  incident: IncidentSlice;
  journal: JournalSlice;
  phase: PhaseSlice;
  post: PostSlice;
  threat: ThreatSlice;
  /** Absent where the space has none. */
  task?: {
    runs: Table<{
      id: string;
      incident: string;
      stopped?: object | undefined;
      tasks: Readonly<Record<string, { state: string; due?: string | undefined }>>;
    }>;
  };
  channel?: { channels: Table<{ health: string }> };
}

/** Open incidents with their phases, late steps and meetings, orders not executed, threat levels, dead channels. */
export function gather(state: Gathered, at: string): Matter[] {
  const open = openIncidents(state);
  const byId = new Map(open.map((one) => [one.id, one]));
  return [
    ...threatsAt(state, at).map((threat): Matter => ({ kind: 'threat', threat })),
    ...open.flatMap((incident): Matter[] => [
      { kind: 'incident', incident },
      ...notLifted(state, incident.id)
        .filter(({ superseded }) => !superseded)
        .map((phase): Matter => ({ kind: 'phase', incident, phase })),
      ...lateSteps(state, incident, at),
    ]),
    ...ordersOpen(state, byId),
    ...plannedMeetings(state).flatMap((meeting): Matter[] => {
      const incident = byId.get(meeting.incident);
      return incident ? [{ kind: 'meeting', incident, meeting }] : [];
    }),
    ...[...(state.channel?.channels.entries() ?? [])]
      .filter(([, { health }]) => health === 'dead')
      .map(([channel]): Matter => ({ kind: 'channel', channel })),
  ];
}

function lateSteps({ task }: Gathered, incident: Incident, at: string): Matter[] {
  const runs = [...(task?.runs.values() ?? [])].filter(
    (run) => run.incident === incident.id && !run.stopped,
  );
  return runs.flatMap((run) =>
    Object.entries(run.tasks).flatMap(([step, { state, due }]): Matter[] =>
      state === 'open' && due !== undefined && due < at
        ? [{ kind: 'step', incident, run: run.id, step, due }]
        : [],
    ),
  );
}

/** Orders and requests that nobody has told to be executed; of closed incidents none. */
function ordersOpen({ journal }: Gathered, open: ReadonlyMap<string, Incident>): Matter[] {
  return [...journal.entries.values()]
    .filter(({ kind, executed, corrected, incident }) => {
      const asks = kind === 'order' || kind === 'request';
      return asks && !executed && !corrected && (incident === undefined || open.has(incident));
    })
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => ({ kind: 'order', incident: open.get(entry.incident ?? ''), entry }));
}
