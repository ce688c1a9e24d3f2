import { v7 as uuid } from 'uuid';
import type { State } from '../shared/folds.ts';
import type { Belfry } from './config.ts';
import type { Who } from './auth/auth.ts';
import type { Commit } from './commit.ts';
import type { Gate } from './gate.ts';

/**
 * Takes what was settled long ago off the working screens, by commands like anybody's. The log keeps
 * it. Runs on every process: the second one finds nothing left to do.
 */
export function openUpkeep(
  gate: Gate,
  commit: Commit<State>,
  settings: Belfry['upkeep'],
  who: Who,
  every = 60_000,
): { close(): void } {
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const send = (type: string, data: Record<string, unknown>) =>
    gate.submit(who, commit.space, { id: uuid(), type, data });

  async function tidy(): Promise<void> {
    const { state } = commit.now();
    const reports = state.report.reports
      .valueSeq()
      .filter((one) => one.settled !== undefined && one.settled < ago(settings.reportsHours))
      .filter((one) => one.status === 'dismissed' || !isOpen(state, one.incident))
      .map((one) => one.id)
      .take(1_000)
      .toArray();
    if (reports.length > 0) await send('report.archive', { reports });
    const incidents = state.incident.incidents
      .valueSeq()
      .filter((one) => one.closed !== undefined && one.closed.at < ago(settings.incidentsDays * 24))
      .map((one) => one.id)
      .take(200)
      .toArray();
    if (incidents.length > 0) await send('incident.archive', { incidents });
    const entries = state.journal.entries
      .valueSeq()
      .filter((one) => one.incident === undefined && one.at < ago(settings.shiftEntriesDays * 24))
      .map((one) => one.id)
      .take(1_000)
      .toArray();
    if (entries.length > 0) await send('journal.archive', { entries });
  }

  const timer = setInterval(() => void tidy().catch(() => {}), every);
  return { close: () => clearInterval(timer) };
}

const isOpen = (state: State, incident: string | undefined): boolean =>
  incident !== undefined && state.incident.incidents.has(incident);
