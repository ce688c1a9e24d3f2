import type { State } from '../../shared/folds.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import type { Who } from '../auth/auth.ts';
import type { Commit } from '../commit.ts';
import type { Gate } from '../gate.ts';
import { openCompose, type ComposeOptions } from './compose.ts';
import type { Outlet } from './message.ts';
import { openOutlet, type OutletOptions } from './outlet.ts';
import { openWatch } from './watch.ts';
import { openWorker } from './worker.ts';

/** The way out to people of one space: what asks to be sent is sent, and each means is kept an eye on. */
export interface Calling {
  outlet: Outlet;
  close(): Promise<void>;
}

export interface CallingOptions
  extends
    Pick<OutletOptions, 'env' | 'demo'>,
    Pick<ComposeOptions, 'incidentTypes' | 'tokens' | 'publicUrl'> {
  commit: Commit<State>;
  gate: Gate;
  /** In whose name it is told what became of a message. */
  who: Who;
  /** The plan in force. */
  plan: () => CrisisPlan;
  warn: (message: string, error?: unknown) => void;
}

/** Only the live space gets an outlet that leaves the house (`outlet.ts`). */
export function openCalling(options: CallingOptions): Calling {
  const { commit, gate, who, plan, warn, ...more } = options;
  const { space } = commit;
  const channels = () => plan().channels;
  const outlet = openOutlet({ ...more, space, channels });
  const hands = { commit, gate, who, outlet };
  const worker = openWorker({ ...hands, warn, compose: openCompose({ ...more, space, plan }) });
  const watch = openWatch({ ...hands, channels });
  return {
    outlet,
    async close() {
      watch.close();
      await worker.close();
      outlet.close();
    },
  };
}
