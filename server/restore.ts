import type { Log } from './log/log.ts';
import { step, type Model, type Standing } from './model.ts';

const CHUNK = 5_000;

/** The fold of the whole log, from the last snapshot that fits; `from` is that one's number, else 0. */
export async function restore<State>(
  log: Log,
  space: string,
  model: Model<State>,
): Promise<{ standing: Standing<State>; from: number }> {
  let standing = (await fromSnapshot(log, space, model)) ?? {
    seq: 0,
    at: '',
    hash: '',
    state: model.initial,
  };
  const from = standing.seq;
  for (;;) {
    const entries = await log.read(space, standing.seq, CHUNK);
    if (entries.length === 0) return { standing, from };
    standing = entries.reduce(step(model), standing);
  }
}

async function fromSnapshot<State>(
  log: Log,
  space: string,
  model: Model<State>,
): Promise<Standing<State> | undefined> {
  const snapshot = await log.loadSnapshot(space);
  if (!snapshot || snapshot.shape !== model.shape) return undefined;
  const [entry] = await log.read(space, snapshot.seq - 1, 1);
  if (entry?.seq !== snapshot.seq || entry.hash !== snapshot.hash) return undefined;
  const { seq, hash, at } = entry;
  try {
    return { seq, hash, at, state: model.fromText(snapshot.state) };
  } catch {
    return undefined; // Damaged: a shortcut less, nothing lost.
  }
}
