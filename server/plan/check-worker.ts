import { parentPort, workerData } from 'node:worker_threads';
import { checkPlan, type CheckOptions } from './check.ts';

const { config, options } = workerData as { config: string; options: CheckOptions };
parentPort!.postMessage(checkPlan(config, options));
