import {
  applyBatch,
  applyBeat,
  applyJoined,
  usePicture,
  type Picture,
} from '../../client/store.ts';
import type { Batch, Beat, Join, Joined } from '../../shared/wire.ts';

/**
 * A console's picture without the console: the very code of `client/store.ts`. That keeps one
 * picture per page, so each call here puts ours in, lets the store work, and takes it out again.
 */
export interface FakePicture {
  now(): Picture;
  mine(): Omit<Join, 'space'>;
  onJoined(joined: Joined & { ok: true }): void;
  onBatch(batch: Batch): boolean;
  onBeat(beat: Beat): boolean;
}

const EMPTY = usePicture.getInitialState();

export function openPicture(): FakePicture {
  let picture: Picture = EMPTY;
  const inStore = <T>(act: () => T): T => {
    usePicture.setState(picture, true);
    const result = act();
    picture = { ...usePicture.getState(), recent: [] };
    return result;
  };
  return {
    now: () => picture,
    mine: () => ({
      after: picture.seq,
      ...(picture.mark === undefined ? {} : { mark: picture.mark }),
    }),
    onJoined: (joined) => inStore(() => applyJoined(joined)),
    onBatch: (batch) => inStore(() => applyBatch(batch)),
    onBeat: (beat) => inStore(() => applyBeat(beat)),
  };
}
