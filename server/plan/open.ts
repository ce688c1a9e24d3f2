import { Worker } from 'node:worker_threads';
import { dayInBrussels } from '../../shared/day.ts';
import type { Theme } from '../../shared/plan/measure.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { ConfigMistake } from '../config.ts';
import { checkPlan, type Checked, type CheckOptions } from './check.ts';
import { told, type Finding } from './finding.ts';
import { followFiles, markOf } from './follow.ts';

/** The plan in force, which follows its files: a later one that is right takes over, one that is wrong does not. */
export interface PlanStore {
  current(): CrisisPlan;
  themes(): readonly Theme[];
  state(): PlanState;
  /** Reads the files again; what came of it. */
  reload(): Promise<PlanState>;
  /** After another plan came into force. */
  onChange(listener: (plan: CrisisPlan) => void): void;
  close(): void;
}

export interface PlanState {
  edition: string;
  /** When it came into force in this process. */
  since: string;
  /** Of the plan in force. */
  warnings: string[];
  /** Since when the files are wrong in this way, and in what: it did not come into force. */
  refused?: { at: string; mistakes: string[] };
}

export interface PlanOptions {
  /** Folder of the configuration. */
  config: string;
  warn(message: string): void;
  now?: () => number;
  env?: CheckOptions['env'];
  /** Milliseconds between two looks at the files. */
  every?: number;
}

/** Throws `ConfigMistake` with the full list of reasons when the plan is wrong. */
export async function openPlan(options: PlanOptions): Promise<PlanStore> {
  const { config, warn, now = Date.now, env = process.env, every = 2_000 } = options;
  const asked = (): CheckOptions => ({ day: dayInBrussels(now()), env: { ...env } });
  const at = () => new Date(now()).toISOString();

  // Before they are read: what changes meanwhile is read again.
  const known = await markOf(config);
  const first = checkPlan(config, asked());
  if (!first.made) throw new ConfigMistake(refusal(first.findings));
  let { plan, themes } = first.made;
  let state: PlanState = { edition: plan.edition, since: at(), warnings: warningsOf(first) };
  for (const warning of state.warnings) warn(`plan: ${warning}`);
  const listeners: ((plan: CrisisPlan) => void)[] = [];

  function take(checked: Checked): void {
    if (!checked.made) {
      const mistakes = checked.findings.filter(({ kind }) => kind === 'mistake').map(told);
      // Read again and as wrong as before: no news.
      if (state.refused?.mistakes.join() === mistakes.join()) return;
      state = { ...state, refused: { at: at(), mistakes } };
      warn(`the plan in force stays, edition ${state.edition}: ${refusal(checked.findings)}`);
      return;
    }
    const { made } = checked;
    if (made.plan.edition === plan.edition) {
      ({ themes } = made);
      state = { edition: state.edition, since: state.since, warnings: warningsOf(checked) };
      return;
    }
    const warnings = [...warningsOf(checked), ...notRaised(plan, made.plan)];
    ({ plan, themes } = made);
    state = { edition: plan.edition, since: at(), warnings };
    warn(`the plan has edition ${plan.edition} from now on`);
    for (const warning of warnings) warn(`plan: ${warning}`);
    for (const listener of listeners) listener(plan);
  }

  let closed = false;
  let reading: Promise<PlanState> | undefined;
  let again = false;
  /** One at a time; what changes while it is read is read after. */
  function reload(): Promise<PlanState> {
    if (reading) {
      again = true;
      return reading;
    }
    reading = (async () => {
      do {
        again = false;
        const checked = await checkAside(config, asked());
        if (!closed) take(checked);
      } while (again && !closed);
      return state;
    })().finally(() => (reading = undefined));
    return reading;
  }

  const files = followFiles({
    ...{ folder: config, known, every },
    changed: () =>
      void reload().catch((error: unknown) => warn(`plan not read again: ${String(error)}`)),
  });

  return {
    current: () => plan,
    themes: () => themes,
    state: () => state,
    reload,
    onChange: (listener) => void listeners.push(listener),
    close() {
      closed = true;
      files.close();
    },
  };
}

const warningsOf = ({ findings }: Checked): string[] =>
  findings.filter(({ kind }) => kind === 'warning').map(told);

/** Editions are counted by people: one that was forgotten is told, and what counts is the content. */
function notRaised(before: CrisisPlan, after: CrisisPlan): string[] {
  const old = new Map(before.workflows.map((one) => [one.id, one]));
  return after.workflows.flatMap(({ id, kind, edition, hash }) => {
    const last = old.get(id);
    if (!last || last.hash === hash || edition > last.edition) return [];
    const file = `plan/workflows/${kind === 'block' ? 'blocks/' : ''}${id}.yaml`;
    return [
      `${file}: changed, and is still edition ${edition}: raise "edition" to ${last.edition + 1}`,
    ];
  });
}

function refusal(findings: readonly Finding[]): string {
  const mistakes = findings.filter(({ kind }) => kind === 'mistake').map(told);
  const many = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  return [`the plan has ${many}:`, ...mistakes.map((line) => `  ${line}`)].join('\n');
}

/** In a thread of its own: a hundred files of YAML, and nobody's link may wait for them. */
async function checkAside(config: string, options: CheckOptions): Promise<Checked> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    workerData: { config, options },
  });
  try {
    return await new Promise<Checked>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
  } finally {
    void worker.terminate();
  }
}
