import type { Theme } from '../../shared/plan/measure.ts';
import type { CrisisPlan } from '../../shared/plan/plan.ts';
import { openFindings, sorted, type Finding } from './finding.ts';
import { lintFacts } from './lint-fact.ts';
import { lintHolders } from './lint-holder.ts';
import { lintLists } from './lint-list.ts';
import { lintOrder } from './lint-order.ts';
import { lintSteps } from './lint-step.ts';
import { lintWords } from './lint-word.ts';
import { makePlan } from './make.ts';
import { readPlanFiles } from './read.ts';

export interface Checked {
  findings: Finding[];
  /** Only when there is no mistake. */
  made?: { plan: CrisisPlan; themes: readonly Theme[] };
}

export interface CheckOptions {
  /** `YYYY-MM-DD` in Brussels: functions are held, and police zones in force, by the day. */
  day: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Reads and lints the plan of a folder of configuration. */
export function checkPlan(folder: string, { day, env }: CheckOptions): Checked {
  const found = openFindings();
  const files = readPlanFiles(folder, found);
  lintSteps(files, found);
  lintOrder(files, found);
  lintFacts(files, found);
  lintHolders(files, day, found);
  lintLists(files, env, found);
  lintWords(files, found);
  const findings = sorted(found.all);
  if (findings.some(({ kind }) => kind === 'mistake')) return { findings };
  return { findings, made: { plan: makePlan(files), themes: files.themes } };
}
