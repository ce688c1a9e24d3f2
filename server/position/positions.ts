import type { State } from '../../shared/folds.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Belfry } from '../config.ts';
import type { Gate } from '../gate.ts';
import { openLane, type Lane, type LaneOptions } from './lane.ts';
import { openShare, type Share } from './share.ts';
import { openTrail } from './trail.ts';

/** The fast lane of a space with all that belongs to it: other processes, and the trail in the log. */
export interface PositionsOptions {
  commit: Commit<State>;
  gate: Gate;
  /** The system's own hand. */
  who: Who;
  emit: LaneOptions['emit'];
  /** With it, the last fixes are shared with the other processes. */
  redisUrl: string | undefined;
  config: Belfry;
}

export async function openPositions(
  options: PositionsOptions,
): Promise<{ lane: Lane; close(): Promise<void> }> {
  const { commit, gate, who, emit, redisUrl, config } = options;
  const { space } = commit;
  // Nothing is taken, so nothing to publish, before both are open.
  const lane: Lane = openLane({ space, emit, publish: (fixes) => share?.publish(fixes) });
  const share: Share | undefined = redisUrl
    ? await openShare({ url: redisUrl, space, receive: lane.receive, wants: lane.wants })
    : undefined;
  const { trailSeconds: seconds, trailMetres: metres } = config.positions;
  const hours = config.upkeep.unitsHours;
  const trail = openTrail({ positions: lane.all, gate, commit, who, seconds, metres, hours });
  return {
    lane,
    async close() {
      trail.close();
      lane.close();
      await share?.close();
    },
  };
}
