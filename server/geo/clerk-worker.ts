import { parentPort, workerData } from 'node:worker_threads';
import { readBuiltIn } from './base.ts';
import { openClerk, type Question } from './clerk.ts';
import { readLayer, type ImportedLayer } from './imported.ts';
import type { Edition } from './manifest.ts';

/** The clerk in a thread of its own: nothing that it does holds up a command. */
export interface ClerkData {
  /** Folder of the configuration, and of what was imported. */
  config: string;
  folder: string;
  /** Layers of things that are in force, with their ids. */
  editions: [id: string, edition: Edition][];
}
export interface Asked {
  nr: number;
  cleared: readonly string[];
  question: Question;
}
/** Without a number: it is ready. */
export type Told = { nr?: never } | { nr: number; json: string } | { nr: number; error: Error };

const { config, folder, editions } = workerData as ClerkData;
const port = parentPort!;
const laid = new Map<string, ImportedLayer>();
for (const [id, edition] of editions) {
  // One that cannot be read was told by who reads them for the map.
  const layer = await readLayer(folder, id, edition, () => {});
  if (layer) laid.set(id, layer);
}
const answer = openClerk(readBuiltIn(config), laid);
port.on('message', ({ nr, cleared, question }: Asked) => {
  try {
    tell({ nr, json: JSON.stringify(answer(cleared, question)) });
  } catch (error) {
    tell({ nr, error: error instanceof Error ? error : new Error(String(error)) });
  }
});
tell({});

function tell(told: Told): void {
  port.postMessage(told);
}
