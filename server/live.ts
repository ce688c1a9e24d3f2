import { reduce } from '../shared/reduce.ts';
import { initial, type State } from '../shared/folds.ts';
import { fromPlain, toPlain, type PlainState } from '../shared/state.ts';
import type { Model } from './model.ts';

/** How the spaces that people work in fold. Raise `shape` whenever an `evolve` changes: snapshots are then made anew. */
export const spaceModel: Model<State> = {
  initial,
  reduce,
  shape: 'space-6',
  toText: (state) => JSON.stringify(toPlain(state)),
  fromText: (text) => fromPlain(JSON.parse(text) as PlainState),
};
